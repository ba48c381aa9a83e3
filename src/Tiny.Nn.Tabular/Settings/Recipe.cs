using System.Runtime.CompilerServices;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>All that decides what becomes of a table: network, loss, optimizer, how long, which rows, which seed. The defaults suit small tables.</summary>
/// <remarks>Every property is checked where it is given: an <see cref="ArgumentException"/> names the property and its range.</remarks>
public sealed partial record Recipe
{
    private const int LevelsOfBags = 256;

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
        ("category embedding", recipe => recipe.CategoryEmbedding),
        ("embedded from", recipe => recipe.EmbedFrom),
        ("initializer", recipe => recipe.Initializer),
        ("start", recipe => recipe.Start),
        ("decay", recipe => recipe.Decay),
        ("rate factors", recipe => recipe.RateFactors),
        ("label smoothing", recipe => recipe.LabelSmoothing),
        ("label smoothing schedule", recipe => recipe.LabelSmoothingSchedule),
        ("class weights", recipe => recipe.ClassWeights),
        ("positive class", recipe => recipe.Positive),
        ("threshold", recipe => recipe.Threshold),
        ("schedule", recipe => recipe.Schedule),
        ("penalty", recipe => recipe.Penalty),
        ("penalty choice", recipe => recipe.PenaltyChoice),
        ("clipping", recipe => recipe.Clipping),
        ("patience", recipe => recipe.Patience),
        ("patience growth", recipe => recipe.PatienceGrowth),
        ("best by", recipe => recipe.BestBy),
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

    /// <summary>
    /// How the features become the inputs of whatever is trained. Bags, which see a rare level several times, have an input for many more levels than
    /// one network, unless another number is given.
    /// </summary>
    internal EncodingOptions InputEncoding =>
        HasBags && Encoding.MaxLevels == EncodingOptions.Usual.MaxLevels
            ? Encoding with
            {
                MaxLevels = LevelsOfBags,
            }
            : Encoding;

    /// <summary>True where bags of networks are trained.</summary>
    internal bool HasBags => Effort >= Effort.Normal;

    /// <summary>The share of the rows that choose the best epoch of the one network; bags need none.</summary>
    internal double ValidationShare => HasBags ? 0 : ValidationFraction;

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

    /// <summary>What that share is multiplied by as training goes on; a validation loss has the whole of it, so that epochs can be compared.</summary>
    public LearningRateSchedule LabelSmoothingSchedule
    {
        get;
        init => field = Given(value);
    } = LearningRateSchedule.Constant;

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
}
