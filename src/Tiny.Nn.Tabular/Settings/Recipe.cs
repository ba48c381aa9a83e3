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
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>All that decides what becomes of a table: network, loss, optimizer, how long, which rows, which seed. The defaults suit small tables.</summary>
/// <remarks>Every property is checked where it is given: an <see cref="ArgumentException"/> names the property and its range.</remarks>
public sealed record Recipe
{
    private static readonly Recipe Usual = new();

    /// <summary>What is told of a recipe only where it is not as in a new one.</summary>
    private static readonly (string Name, Func<Recipe, object?> Get)[] Others =
    [
        ("effort", recipe => recipe.Effort),
        ("task", recipe => recipe.Kind),
        ("loss", recipe => recipe.RegressionLoss),
        ("extrapolates", recipe => recipe.Extrapolates),
        ("dropout", recipe => recipe.Dropout),
        ("dropout schedule", recipe => recipe.DropoutSchedule),
        ("parametrization", recipe => recipe.Parametrization),
        ("input scales", recipe => recipe.InputScales),
        ("slopes", recipe => recipe.Slopes),
        ("embedding", recipe => recipe.Embedding),
        ("frequency", recipe => recipe.Frequency),
        ("start", recipe => recipe.Start),
        ("decay", recipe => recipe.Decay),
        ("rate factors", recipe => recipe.RateFactors),
        ("label smoothing", recipe => recipe.LabelSmoothing),
        ("class weights", recipe => recipe.ClassWeights),
        ("positive class", recipe => recipe.Positive),
        ("threshold", recipe => recipe.Threshold),
        ("schedule", recipe => recipe.Schedule),
        ("penalty", recipe => recipe.Penalty),
        ("penalty choice", recipe => recipe.PenaltyChoice),
        ("clipping", recipe => recipe.Clipping),
        ("patience", recipe => recipe.Patience),
        ("patience growth", recipe => recipe.PatienceGrowth),
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

    /// <summary>
    /// How much work is put into a model whose networks nobody describes. From <see cref="Effort.Normal"/> on what is said of network, optimizer and
    /// course is not used: bags of networks are trained by recipes that suit the size of the table.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such effort.</exception>
    public Effort Effort
    {
        get;
        init => field = Member(value);
    }

    /// <summary>True where bags of networks are trained.</summary>
    internal bool HasBags => Effort >= Effort.Normal;

    /// <summary>The share of the rows that choose the best epoch of the one network; bags need none.</summary>
    internal double ValidationShare => HasBags ? 0 : ValidationFraction;

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
        init => field = Member(value);
    }

    /// <summary>The share of hidden units that a step leaves out, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double Dropout
    {
        get;
        init => field = Within.Share(value);
    }

    /// <summary>What the share is multiplied by as training goes on.</summary>
    public LearningRateSchedule DropoutSchedule
    {
        get;
        init => field = Given(value);
    } = LearningRateSchedule.Constant;

    /// <summary>How hidden sums, and those of the output, are made of weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parametrization.</exception>
    public Parametrization Parametrization
    {
        get;
        init => field = Member(value);
    }

    /// <summary>Whether each input has a factor that is learned, which starts at 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public Trainability InputScales
    {
        get;
        init => field = Member(value);
    }

    /// <summary>Whether each hidden unit learns its α in z + α(f(z) − z), which starts at 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public Trainability Slopes
    {
        get;
        init => field = Member(value);
    }

    /// <summary>What becomes of numbers before the first layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such embedding.</exception>
    public NumberEmbedding Embedding
    {
        get;
        init => field = Member(value);
    }

    /// <summary>σ of the periodic embedding: its frequencies start as N(0, σ²); above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public double Frequency
    {
        get;
        init => field = Within.Positive(value);
    } = 0.1;

    /// <summary>How parameters start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such start.</exception>
    public Start Start
    {
        get;
        init => field = Member(value);
    }

    /// <summary>What the target is taken for; null for what it looks like.</summary>
    public TargetKind? Kind { get; init; }

    /// <summary>The loss of a regression; of classes it is always cross-entropy.</summary>
    public Loss RegressionLoss
    {
        get;
        init => field = Given(value);
    } = Loss.SquaredError;

    /// <summary>
    /// Whether a predicted number may lie outside the range of the training targets: a row unlike all of them may else be given an absurd one.
    /// </summary>
    public bool Extrapolates { get; init; }

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

    /// <summary>What the learning rate is multiplied by, for kinds of parameters.</summary>
    public RateFactors RateFactors
    {
        get;
        init => field = Given(value);
    } = RateFactors.Equal;

    /// <summary>Shrinks all parameters but biases in every step, whatever the optimizer.</summary>
    public WeightDecay Decay
    {
        get;
        init => field = Given(value);
    } = new(0);

    /// <summary>Optimizer, schedule, penalty, clipping, rate factors and decay as one.</summary>
    internal UpdateRule UpdateRule =>
        new(Optimizer)
        {
            Schedule = Schedule,
            Penalty = Penalty,
            Clipping = Clipping,
            RateFactors = RateFactors,
            Decay = Decay == new WeightDecay(0) ? null : Decay,
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

    /// <summary>How many epochs more to bear for each epoch up to the best one, at least 0: late improvements come at longer intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public double PatienceGrowth
    {
        get;
        init => field = Within.NotNegative(value);
    }

    /// <summary>When to stop early; null to do all epochs.</summary>
    internal IStoppingRule? StoppingRule =>
        Patience is not { } epochs ? null
        : PatienceGrowth == 0 ? new EarlyStopping(epochs)
        : new AdaptivePatience(epochs, PatienceGrowth);

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

    private static TEnum Member<TEnum>(TEnum value, [CallerMemberName] string property = "")
        where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(property, value, null);

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
