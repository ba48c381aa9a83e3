using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>All that decides what becomes of a table: network, loss, optimizer, how long, which rows, which seed. The defaults suit small tables.</summary>
/// <remarks>Every property is checked where it is given: an <see cref="ArgumentException"/> names the property and its range.</remarks>
public sealed record Recipe
{
    private static readonly Recipe Usual = new();

    /// <summary>What is told of a recipe only where it is not as in a new one.</summary>
    private static readonly (string Name, Func<Recipe, object?> Get)[] Others =
    [
        ("task", recipe => recipe.Kind),
        ("loss", recipe => recipe.RegressionLoss),
        ("dropout", recipe => recipe.Dropout),
        ("label smoothing", recipe => recipe.LabelSmoothing),
        ("class weights", recipe => recipe.ClassWeights),
        ("positive class", recipe => recipe.Positive),
        ("threshold", recipe => recipe.Threshold),
        ("schedule", recipe => recipe.Schedule),
        ("penalty", recipe => recipe.Penalty),
        ("penalty choice", recipe => recipe.PenaltyChoice),
        ("clipping", recipe => recipe.Clipping),
        ("patience", recipe => recipe.Patience),
        ("test share", recipe => recipe.TestFraction),
        ("validation share", recipe => recipe.ValidationFraction),
        ("encoding", recipe => recipe.Encoding),
    ];

    /// <summary>How the features become the inputs of the network.</summary>
    public EncodingOptions Encoding
    {
        get;
        init => field = Given(value);
    } = new();

    /// <summary>How many units each hidden layer has, each at least 1. None at all makes softmax, logistic or linear regression: the plain linear model.</summary>
    /// <exception cref="ArgumentException">It is the default array, which is no list, or a layer has no unit.</exception>
    public ImmutableArray<int> Hidden
    {
        get;
        init => field = Layers(value);
    } = [32];

    /// <summary>The activation function of the hidden layers.</summary>
    public Activation Activation
    {
        get;
        init => field = Given(value);
    } = Activation.Relu;

    /// <summary>What brings the sums of hidden units to mean 0 and variance 1, before the activation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such normalization.</exception>
    public Normalization Normalization
    {
        get;
        init =>
            field = Enum.IsDefined(value)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Normalization), value, null);
    }

    /// <summary>The share of hidden units that a step leaves out, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double Dropout
    {
        get;
        init => field = Within.Share(value);
    }

    /// <summary>What the target is taken for; null for what it looks like.</summary>
    public TargetKind? Kind { get; init; }

    /// <summary>The loss of a regression; of classes it is always cross-entropy.</summary>
    public Loss RegressionLoss
    {
        get;
        init => field = Given(value);
    } = Loss.SquaredError;

    /// <summary>The share of a target that cross-entropy spreads over all classes, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double LabelSmoothing
    {
        get;
        init => field = Within.Share(value);
    }

    /// <summary>How much the rows of each class count in training.</summary>
    public ClassWeighting ClassWeights
    {
        get;
        init => field = Given(value);
    } = ClassWeighting.None;

    /// <summary>
    /// Of two classes the name of the positive one, whose probability ROC AUC, average precision, threshold and costs of mistakes are about; null for the
    /// second. It changes no bit of the network.
    /// </summary>
    public string? Positive { get; init; }

    /// <summary>Above which probability of the positive class a row is taken for it: given, or chosen on the validation rows.</summary>
    public ThresholdRule Threshold
    {
        get;
        init => field = Given(value);
    } = ThresholdRule.Half;

    /// <summary>
    /// Trains on all rows at once, each of its steps being an epoch, in place of <see cref="Optimizer"/>, <see cref="Schedule"/>, <see cref="Clipping"/> and
    /// <see cref="BatchSize"/>, which then say nothing; null for steps of batches. It goes with neither dropout nor batch normalization nor an L1 penalty.
    /// </summary>
    public Lbfgs? FullBatch { get; init; }

    /// <summary>Computes the parameter updates from gradients, batch by batch.</summary>
    public Optimizer Optimizer
    {
        get;
        init => field = Given(value);
    } = new Adam(0.005);

    /// <summary>Multiplies the optimizer's learning rate as training goes on.</summary>
    public LearningRateSchedule Schedule
    {
        get;
        init => field = Given(value);
    } = LearningRateSchedule.Constant;

    /// <summary>The penalty on large weights.</summary>
    public WeightPenalty Penalty
    {
        get;
        init => field = Given(value);
    } = WeightPenalty.None;

    /// <summary>Whether λ₂ is that of <see cref="Penalty"/>, or chosen on the validation rows; chosen it can be in full-batch training of a linear model only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public PenaltyChoice PenaltyChoice
    {
        get;
        init =>
            field = Enum.IsDefined(value)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(PenaltyChoice), value, null);
    }

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

    /// <summary>How many rows make a step, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Within.Positive(value);
    } = 32;

    /// <summary>How often to go over the training rows at most; 0 leaves the weights as they start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Epochs
    {
        get;
        init => field = Within.NotNegative(value);
    } = 200;

    /// <summary>How many epochs without a better validation loss to bear, at least 1; null to do all epochs, as without validation rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? Patience
    {
        get;
        init => field = value is { } epochs ? Within.Positive(epochs, nameof(Patience)) : null;
    } = 30;

    /// <summary>The share of the rows that only the final report sees, in [0, 1); 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double TestFraction
    {
        get;
        init => field = Within.Share(value);
    } = 0.2;

    /// <summary>The share of the other rows that choose the best epoch, in [0, 1); 0 for none: then the last epoch counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double ValidationFraction
    {
        get;
        init => field = Within.Share(value);
    } = 0.15;

    /// <summary>The random seed: the same seed, table and recipe give the same bits.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The network, the optimizer and how long; and what else is not as in a new recipe. In the invariant culture.</summary>
    public override string ToString()
    {
        string hidden = Hidden.IsEmpty ? "no hidden layer" : $"hidden {string.Join('-', Hidden)} {Activation}";
        IEnumerable<string> others = Others
            .Where(other => !Equals(other.Get(this), other.Get(Usual)))
            .Select(other => FormattableString.Invariant($"{other.Name} {other.Get(this) ?? "none"}"));
        string method = FullBatch is null ? $"{Optimizer}" : $"{FullBatch}";
        string course = FullBatch is null ? $"{Epochs} epochs in batches of {BatchSize}" : $"{Epochs} epochs";
        return string.Join(", ", [hidden, method, course, $"seed {Seed}", .. others]);
    }

    private static T Given<T>(T value, [CallerMemberName] string property = "")
        where T : class => value ?? throw new ArgumentNullException(property);

    private static ImmutableArray<int> Layers(ImmutableArray<int> units, [CallerMemberName] string property = "")
    {
        if (units.IsDefault)
        {
            throw new ArgumentException("It is no list. Give [] for no hidden layer.", property);
        }
        return units.All(count => count > 0)
            ? units
            : throw new ArgumentOutOfRangeException(
                property,
                string.Join(',', units),
                "Each hidden layer has at least 1 unit."
            );
    }
}
