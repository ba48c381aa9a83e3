using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Symptoms;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>Watches one training, and says afterwards what is wrong with it.</summary>
/// <param name="language">In which language.</param>
internal sealed class Diagnostician(Language language)
{
    private TrainingObserver<float>? observer;
    private SymptomNames? names;
    private IReadOnlyList<Symptom> symptoms = [];

    /// <summary>What was found, in words.</summary>
    internal IReadOnlyList<SymptomText> Texts =>
        names is null ? [] : [.. symptoms.Select(symptom => new SymptomCaptions(names).Text(symptom, language))];

    /// <summary>Looks at what is to be trained, and from then on at every epoch that it is told of.</summary>
    internal IProgress<EpochReport> Watch(Plan<float> plan, SequentialNetwork<float> network)
    {
        observer = new TrainingObserver<float>(network, plan.Loss, plan.Recipe.Penalty, plan.Training);
        names = new SymptomNames([.. plan.Encoding.OutputNames], plan.Split.Training, plan.Target);
        return observer;
    }

    /// <summary>Looks for symptoms of a training that came to an end.</summary>
    internal void Conclude(StopReason ending) => symptoms = observer?.Diagnose(ending) ?? [];

    /// <summary>Looks for symptoms of a training that diverged.</summary>
    internal void Conclude(TrainingDivergedException fault) => symptoms = observer?.Diagnose(fault) ?? [];

    /// <summary>Says what was found.</summary>
    internal void Note(Session session) => SymptomNotes.Write(session.Note, Texts, language);

    /// <summary>What was found, for documents.</summary>
    internal Value Described => names is null ? Value.List([]) : SymptomDescription.Of(symptoms, names, language);
}
