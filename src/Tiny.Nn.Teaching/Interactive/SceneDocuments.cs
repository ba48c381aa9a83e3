using System.Text.Json.Nodes;
using Tiny.Nn.Activations;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Results;
using Tiny.Nn.Teaching.Drawing.Symptoms;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Teaching.Toy;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>What the page is told, as JSON: each of its documents is one look at a training.</summary>
internal static class SceneDocuments
{
    /// <summary>So many rows are drawn at most.</summary>
    private const int MostPoints = 1500;

    /// <summary>What was opened: rows, columns, target, the network's size, the command line that does the same.</summary>
    internal static JsonObject Opened(InteractiveTraining training)
    {
        Table table = training.Scene.Data.Table;
        ModelTarget target = training.Plan.Target;
        return new JsonObject
        {
            ["source"] = table.Source,
            ["rows"] = table.Rows,
            ["training"] = training.Plan.Split.Training.Length,
            ["validation"] = training.Plan.Split.Validation.Length,
            ["test"] = training.Plan.Split.Test.Length,
            ["target"] = target.Name,
            ["classes"] = target is ClassTarget classes ? JsonDocuments.Texts(classes.Classes) : null,
            ["axes"] = JsonDocuments.Texts(training.Scene.Data.Axes),
            ["inputs"] = JsonDocuments.Texts(training.Plan.Encoding.OutputNames),
            ["architecture"] = training.Plan.Architecture.ToString(),
            ["parameters"] = training.Network.Parameters.Rows,
            ["epochs"] = training.Plan.Recipe.Epochs,
            ["commands"] = JsonDocuments.Texts(training.Scene.Commands),
            ["shown"] = SceneTrace.IsShown(training.Plan.Architecture),
            ["network"] = SceneNetwork.Describe(training.Network),
        };
    }

    /// <summary>Where a training stands, with the epochs that are new.</summary>
    /// <param name="training">The training.</param>
    /// <param name="after">The last epoch that is known already.</param>
    /// <param name="language">The language of what is said.</param>
    internal static JsonObject Progress(InteractiveTraining training, int after, Language language) =>
        new()
        {
            ["steps"] = training.Steps,
            ["epoch"] = training.History.EpochCount,
            ["rate"] = JsonDocuments.Number(training.LearningRate),
            ["over"] = training.IsOver,
            ["ending"] = Ending(training),
            ["best"] = training.History.Best?.Epoch,
            ["diverged"] = training.Divergence is { } fault ? ResultWords.Of(fault.Message, language) : null,
            ["epochs"] = new JsonArray([.. training.History.Epochs.Where(epoch => epoch.Epoch > after).Select(Epoch)]),
            ["network"] = SceneNetwork.Describe(training.Network),
        };

    /// <summary>Two axes and where the rows lie: x, y, class or number, and 0 for training, 1 for validation, 2 for test, and the row.</summary>
    internal static JsonObject Points(InteractiveTraining training, int x, int y)
    {
        double[] across = training.Scene.Data.Places(x);
        double[] up = training.Scene.Data.Places(y);
        TargetColumn target = training.Scene.Data.Table.Target!;
        ModelTarget predicted = training.Plan.Target;
        double[] values = predicted is ClassTarget classes
            ? [.. target.CodesAmong(classes.Classes).ToArray().Select(code => (double)code)]
            : target.Numbers().ToArray();
        int[] parts = new int[across.Length];
        foreach (int row in training.Plan.Split.Validation)
        {
            parts[row] = 1;
        }
        foreach (int row in training.Plan.Split.Test)
        {
            parts[row] = 2;
        }
        int stride = (across.Length + MostPoints - 1) / MostPoints;
        return new JsonObject
        {
            ["x"] = Axis(training.Axis(x)),
            ["y"] = Axis(training.Axis(y)),
            ["low"] = JsonDocuments.Number(values.Min()),
            ["high"] = JsonDocuments.Number(values.Max()),
            ["points"] = new JsonArray([
                .. Enumerable
                    .Range(0, across.Length)
                    .Where(row => row % stride == 0 && double.IsFinite(across[row]) && double.IsFinite(up[row]))
                    .Select(row => Numbers(across[row], up[row], values[row], parts[row], row)),
            ]),
        };
    }

    /// <summary>What there is to choose from.</summary>
    internal static JsonObject Known() =>
        new()
        {
            ["activations"] = JsonDocuments.Texts(
                Activation
                    .All.Where(activation => activation != Activation.Softmax)
                    .Select(activation => activation.Name)
            ),
            ["functions"] = JsonDocuments.Texts(Activation.All.Select(activation => activation.Name)),
            ["optimizers"] = JsonDocuments.Texts(Optimizer.All.Select(optimizer => optimizer.Name)),
            ["inputs"] = JsonDocuments.Texts(DerivedInput.All.Select(input => input.Name)),
            ["toys"] = new JsonArray([
                .. ToyData.All.Select(toy => new JsonObject
                {
                    ["name"] = toy.Name,
                    ["classes"] = toy.Classes,
                    ["noise"] = toy.Noise,
                    ["hasAnyClasses"] = toy.HasAnyClasses,
                }),
            ]),
        };

    /// <summary>What is wrong with the training, in words; and the size of δ in each layer, epoch by epoch.</summary>
    internal static JsonObject Diagnosis(InteractiveTraining training, Language language)
    {
        SymptomCaptions captions = new(
            new SymptomNames(
                [.. training.Plan.Encoding.OutputNames],
                training.Plan.Split.Training,
                training.Plan.Target
            )
        );
        return new JsonObject
        {
            ["symptoms"] = new JsonArray([
                .. training
                    .Diagnose()
                    .Select(symptom => captions.Text(symptom, language))
                    .Select(text => new JsonObject
                    {
                        ["title"] = text.Title,
                        ["evidence"] = text.Evidence,
                        ["advice"] = text.Advice,
                    }),
            ]),
            ["flow"] = new JsonArray([.. training.Observed.Select(Flow)]),
        };
    }

    /// <summary>The columns of a file, and what is odd about them.</summary>
    internal static JsonObject Checked(IReadOnlyList<string> columns, Table table, Language language) =>
        new()
        {
            ["source"] = table.Source,
            ["rows"] = table.Rows,
            ["columns"] = JsonDocuments.Texts(columns),
            ["schema"] = JsonDocuments.Texts(
                table.Schema.Select(feature => ResultWords.Of(feature.ToString(), language))
            ),
            ["target"] = table.Target?.ToString(),
            ["findings"] = JsonDocuments.Texts(table.Findings.Select(finding => Said(finding, language))),
        };

    private static string Said(Finding finding, Language language)
    {
        string about = finding.Column is { } column ? $"{column}: " : "";
        string remedy = finding.Remedy is { } advice ? $"; {advice.Word(FileReading.Words)}" : "";
        return about + ResultWords.Of(finding.Evidence + remedy, language);
    }

    private static JsonArray Flow(EpochObservation epoch) =>
        new([JsonDocuments.Number(epoch.Report.Epoch), .. epoch.Network.Layers.Select(Delta)]);

    private static JsonNode? Delta(LayerReading layer) => JsonDocuments.Number(layer.DeltaSize);

    private static JsonArray Epoch(EpochReport epoch) =>
        Numbers(
            epoch.Epoch,
            epoch.TrainingLoss,
            epoch.ValidationLoss ?? double.NaN,
            epoch.ValidationAccuracy ?? double.NaN,
            epoch.LearningRate ?? double.NaN
        );

    private static JsonObject Axis(SceneAxis axis) =>
        new()
        {
            ["name"] = axis.Name,
            ["low"] = JsonDocuments.Number(axis.Low),
            ["high"] = JsonDocuments.Number(axis.High),
            ["levels"] = JsonDocuments.Texts(axis.Levels),
        };

    internal static JsonArray Numbers(params IEnumerable<double> numbers) =>
        new([.. numbers.Select(number => (JsonNode?)JsonDocuments.Number(number))]);

    private static string? Ending(InteractiveTraining training) =>
        !training.IsOver ? null
        : training.Divergence is not null ? "diverged"
        : training.History.StopReason == StopReason.StoppingRule ? "early"
        : "epochs";
}
