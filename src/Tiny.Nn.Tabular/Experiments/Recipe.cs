using System.Collections.Immutable;
using System.Globalization;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>All that decides what becomes of a table: network, loss, optimizer, how long, which rows, which seed. The defaults suit small tables.</summary>
public sealed record Recipe
{
    private const string Test = "test";

    /// <summary>How the features become the inputs of the network.</summary>
    public EncodingOptions Encoding { get; init; } = new();

    /// <summary>How many units each hidden layer has. None at all makes softmax, logistic or linear regression: the plain linear model.</summary>
    public ImmutableArray<int> Hidden { get; init; } = [32];

    /// <summary>What the sums of the hidden layers go through.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The share of hidden units that a step leaves out, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>What the target is taken for; null for what it looks like.</summary>
    public TargetKind? Kind { get; init; }

    /// <summary>The loss of a regression; of classes it is always cross-entropy.</summary>
    public Loss RegressionLoss { get; init; } = Loss.SquaredError;

    /// <summary>The share of a target that cross-entropy spreads over all classes, in [0, 1).</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>How much the rows of each class count in training.</summary>
    public ClassWeighting ClassWeights { get; init; } = ClassWeighting.None;

    /// <summary>Above which probability a row is taken for the second of two classes: given, or chosen on the validation rows.</summary>
    public ThresholdRule Threshold { get; init; } = ThresholdRule.Half;

    /// <summary>How a step is made of a gradient.</summary>
    public Optimizer Optimizer { get; init; } = new Adam(0.005);

    /// <summary>Multiplies the optimizer's learning rate as training goes on.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>What large weights cost.</summary>
    public WeightPenalty Penalty { get; init; } = WeightPenalty.None;

    /// <summary>What is done to a gradient that is too large; null for nothing.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>Optimizer, schedule, penalty and clipping as one.</summary>
    internal UpdateRule UpdateRule =>
        new(Optimizer)
        {
            Schedule = Schedule,
            Penalty = Penalty,
            Clipping = Clipping,
        };

    /// <summary>How many rows make a step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>How often to go over the training rows at most.</summary>
    public int Epochs { get; init; } = 200;

    /// <summary>How many epochs without a better validation loss to bear; null to do all epochs, as without validation rows.</summary>
    public int? Patience { get; init; } = 30;

    /// <summary>The share of the rows that only the final report sees; 0 for none.</summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>The share of the other rows that choose the best epoch; 0 for none: then the last epoch counts.</summary>
    public double ValidationFraction { get; init; } = 0.15;

    /// <summary>Where all chance comes from: the same seed, table and recipe give the same bits.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The settings as names and values, as a model keeps them: the names are those of the command's flags.</summary>
    /// <param name="kind">What the target was taken for: settings of the other kind are left out.</param>
    public IReadOnlyDictionary<string, string> ToSettings(TargetKind kind)
    {
        SortedDictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["activation"] = Activation.ToString(),
            ["batch-size"] = Text(BatchSize),
            ["dropout"] = Text(Dropout),
            ["epochs"] = Text(Epochs),
            ["fill"] = Text(Encoding.Fill),
            ["hidden"] = Hidden.IsEmpty ? "none" : string.Join(',', Hidden),
            ["l1"] = Text(Penalty.L1),
            ["l2"] = Text(Penalty.L2),
            ["learning-rate"] = Text(Optimizer.LearningRate),
            ["max-levels"] = Text(Encoding.MaxLevels),
            ["optimizer"] = Optimizer.Name,
            ["patience"] = Patience is { } patience ? Text(patience) : "none",
            ["scale"] = Text(Encoding.Scaling),
            ["seed"] = Text(Seed),
            ["task"] = Text(kind),
            [Test] = Text(TestFraction),
            ["validation"] = Text(ValidationFraction),
        };
        if (kind == TargetKind.Regression)
        {
            settings["loss"] = RegressionLoss.Name;
        }
        else
        {
            settings["label-smoothing"] = Text(LabelSmoothing);
            AddIfSet(settings, "class-weight", ClassWeights, ClassWeighting.None);
            AddIfSet(settings, "threshold", Threshold, ThresholdRule.Half);
        }
        AddIfSet(settings, "schedule", Schedule, LearningRateSchedule.Constant);
        if (Encoding.WordBuckets != EncodingOptions.Usual.WordBuckets)
        {
            settings["word-buckets"] = Text(Encoding.WordBuckets);
        }
        if (Encoding.MarkFrom != EncodingOptions.Usual.MarkFrom)
        {
            settings["mark-from"] = Text(Encoding.MarkFrom);
        }
        if (Clipping is ClipByNorm clip)
        {
            settings["clip-norm"] = Text(clip.MaximumNorm);
        }
        if (Clipping is ClipByValue bound)
        {
            settings["clip-value"] = Text(bound.MaximumMagnitude);
        }
        return settings;
    }

    /// <summary>The same, where something else may say which rows test.</summary>
    /// <param name="kind">What the target was taken for.</param>
    /// <param name="testShare">The share of test rows in place of the recipe's; null where the rows were given.</param>
    internal IReadOnlyDictionary<string, string> ToSettings(TargetKind kind, double? testShare)
    {
        SortedDictionary<string, string> settings = new(ToSettings(kind).ToDictionary(), StringComparer.Ordinal);
        settings.Remove(Test);
        if (testShare is { } share)
        {
            settings[Test] = Text(share);
        }
        return settings;
    }

    private static void AddIfSet<TSetting>(
        SortedDictionary<string, string> settings,
        string name,
        TSetting value,
        TSetting usual
    )
        where TSetting : class
    {
        if (!value.Equals(usual))
        {
            settings[name] = value.ToString()!;
        }
    }

    private static string Text(Enum name) => name.ToString().ToLowerInvariant();

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
