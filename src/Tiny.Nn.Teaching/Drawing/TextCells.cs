using System.Globalization;

namespace Tiny.Nn.Teaching.Drawing;

/// <summary>How texts lie on a terminal: letters of China, Japan and Korea take two columns, marks above others none.</summary>
internal static class TextCells
{
    private const string Closing = "。、」）：；";

    /// <summary>How many columns a text takes.</summary>
    internal static int Of(string text) =>
        text.Sum(letter =>
            IsWide(letter) ? 2
            : CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? 0
            : 1
        );

    /// <summary>True where a line may end before a letter though there is no blank.</summary>
    internal static bool MayBreakBefore(char letter) =>
        IsWide(letter) && !Closing.Contains(letter, StringComparison.Ordinal);

    /// <summary>The parts of a word between which a line may end.</summary>
    internal static IEnumerable<string> Parts(string word)
    {
        int begin = 0;
        for (int i = 1; i < word.Length; i++)
        {
            if (MayBreakBefore(word[i]))
            {
                yield return word[begin..i];
                begin = i;
            }
        }
        yield return word[begin..];
    }

    private static bool IsWide(char letter) => letter >= '⺀' && letter < '\uFFE8';
}
