using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Activations;
using Tiny.Nn.Data;
using Tiny.Nn.Experiments;
using Tiny.Nn.Losses;
using Tiny.Nn.Metrics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Cli.Commands;

/// <summary>The flags that make a recipe. A flag that is not given leaves what a new recipe has: no default stands here.</summary>
internal sealed class RecipeOptions
{
    private const string Share = "at least 0 and below 1";
    private static readonly Recipe Usual = new();
    private static readonly Loss[] Losses = [Loss.SquaredError, Loss.AbsoluteError, Loss.Huber];
    private static readonly string[] Tasks = ["classification", "regression"];

    private readonly ClassFlags classes = new();
    private readonly EncodingFlags encoding = new(Usual.Encoding);
    private readonly Option<ImmutableArray<int>?> hidden = Flag.Counts(
        "--hidden",
        $"Units of each hidden layer; none for a linear model. [{string.Join(',', Usual.Hidden)}]",
        "16,16"
    );
    private readonly Option<Activation?> activation = Flag.Choice(
        "--activation",
        $"What the hidden sums go through: {List(ActivationNames.All)}. [{Usual.Activation}]",
        ActivationNames.All,
        FindActivation,
        ExplainActivation
    );
    private readonly Option<double?> dropout = Flag.Number(
        "--dropout",
        $"Share of hidden units that a step leaves out. [{Text(Usual.Dropout)}]",
        IsShare,
        Share,
        "0.2"
    );
    private readonly Option<string?> optimizer = Flag.Choice<string>(
        "--optimizer",
        $"How a step is made of a gradient: {List(OptimizerNames.All)}. [{Usual.Optimizer.Name}]",
        OptimizerNames.All,
        name => OptimizerNames.All.Contains(name) ? name : null
    );
    private readonly Option<double?> learningRate = Flag.Number(
        "--learning-rate",
        $"The size of a step. [{Text(Usual.Optimizer.LearningRate)}, or what suits the optimizer named]",
        rate => rate > 0,
        "above 0",
        "0.01"
    );
    private readonly Option<int?> batchSize = Flag.Count(
        "--batch-size",
        $"How many rows make a step. [{Usual.BatchSize}]",
        "64"
    );
    private readonly Option<int?> epochs = Flag.Count(
        "--epochs",
        $"How often to go over the training rows at most. [{Usual.Epochs}]",
        "100"
    );
    private readonly Option<int?> patience = Flag.CountOrNone(
        "--patience",
        $"Epochs without a better validation loss before training stops; none to do all. [{Usual.Patience}]",
        "20"
    );
    private readonly Option<double?> l1 = Penalty("--l1", "Cost of the weights' magnitudes.", Usual.Penalty.L1);
    private readonly Option<double?> l2 = Penalty("--l2", "Cost of the weights' squares.", Usual.Penalty.L2);
    private readonly Option<double?> clipNorm = Flag.Number(
        "--clip-norm",
        "Shorten gradients that are longer than this. [not done]",
        norm => norm > 0,
        "above 0",
        "1"
    );
    private readonly Option<double?> labelSmoothing = Flag.Number(
        "--label-smoothing",
        $"Share of a label that is spread over all classes. [{Text(Usual.LabelSmoothing)}]",
        IsShare,
        Share,
        "0.1"
    );
    private readonly Option<Loss?> loss = Flag.Choice(
        "--loss",
        $"The loss of a regression: {List(Losses.Select(loss => loss.Name))}. [{Usual.RegressionLoss.Name}]",
        [.. Losses.Select(loss => loss.Name)],
        name => Losses.FirstOrDefault(loss => loss.Name == name)
    );
    private readonly Option<string?> task = Flag.Choice<string>(
        "--task",
        "What the target is taken for: classification or regression. [what it looks like]",
        Tasks,
        name => Tasks.Contains(name) ? name : null
    );
    private readonly Option<double?> validation = Flag.Number(
        "--validation",
        $"Share of the rows, test rows apart, that choose the best epoch. [{Text(Usual.ValidationFraction)}]",
        IsShare,
        Share,
        "0.15"
    );
    private readonly Option<double?> test = Flag.Number(
        "--test",
        $"Share of the rows that only the report sees. [{Text(Usual.TestFraction)}]",
        IsShare,
        Share,
        "0.2"
    );
    private readonly Option<ulong?> seed = Flag.Seed(
        "--seed",
        $"Where all chance comes from: the same seed gives the same bits. [{Usual.Seed}]"
    );

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
        classes.Read(parsed, Usual) with
        {
            Encoding = encoding.Read(parsed),
            Hidden = parsed.GetValue(hidden) ?? Usual.Hidden,
            Activation = parsed.GetValue(activation) ?? Usual.Activation,
            Dropout = parsed.GetValue(dropout) ?? Usual.Dropout,
            Optimizer = ReadOptimizer(parsed),
            BatchSize = parsed.GetValue(batchSize) ?? Usual.BatchSize,
            Epochs = parsed.GetValue(epochs) ?? Usual.Epochs,
            Patience = parsed.GetValue(patience) switch
            {
                null => Usual.Patience,
                0 => null,
                int given => given,
            },
            Penalty = new WeightPenalty(
                parsed.GetValue(l1) ?? Usual.Penalty.L1,
                parsed.GetValue(l2) ?? Usual.Penalty.L2
            ),
            Clipping = parsed.GetValue(clipNorm) is { } norm ? new ClipByNorm(norm) : Usual.Clipping,
            LabelSmoothing = parsed.GetValue(labelSmoothing) ?? Usual.LabelSmoothing,
            RegressionLoss = parsed.GetValue(loss) ?? Usual.RegressionLoss,
            Kind = parsed.GetValue(task) is { } kind ? Enum.Parse<TargetKind>(kind, ignoreCase: true) : Usual.Kind,
            ValidationFraction = parsed.GetValue(validation) ?? Usual.ValidationFraction,
            TestFraction = parsed.GetValue(test) ?? Usual.TestFraction,
            Seed = parsed.GetValue(seed) ?? Usual.Seed,
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
        string name = parsed.GetValue(optimizer) ?? Usual.Optimizer.Name;
        Optimizer named = name == Usual.Optimizer.Name ? Usual.Optimizer : OptimizerNames.Parse(name);
        return named with { LearningRate = parsed.GetValue(learningRate) ?? named.LearningRate };
    }

    private static Option<double?> Penalty(string name, string description, double usual) =>
        Flag.Number(name, $"{description} [{Text(usual)}]", cost => cost >= 0, "at least 0", "0.001");

    private static bool IsShare(double share) => share is >= 0 and < 1;

    private static Activation? FindActivation(string text) => TryParse(text, out _);

    /// <summary>What is wrong with the parameter, where the name is right.</summary>
    private static string? ExplainActivation(string text)
    {
        bool isNamed = ActivationNames.All.Contains(text.Split(':')[0]);
        return isNamed && TryParse(text, out string? fault) is null
            ? $"{fault}{ParseErrors.Separator}Give, for example, --activation relu or --activation leaky-relu:0.2."
            : null;
    }

    private static Activation? TryParse(string text, out string? fault)
    {
        try
        {
            fault = null;
            return Activation.Parse(text);
        }
        catch (FormatException cause)
        {
            fault = cause.Message;
            return null;
        }
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
