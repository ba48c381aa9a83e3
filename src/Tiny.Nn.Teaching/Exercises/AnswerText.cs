using System.Globalization;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Teaching.Exercises;

/// <summary>
/// Reads numbers as people write them: 0.25, 0,25, .25, −2.5e-3, 2.5·10^-3, 25 %, 1/4, δ = 0.25, and all of that in the wide letters of an
/// East Asian keyboard.
/// </summary>
internal static partial class AnswerText
{
    /// <summary>What the text may mean: two numbers where a comma may be a decimal sign or stand between thousands; none where it is no number.</summary>
    internal static IReadOnlyList<double> Numbers(string text)
    {
        string plain = Plain(text);
        if (plain.Split('/') is [string above, string below])
        {
            return [.. from a in Decimals(above) from b in Decimals(below) where b != 0 select a / b];
        }
        return plain.EndsWith('%') ? [.. Decimals(plain[..^1]).Select(number => number / 100)] : Decimals(plain);
    }

    /// <summary>The place of a choice, from 0 on: a letter, or a number from 1 on; null for neither.</summary>
    internal static int? Letter(string text)
    {
        string plain = Normal(text).Trim().Trim('(', ')', '.').Trim();
        if (plain.Length == 1 && char.IsAsciiLetter(plain[0]))
        {
            return char.ToLowerInvariant(plain[0]) - 'a';
        }
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number - 1
            : null;
    }

    private static string Plain(string text)
    {
        string normal = Normal(text);
        string right = normal[(normal.LastIndexOfAny(['=', '≈', '~', ':']) + 1)..];

        // A blank between two digits stands between thousands, or between two numbers: then it is no number.
        bool isTorn = TornDigits().IsMatch(right) && !SpacedThousands().IsMatch(right.Trim());
        string joined = isTorn ? "" : Blanks().Replace(right, "");
        return PowerOfTen().Replace(joined, "e$1");
    }

    /// <summary>Wide letters become narrow ones, and all minus signs the same. By hand: the runtime may have no tables of letters.</summary>
    internal static string Normal(string text) => string.Concat(text.Select(Narrow));

    private static char Narrow(char letter) =>
        letter switch
        {
            >= '\uFF01' and <= '\uFF5E' => Dash((char)(letter - '\uFF01' + '!')),
            '\u3000' => ' ',
            '、' => ',',
            '。' => '.',
            _ => Dash(letter),
        };

    private static char Dash(char letter) => letter is '−' or '–' or 'ー' ? '-' : letter;

    private static double[] Decimals(string text)
    {
        int comma = text.LastIndexOf(',');
        int point = text.LastIndexOf('.');
        IEnumerable<string> spellings =
            comma < 0 ? [text]
            : point > comma ? [text.Replace(",", "", StringComparison.Ordinal)]
            : point >= 0 ? [text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')]
            :
            [
                text.Replace(',', '.'),
                .. Thousands().IsMatch(text) ? new[] { text.Replace(",", "", StringComparison.Ordinal) } : [],
            ];
        return
        [
            .. spellings
                .Select(spelling =>
                    double.TryParse(spelling, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                        ? number
                        : double.NaN
                )
                .Where(double.IsFinite),
        ];
    }

    [GeneratedRegex(@"[\s_'’]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[0-9][.,]?\s+[.,]?[0-9]")]
    private static partial Regex TornDigits();

    [GeneratedRegex(@"^[+-]?\s*[1-9][0-9]{0,2}([\s_'’][0-9]{3})+([.,][0-9]+)?\s*%?$")]
    private static partial Regex SpacedThousands();

    [GeneratedRegex(@"[×x·*⋅]10\^?\(?([+-]?\d+)\)?$")]
    private static partial Regex PowerOfTen();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(,\d{3})+$")]
    private static partial Regex Thousands();
}
