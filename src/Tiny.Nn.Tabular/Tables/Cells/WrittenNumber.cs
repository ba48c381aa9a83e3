using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>
/// A number as people write it: 45%, $12.50, 1 234, (3.50), −5, 1.234,56. It has one reading where a point is decimal and another where a comma is;
/// where both are the same number, or one of them is none, its meaning is certain.
/// </summary>
/// <param name="WithPoint">What it is where a point is decimal; null where it is no number then.</param>
/// <param name="WithComma">What it is where a comma is decimal; null where it is no number then.</param>
/// <param name="Unit">What stands beside the number; empty where nothing does.</param>
/// <param name="IsSure">True where the unit is certainly one: it is known, or stands apart.</param>
/// <param name="Ways">What is unusual about the writing, in words.</param>
internal sealed partial record WrittenNumber(
    WrittenNumber.Reading? WithPoint,
    WrittenNumber.Reading? WithComma,
    string Unit,
    bool IsSure,
    IReadOnlyList<string> Ways
)
{
    private const int Longest = 100;

    /// <summary>A number, and what separates its thousands.</summary>
    internal readonly record struct Reading(double Value, char? Mark);

    /// <summary>The number that a text is; null where it is none in either way.</summary>
    internal static WrittenNumber? Read(string text)
    {
        if (text.Length > Longest || !text.Any(char.IsDigit))
        {
            return null;
        }
        List<string> ways = [];
        string written = Plainly(text, ways).Trim();
        if (written[0] == '\'')
        {
            ways.Add("an apostrophe before it");
            written = written[1..];
        }
        bool isNegative = written is ['(', .., ')'];
        written = isNegative ? written[1..^1].Trim() : written;
        (string head, string body, string tail) = Split(written);
        if (head.EndsWith('(') && tail.StartsWith(')') && !isNegative)
        {
            (head, tail, isNegative) = (head[..^1].TrimEnd(), tail[1..], true);
        }
        if (isNegative)
        {
            ways.Add("parentheses for a minus");
        }
        if (TakeSign(ref head) is { } sign)
        {
            if (isNegative)
            {
                return null;
            }
            isNegative = sign == '-';
        }
        string unit = tail.Trim();
        bool isApart = tail.StartsWith(' ');
        if (head.Length > 0)
        {
            if (unit.Length > 0 || !Units.IsCurrency(head))
            {
                return null;
            }
            unit = head;
        }
        else if (unit.Length > 0 && !Units.IsOne(unit))
        {
            return null;
        }
        if (unit.Length > 0)
        {
            ways.Add(unit == "%" ? "a percent sign, 45% being 45" : $"the unit {unit}");
        }
        Reading? point = Read(WithPoints().Match(body), ",", ".", isNegative);
        Reading? comma = Read(WithCommas().Match(body), ".", ",", isNegative);
        if (Units.IsWhole(unit) && point is { } one && comma is { } other && one.Value != other.Value)
        {
            (point, comma) = (one.Mark is null ? null : point, other.Mark is null ? null : comma);
        }
        return point is null && comma is null
            ? null
            : new WrittenNumber(point, comma, unit, unit.Length == 0 || isApart || Units.IsKnown(unit), ways);
    }

    /// <summary>True for a number that says only where another lies: &lt;0.1.</summary>
    internal static bool IsBound(string text)
    {
        string bound = text.TrimStart('<', '>', '≤', '≥', '=', '~', '≈');
        return bound.Length < text.Length && bound.Length > 0 && text[0] != '=' && Read(bound.Trim()) is not null;
    }

    /// <summary>Full-width letters as others, all minus signs as one, all blanks as one.</summary>
    private static string Plainly(string text, List<string> ways)
    {
        StringBuilder plain = new(text.Length);
        foreach (char letter in text)
        {
            plain.Append(Plain(letter));
        }
        if (text.Any(letter => letter is >= '\uFF10' and <= '\uFF19'))
        {
            ways.Add("full-width digits");
        }
        if (text.Any(letter => letter is '\u2212' or '\u2013' or '\uFE63' or '\uFF0D'))
        {
            ways.Add("a minus sign of its own");
        }
        return plain.ToString();
    }

    private static char Plain(char letter) =>
        letter switch
        {
            '\u2212' or '\u2013' or '\uFE63' => '-',
            '\u2019' or '\u02BC' => '\'',
            '\uFFE5' => '¥',
            '\uFFE1' => '£',
            '\uFFE6' => '₩',
            '\uFE6A' or '\u066A' => '%',
            >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
            _ when char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator => ' ',
            _ => letter,
        };

    /// <summary>What stands before the digits, these with all their marks, and what stands behind.</summary>
    private static (string Head, string Body, string Tail) Split(string text)
    {
        int start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return (text, "", "");
        }
        bool hasMark = start > 0 && text[start - 1] is '.' or ',';
        start -= hasMark && (start == 1 || !char.IsLetter(text[start - 2])) ? 1 : 0;
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ' ' or '.' or ',' or '\'' or '_'))
        {
            end++;
        }
        end += Exponent().Match(text, end) is { Success: true } exponent && exponent.Index == end ? exponent.Length : 0;
        string body = text[start..end].TrimEnd();
        return (text[..start].Trim(), body, text[(start + body.Length)..]);
    }

    /// <summary>Takes the sign from either end of what stands before the digits.</summary>
    private static char? TakeSign(ref string head)
    {
        if (head.Length > 0 && head[0] is '-' or '+')
        {
            char first = head[0];
            head = head[1..].TrimStart();
            return first;
        }
        if (head.Length > 0 && head[^1] is '-' or '+')
        {
            char last = head[^1];
            head = head[..^1].TrimEnd();
            return last;
        }
        return null;
    }

    private static Reading? Read(Match match, string other, string point, bool isNegative)
    {
        if (!match.Success)
        {
            return null;
        }
        string whole = match.Groups["whole"].Value;
        string digits = string.Concat(whole.Where(char.IsAsciiDigit));
        string rest = match.Value[whole.Length..].Replace(point, ".", StringComparison.Ordinal);
        bool isNumber = PlainNumber.TryParse(
            Encoding.ASCII.GetBytes($"{(isNegative ? "-" : "")}{digits}{rest}"),
            out double value
        );
        char? mark = digits.Length == whole.Length ? null : whole.First(letter => !char.IsAsciiDigit(letter));
        return isNumber ? new Reading(value, mark == other[0] ? other[0] : mark) : null;
    }

    [GeneratedRegex("\\G[eE][+-]?[0-9]+(?![\\p{L}0-9])")]
    private static partial Regex Exponent();

    /// <summary>Digits, or groups of three of them; in India two up to the last three.</summary>
    [GeneratedRegex(
        "^(?<whole>[1-9][0-9]{0,2}(?<mark>[ '_,])[0-9]{3}(?:\\k<mark>[0-9]{3})*|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}|[0-9]*)(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$"
    )]
    private static partial Regex WithPoints();

    [GeneratedRegex(
        "^(?<whole>[1-9][0-9]{0,2}(?<mark>[ '_.])[0-9]{3}(?:\\k<mark>[0-9]{3})*|[0-9]*)(?:,[0-9]*)?(?:[eE][+-]?[0-9]+)?$"
    )]
    private static partial Regex WithCommas();
}
