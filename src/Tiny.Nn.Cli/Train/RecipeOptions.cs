using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flags that make a recipe. A flag that is not given leaves what the usual recipe has: no default stands here.</summary>
/// <param name="usual">What holds where a flag is not given.</param>
internal sealed class RecipeOptions(Recipe usual)
{
    private const string Share = "at least 0 and below 1";
    private static readonly string[] Optimizers = [.. Optimizer.All.Select(optimizer => optimizer.Name)];
    private static readonly Loss[] Losses = [Loss.SquaredError, Loss.AbsoluteError, Loss.Huber];
    private static readonly string[] Tasks = ["classification", "regression"];

    private readonly ClassFlags classes = new();
    private readonly EncodingFlags encoding = new(usual.Encoding);
    private readonly Option<ImmutableArray<int>?> hidden = Flag.Counts(
        "--hidden",
        $"Units of each hidden layer; none for a linear model. [{string.Join(',', usual.Hidden)}]",
        "16,16"
    );
    private readonly Option<Activation?> activation = ActivationFlag.Create(
        "--activation",
        $"What the hidden sums go through: {List(Activation.All.Select(activation => activation.Name))}. [{usual.Activation}]"
    );
    private readonly Option<double?> dropout = Flag.Number(
        "--dropout",
        $"Share of hidden units that a step leaves out. [{Text(usual.Dropout)}]",
        IsShare,
        Share,
        "0.2"
    );
    private readonly Option<string?> optimizer = Flag.Choice<string>(
        "--optimizer",
        $"How a step is made of a gradient: {List(Optimizers)}. [{usual.Optimizer.Name}]",
        Optimizers,
        name => Optimizers.Contains(name) ? name : null
    );
    private readonly Option<double?> learningRate = Flag.Number(
        "--learning-rate",
        $"The size of a step. [{Text(usual.Optimizer.LearningRate)}, or what suits the optimizer named]",
        rate => rate > 0,
        "above 0",
        "0.01"
    );
    private readonly Option<int?> batchSize = Flag.Count(
        "--batch-size",
        $"How many rows make a step. [{usual.BatchSize}]",
        "64"
    );
    private readonly Option<int?> epochs = Flag.Count(
        "--epochs",
        $"How often to go over the training rows at most. [{usual.Epochs}]",
        "100"
    );
    private readonly Option<int?> patience = Flag.CountOrNone(
        "--patience",
        $"Epochs without a better validation loss before training stops; none to do all. [{usual.Patience}]",
        "20"
    );
    private readonly Option<double?> l1 = Penalty("--l1", "Cost of the weights' magnitudes.", usual.Penalty.L1);
    private readonly Option<double?> l2 = Penalty("--l2", "Cost of the weights' squares.", usual.Penalty.L2);
    private readonly Option<double?> clipNorm = Flag.Number(
        "--clip-norm",
        "Shorten gradients that are longer than this. [not done]",
        norm => norm > 0,
        "above 0",
        "1"
    );
    private readonly Option<double?> labelSmoothing = Flag.Number(
        "--label-smoothing",
        $"Share of a label that is spread over all classes. [{Text(usual.LabelSmoothing)}]",
        IsShare,
        Share,
        "0.1"
    );
    private readonly Option<Loss?> loss = LossFlag.Create(
        $"The loss of a regression: {LossFlag.List(Losses)}. [{usual.RegressionLoss.Name}]",
        Losses
    );
    private readonly Option<string?> task = Flag.Choice<string>(
        "--task",
        "What the target is taken for: classification or regression. [what it looks like]",
        Tasks,
        name => Tasks.Contains(name) ? name : null
    );
    private readonly Option<double?> validation = Flag.Number(
        "--validation",
        $"Share of the rows, test rows apart, that choose the best epoch. [{Text(usual.ValidationFraction)}]",
        IsShare,
        Share,
        "0.15"
    );
    private readonly Option<double?> test = Flag.Number(
        "--test",
        $"Share of the rows that only the report sees. [{Text(usual.TestFraction)}]",
        IsShare,
        Share,
        "0.2"
    );
    private readonly Option<ulong?> seed = Flag.Seed(
        "--seed",
        $"Where all chance comes from: the same seed gives the same bits. [{usual.Seed}]"
    );

    /// <summary>The flags of a new recipe.</summary>
    internal RecipeOptions()
        : this(new Recipe()) { }

    /// <summary>The share of test rows.</summary>
    internal Option Test => test;

    /// <summary>What says which hidden layers there are, and how they start.</summary>
    internal IReadOnlyList<Option> OfNetwork => [hidden, activation, seed];

    /// <summary>What says how one step is made of one gradient.</summary>
    internal IReadOnlyList<Option> OfStep => [optimizer, learningRate, l1, l2, clipNorm];

    /// <summary>What says how features become inputs, and what the target is taken for.</summary>
    internal IReadOnlyList<Option> OfData => [.. encoding.All, task];

    internal IEnumerable<Option> All =>
        [
            .. encoding.All,
            .. classes.All,
            hidden,
            activation,
            dropout,
            optimizer,
            learningRate,
            batchSize,
            epochs,
            patience,
            l1,
            l2,
            clipNorm,
            labelSmoothing,
            loss,
            task,
            validation,
            test,
            seed,
        ];

    /// <summary>The recipe of a command line.</summary>
    internal Recipe Read(ParseResult parsed) =>
        classes.Read(parsed, usual) with
        {
            Encoding = encoding.Read(parsed),
            Hidden = parsed.GetValue(hidden) ?? usual.Hidden,
            Activation = parsed.GetValue(activation) ?? usual.Activation,
            Dropout = parsed.GetValue(dropout) ?? usual.Dropout,
            Optimizer = ReadOptimizer(parsed),
            BatchSize = parsed.GetValue(batchSize) ?? usual.BatchSize,
            Epochs = parsed.GetValue(epochs) ?? usual.Epochs,
            Patience = parsed.GetValue(patience) switch
            {
                null => usual.Patience,
                0 => null,
                int given => given,
            },
            Penalty = new WeightPenalty(
                parsed.GetValue(l1) ?? usual.Penalty.L1,
                parsed.GetValue(l2) ?? usual.Penalty.L2
            ),
            Clipping = parsed.GetValue(clipNorm) is { } norm ? new ClipByNorm(norm) : usual.Clipping,
            LabelSmoothing = parsed.GetValue(labelSmoothing) ?? usual.LabelSmoothing,
            RegressionLoss = parsed.GetValue(loss) ?? usual.RegressionLoss,
            Kind = parsed.GetValue(task) is { } kind ? Enum.Parse<TargetKind>(kind, ignoreCase: true) : usual.Kind,
            ValidationFraction = parsed.GetValue(validation) ?? usual.ValidationFraction,
            TestFraction = parsed.GetValue(test) ?? usual.TestFraction,
            Seed = parsed.GetValue(seed) ?? usual.Seed,
        };

    /// <summary>Refuses flags that say nothing about the task at hand: whoever gave one expects something of it.</summary>
    /// <exception cref="UsageException">There is such a flag.</exception>
    internal void Require(ParseResult parsed, TargetKind kind, TargetColumn target)
    {
        (Option[] foreign, string its, string other) =
            kind == TargetKind.Classification
                ? ((Option[])[loss], "regression", "classification")
                : ([labelSmoothing, .. classes.All], "classification", "regression");
        if (Array.Find(foreign, flag => Given.Has(parsed, flag)) is { } wrong)
        {
            throw new UsageException(
                $"{wrong.Name} is for a {its}, and this is a {other}.",
                wrong.Name,
                $"Leave it out, or give --task {its}."
            );
        }
        if (kind == TargetKind.Classification)
        {
            classes.Require(parsed, target.Levels);
        }
    }

    /// <summary>A threshold that is to be chosen needs rows to choose it by.</summary>
    /// <exception cref="UsageException">There will be none.</exception>
    internal static void RequireValidation(Recipe recipe, bool hasParts)
    {
        if (recipe.Threshold is not FixedThreshold && recipe.ValidationFraction == 0 && !hasParts)
        {
            throw new UsageException(
                "Validation rows choose the threshold, and there are none.",
                $"--threshold {recipe.Threshold} --validation 0",
                "Leave one of the two out, or give the threshold as a number."
            );
        }
    }

    private Optimizer ReadOptimizer(ParseResult parsed)
    {
        string name = parsed.GetValue(optimizer) ?? usual.Optimizer.Name;
        Optimizer named = name == usual.Optimizer.Name ? usual.Optimizer : Optimizer.Parse(name);
        return named with { LearningRate = parsed.GetValue(learningRate) ?? named.LearningRate };
    }

    private static Option<double?> Penalty(string name, string description, double usual) =>
        Flag.Number(name, $"{description} [{Text(usual)}]", cost => cost >= 0, "at least 0", "0.001");

    private static bool IsShare(double share) => share is >= 0 and < 1;

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
