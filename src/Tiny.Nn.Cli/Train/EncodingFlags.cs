using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flags that say how features become the inputs of the network.</summary>
/// <param name="usual">What holds where a flag is not given.</param>
internal sealed class EncodingFlags(EncodingOptions usual)
{
    private readonly Option<string?> scale = Names<ScalingKind>(
        "--scale",
        "How features are brought to one scale",
        usual.Scaling
    );
    private readonly Option<string?> fill = Names<FillKind>(
        "--fill",
        "What stands in for a missing number",
        usual.Fill
    );
    private readonly Option<double?> maxLevels = Flag.Number(
        "--max-levels",
        $"How many texts of a column have an input each; rarer ones share one. [{usual.MaxLevels}]",
        count => count is >= 2 and <= int.MaxValue && double.IsInteger(count),
        "a whole number from 2 on",
        "20"
    );

    private readonly Option<double?> markFrom = Flag.Number(
        "--mark-from",
        "Share of missing cells from which on a column has an input that marks them; 0 for wherever there are any. "
            + $"[{usual.MarkFrom.ToString(CultureInfo.InvariantCulture)}]",
        share => share is >= 0 and < 1,
        "at least 0 and below 1",
        "0.01"
    );
    private readonly Option<double?> wordBuckets = Flag.Number(
        "--word-buckets",
        $"Among how many inputs the words of a --text column are spread. [{usual.WordBuckets}]",
        count => count is >= 1 and <= FeatureHashing.MostBuckets && double.IsInteger(count),
        $"a whole number from 1 to {FeatureHashing.MostBuckets}",
        "256"
    );

    internal IEnumerable<Option> All => [scale, fill, markFrom, maxLevels, wordBuckets];

    internal EncodingOptions Read(ParseResult parsed) =>
        usual with
        {
            Scaling = Parse<ScalingKind>(parsed.GetValue(scale)) ?? usual.Scaling,
            Fill = Parse<FillKind>(parsed.GetValue(fill)) ?? usual.Fill,
            MarkFrom = parsed.GetValue(markFrom) ?? usual.MarkFrom,
            MaxLevels = (int?)parsed.GetValue(maxLevels) ?? usual.MaxLevels,
            WordBuckets = (int?)parsed.GetValue(wordBuckets) ?? usual.WordBuckets,
        };

    private static Option<string?> Names<TKind>(string flag, string description, TKind preset)
        where TKind : struct, Enum
    {
        string[] names = [.. Enum.GetNames<TKind>().Select(name => name.ToLowerInvariant())];
        string listed = string.Join(", ", names);
        return Flag.Choice<string>(
            flag,
            $"{description}: {listed}. [{preset.ToString().ToLowerInvariant()}]",
            names,
            name => names.Contains(name) ? name : null
        );
    }

    private static TKind? Parse<TKind>(string? name)
        where TKind : struct, Enum => name is null ? null : Enum.Parse<TKind>(name, ignoreCase: true);
}
