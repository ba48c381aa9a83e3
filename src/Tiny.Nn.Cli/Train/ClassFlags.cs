using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flags that say how classes are weighed against each other.</summary>
internal sealed class ClassFlags
{
    private const string Balanced = "balanced";
    private const string None = "none";
    private const string Cost = "cost:";

    private static readonly ThresholdRule[] Rules = [ThresholdRule.LargestF1, ThresholdRule.LargestBalancedAccuracy];
    private static readonly string[] RuleNames = [.. Rules.Select(rule => $"{rule}")];

    private readonly Option<Weights?> weight = Flag.Choice(
        "--class-weight",
        "How much the rows of each class count in training: none, balanced (each class the same), or NAME=2,OTHER=0.5. [none]",
        [Balanced, None],
        ParseWeights,
        text =>
            text.Contains('=', StringComparison.Ordinal)
                ? $"\"{text}\" is no list of classes with weights from 0 on.{ParseErrors.Separator}Give, for example, --class-weight yes=2,no=0.5."
                : null
    );
    private readonly Option<ThresholdRule?> threshold = Flag.Choice(
        "--threshold",
        "Above which probability a row is taken for the second of two classes: a number, or what the validation rows "
            + "choose by f1, balanced-accuracy, or the costs of mistakes, cost:FP,FN. [0.5]",
        RuleNames,
        ParseThreshold,
        ExplainThreshold
    );

    internal IEnumerable<Option> All => [weight, threshold];

    internal Recipe Read(ParseResult parsed, Recipe usual) =>
        usual with
        {
            ClassWeights = parsed.GetValue(weight)?.Weighting ?? usual.ClassWeights,
            Threshold = parsed.GetValue(threshold) ?? usual.Threshold,
        };

    /// <summary>Refuses what the target makes no sense of.</summary>
    /// <exception cref="UsageException">A threshold is given for other than two classes, or a weight for what is no class.</exception>
    internal void Require(ParseResult parsed, IReadOnlyList<string> classes)
    {
        if (parsed.GetValue(threshold) is { } rule && classes.Count != 2)
        {
            throw new UsageException(
                $"A threshold is for two classes, and the target has {classes.Count}.",
                $"{threshold.Name} {rule}",
                "Leave it out: of several classes the most probable one is predicted."
            );
        }
        foreach (string name in parsed.GetValue(weight)?.Names ?? [])
        {
            if (!classes.Contains(name))
            {
                string meant = Closest.To(name, classes) is { } close ? $"Did you mean {close}? " : "";
                throw new UsageException(
                    $"A weight is given for \"{name}\", which is no class.",
                    $"{weight.Name} {parsed.GetValue(weight)!.Weighting}",
                    $"{meant}The classes are: {string.Join(", ", classes.Take(20))}."
                );
            }
        }
    }

    private static Weights? ParseWeights(string text)
    {
        if (text is Balanced or None)
        {
            return new Weights(text == None ? ClassWeighting.None : ClassWeighting.Balanced, []);
        }
        Dictionary<string, double> weights = [];
        foreach (string part in text.Split(','))
        {
            // A class may have the sign in its name, a weight has not.
            int sign = part.LastIndexOf('=');
            double? given = sign < 1 ? null : Number(part[(sign + 1)..]);
            if (given is not >= 0 || !weights.TryAdd(part[..sign].Trim(), given.Value))
            {
                return null;
            }
        }
        return new Weights(ClassWeighting.Given(weights), [.. weights.Keys]);
    }

    private static ThresholdRule? ParseThreshold(string text)
    {
        if (text.StartsWith(Cost, StringComparison.Ordinal))
        {
            double?[] costs = [.. text[Cost.Length..].Split(',').Select(Number)];
            return costs is [> 0 and var falsePositive, > 0 and var falseNegative]
                ? new LeastCost(falsePositive, falseNegative)
                : null;
        }
        return Number(text) is >= 0 and <= 1 and var fixedAt
            ? new FixedThreshold(fixedAt)
            : Array.Find(Rules, rule => $"{rule}" == text);
    }

    private static string? ExplainThreshold(string text)
    {
        string example = "--threshold 0.3 or --threshold cost:1,5";
        if (text.StartsWith("cost", StringComparison.Ordinal))
        {
            return $"\"{text}\" does not name two costs above 0.{ParseErrors.Separator}Give, for example, --threshold cost:1,5.";
        }
        return Number(text) is null
            ? null
            : $"\"{text}\" is not from 0 to 1.{ParseErrors.Separator}Give, for example, {example}.";
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Weights as they were asked for, and the classes that were named.</summary>
    private sealed record Weights(ClassWeighting Weighting, IReadOnlyList<string> Names);
}
