using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>
/// Symbols with a layer above and units below. In a formula they stand as marks, which a terminal shows as Unicode's small digits and a page as
/// small digits of its own.
/// </summary>
internal static partial class Notation
{
    private const string Small = "₀₁₂₃₄₅₆₇₈₉";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The input of the network, from 1 on.</summary>
    internal static string X(int input) => Mark("x", null, input);

    /// <summary>The target of an output.</summary>
    internal static string T(int output) => Mark("t", null, output);

    /// <summary>A target of which a share is spread over all classes.</summary>
    internal static string Y(int output) => Mark("y", null, output);

    internal static string Z(int layer, int unit) => Mark("z", layer, unit);

    internal static string A(int layer, int unit) => Mark("a", layer, unit);

    internal static string B(int layer, int unit) => Mark("b", layer, unit);

    internal static string W(int layer, int unit, int input) => Mark("w", layer, unit, input);

    internal static string Delta(int layer, int unit) => Mark("δ", layer, unit);

    /// <summary>What a layer's input is: that of the network, or the output of the layer before.</summary>
    internal static string Into(int layer, int input) => layer == 1 ? X(input) : A(layer - 1, input);

    /// <summary>The loss's derivative by a symbol.</summary>
    internal static string Derivative(string symbol) => $"∂ℓ/∂{symbol}";

    /// <summary>A symbol times itself: a small ² has no room beside indices.</summary>
    internal static string Squared(string symbol) => symbol.Length == 1 ? $"{symbol}²" : $"{symbol}·{symbol}";

    /// <summary>As a terminal shows it.</summary>
    internal static string ToText(string formula) =>
        Indices()
            .Replace(
                formula,
                mark =>
                {
                    string layer = mark.Groups["layer"].Value;
                    string above = layer.Length == 0 ? "" : $"⁽{Digits(layer, Raised)}⁾";
                    string[] units = mark.Groups["units"].Value.Split(',');
                    string between = units.Any(unit => unit.Length > 1) ? "," : "";
                    return above + string.Join(between, units.Select(unit => Digits(unit, Small)));
                }
            );

    /// <summary>As a page shows it: texts and elements. What stands behind ^ is raised.</summary>
    internal static IEnumerable<object> ToElements(string formula)
    {
        int end = 0;
        foreach (Match part in Marks().Matches(formula))
        {
            yield return formula[end..part.Index];
            if (part.Groups["power"] is { Success: true, Value: var power })
            {
                yield return Markup.Element("sup", ToElements(power));
            }
            if (part.Groups["layer"].Value is { Length: > 0 } layer)
            {
                yield return Markup.Element("sup", $"({layer})");
            }
            if (part.Groups["units"].Value is { Length: > 0 } units)
            {
                yield return Markup.Element("sub", units);
            }
            end = part.Index + part.Length;
        }
        yield return formula[end..];
    }

    internal static string Mark(string letter, int? layer, params IReadOnlyList<int> units) =>
        string.Create(CultureInfo.InvariantCulture, $"{letter}⟦{layer}|{string.Join(',', units)}⟧");

    private static string Digits(string number, string alphabet) =>
        string.Concat(number.Select(digit => alphabet[digit - '0']));

    [GeneratedRegex("⟦(?<layer>[0-9]*)\\|(?<units>[0-9,]*)⟧")]
    private static partial Regex Indices();

    /// <summary>The same, or a power: in brackets, or a symbol or a number by itself.</summary>
    [GeneratedRegex(
        "⟦(?<layer>[0-9]*)\\|(?<units>[0-9,]*)⟧|\\^(\\((?<power>[^()]*)\\)|(?<power>[a-zᵢⱼ](⟦[^⟧]*⟧)?|[0-9.]+(e[−]?[0-9]+)?))"
    )]
    private static partial Regex Marks();
}
