namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// Samples that the network, in most epochs after it had learned three quarters of what there is to learn, was sure are of another class. Swayamdipta et al., "Dataset Cartography", 2020;
/// Northcutt, Jiang, Chuang, "Confident Learning", 2021.
/// </summary>
internal sealed class SuspectLabelsRule : DiagnosticRule
{
    /// <summary>With fewer epochs that count nothing is said.</summary>
    public const int LeastEpochs = 10;

    /// <summary>An epoch counts when the loss is below this share of that of answers which know nothing.</summary>
    public const double Learned = 0.25;

    /// <summary>So sure of another class is a contradiction.</summary>
    public const double Sure = 0.9;

    /// <summary>The share of epochs in which the network has to be sure of another class.</summary>
    public const double Mostly = 0.6;

    /// <summary>What the network gives a sample's own class, on average, has to be below this.</summary>
    public const double Unlikely = 0.1;

    /// <summary>So many are named, the most doubtful first.</summary>
    public const int MostNamed = 20;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.SuspectLabels;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        SamplePlace[] suspects =
        [
            .. observations
                .Labels.Where(sample => sample.Share >= Mostly && sample.Probability < Unlikely)
                .OrderBy(sample => sample.Probability),
        ];
        return suspects is [] || observations.LabelEpochs < LeastEpochs
            ? null
            : Found(
                new("samples", suspects.Length),
                new("looked_at", observations.Labels.Count),
                new("epochs", observations.LabelEpochs),
                new("sure", Sure)
            ) with
            {
                Places = suspects.Length > MostNamed ? suspects[..MostNamed] : suspects,
            };
    }
}
