using Tiny.Nn.Activations;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>
/// Recipes that have a name: what is known to work, as settings. Each takes over from a recipe what is said of the data and of the rows, and sets
/// network, optimizer and course for a task and a number of training rows.
/// </summary>
/// <remarks>
/// The RealMLP recipes are those of Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular
/// Data", NeurIPS 2024: TD, its simplified form TD-S, and a smaller form of TD that suits tables of some hundred or thousand rows.
/// </remarks>
public sealed class NamedRecipe
{
    /// <summary>ε of the labels, where the target is a class: as published for RealMLP, and of use to all bags.</summary>
    private const double Smoothing = 0.1;

    private readonly Func<Recipe, TargetKind, int, Recipe> complete;

    private NamedRecipe(string name, string description, Func<Recipe, TargetKind, int, Recipe> complete)
    {
        Name = name;
        Description = description;
        this.complete = complete;
    }

    /// <summary>Two layers of ReLU, Adam, stopped early.</summary>
    public static NamedRecipe Plain { get; } =
        new(
            "plain",
            "two layers of 128 ReLU",
            (recipe, _, rows) =>
                Fresh(recipe) with
                {
                    Hidden = [128, 128],
                    Optimizer = new Adam(0.002),
                    BatchSize = BatchSize(rows),
                    Epochs = 300,
                    Patience = 20,
                    PatienceGrowth = 0.5,
                }
        );

    /// <summary>The same with each number divided into bins as well: steps and thresholds are learned in no time.</summary>
    public static NamedRecipe Binned { get; } =
        new(
            "binned",
            "two layers of 128 ReLU on numbers and their bins",
            (recipe, kind, rows) =>
                Plain.For(recipe, kind, rows) with
                {
                    Encoding = recipe.InputEncoding with { Scaling = ScalingKind.Robust, Bins = 24 },
                    LabelSmoothing = Smoothing,
                }
        );

    /// <summary>RealMLP-TD as it was published.</summary>
    public static NamedRecipe RealMlp { get; } =
        new(
            "realmlp",
            "RealMLP-TD as published",
            (recipe, kind, _) => Published(RealMlpOf(recipe, kind)) with { CategoryEmbedding = 8 }
        );

    /// <summary>RealMLP-TD-S as it was published.</summary>
    public static NamedRecipe RealMlpS { get; } =
        new("realmlp-s", "RealMLP-TD-S as published", (recipe, kind, _) => Published(Simplified(Fresh(recipe), kind)));

    /// <summary>RealMLP-TD with layers of half the width and a quarter of the epochs.</summary>
    public static NamedRecipe RealMlpSmall { get; } =
        new(
            "realmlp-small",
            "RealMLP-TD with 3 × 128 units and 64 epochs",
            (recipe, kind, rows) =>
                RealMlpOf(recipe, kind) with
                {
                    LabelSmoothing = Smoothing,
                    Hidden = [128, 128, 128],
                    BatchSize = BatchSize(rows),
                    Epochs = 64,
                }
        );

    /// <summary>RealMLP-TD-S with periodic embeddings, layers of half the width and a quarter of the epochs.</summary>
    public static NamedRecipe RealMlpSSmall { get; } =
        new(
            "realmlp-s-small",
            "RealMLP-TD-S with periodic embeddings, 3 × 128 units and 64 epochs",
            (recipe, kind, rows) =>
                Simplified(recipe, kind) with
                {
                    Embedding = NumberEmbedding.Periodic,
                    RateFactors = new RateFactors
                    {
                        Bias = 0.1,
                        Scale = 6,
                        Embedding = 0.1,
                    },
                    LabelSmoothing = Smoothing,
                    Hidden = [128, 128, 128],
                    BatchSize = BatchSize(rows),
                    Epochs = 64,
                }
        );

    /// <summary>All of them, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<NamedRecipe> All { get; } =
    [Plain, Binned, RealMlp, RealMlpS, RealMlpSmall, RealMlpSSmall];

    /// <summary>The name that a command line uses.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Description { get; }

    /// <summary>The recipe for a task.</summary>
    /// <param name="recipe">Whose data, rows, classes and seed are kept.</param>
    /// <param name="kind">What is predicted.</param>
    /// <param name="trainingRows">About how many rows there are to learn from.</param>
    public Recipe For(Recipe recipe, TargetKind kind, int trainingRows)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return complete(recipe, kind, trainingRows);
    }

    /// <summary>The name and the description.</summary>
    public override string ToString() => $"{Name}: {Description}";

    /// <summary>Few rows make small steps, so that an epoch has several of them.</summary>
    internal static int BatchSize(int rows) =>
        rows switch
        {
            <= 1024 => 64,
            <= 8192 => 128,
            <= 30_000 => 256,
            <= 100_000 => 512,
            _ => 1024,
        };

    /// <summary>About how many rows of a table a recipe leaves to learn from.</summary>
    internal static int TrainingRows(Recipe recipe, int rows) =>
        (int)((1 - recipe.TestFraction) * (1 - recipe.ValidationFraction) * rows);

    /// <summary>What is said of data, rows, classes and seed; all else as in a new recipe.</summary>
    internal static Recipe Fresh(Recipe recipe) =>
        new()
        {
            Encoding = recipe.InputEncoding,
            Kind = recipe.Kind,
            RegressionLoss = recipe.RegressionLoss,
            Extrapolates = recipe.Extrapolates,
            ClassWeights = recipe.ClassWeights,
            Positive = recipe.Positive,
            Threshold = recipe.Threshold,
            TestFraction = recipe.TestFraction,
            ValidationFraction = recipe.ValidationFraction,
            Seed = recipe.Seed,
        };

    /// <summary>What TD and TD-S have in common.</summary>
    private static Recipe Common(Recipe recipe, TargetKind kind) =>
        Fresh(recipe) with
        {
            Encoding = recipe.InputEncoding with { Scaling = ScalingKind.Robust },
            InputScales = Trainability.Learned,
            Parametrization = Parametrization.Ntk,
            Hidden = [256, 256, 256],
            Activation = kind == TargetKind.Classification ? Activation.Selu : Activation.Mish,
            Schedule = LearningRateSchedule.CosLog4,
            BatchSize = 256,
            Epochs = 256,
            Patience = null,
        };

    /// <summary>With what serves the class error that their authors judge by: probabilities are the worse for it.</summary>
    private static Recipe Published(Recipe recipe) =>
        recipe with
        {
            LabelSmoothing = Smoothing,
            BestBy = EpochCriterion.Error,
        };

    private static Recipe Simplified(Recipe recipe, TargetKind kind) =>
        Common(recipe, kind) with
        {
            Start = Start.Zero,
            Optimizer = new Adam(kind == TargetKind.Classification ? 0.04 : 0.07, Beta2: 0.95),
            RateFactors = new RateFactors { Bias = 0.1, Scale = 6 },
        };

    private static Recipe RealMlpOf(Recipe recipe, TargetKind kind) =>
        Common(recipe, kind) with
        {
            Embedding = NumberEmbedding.Periodic,
            Slopes = Trainability.Learned,
            Dropout = 0.15,
            DropoutSchedule = LearningRateSchedule.FlatCosine,
            Decay = new WeightDecay(0.02) { Schedule = LearningRateSchedule.FlatCosine },
            Start = Start.Data,
            Optimizer = new Adam(kind == TargetKind.Classification ? 0.04 : 0.2, Beta2: 0.95),
            RateFactors = new RateFactors
            {
                Bias = 0.1,
                Scale = 6,
                Slope = 0.1,
                Embedding = 0.1,
            },
        };
}
