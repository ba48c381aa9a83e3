using System.CommandLine;
using Tiny.Nn.Preprocessing;

namespace Tiny.Nn.Cli.Commands;

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

    internal IEnumerable<Option> All => [scale, fill, maxLevels];

    internal EncodingOptions Read(ParseResult parsed) =>
        usual with
        {
            Scaling = Parse<ScalingKind>(parsed.GetValue(scale)) ?? usual.Scaling,
            Fill = Parse<FillKind>(parsed.GetValue(fill)) ?? usual.Fill,
            MaxLevels = (int?)parsed.GetValue(maxLevels) ?? usual.MaxLevels,
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
