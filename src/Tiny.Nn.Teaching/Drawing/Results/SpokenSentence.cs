using System.Text;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Teaching.Drawing.Results;

/// <summary>
/// A sentence in English and how it is said in Japanese, with places for what differs: <c>{0}</c> for what comes from the data and stays as it is, <c>&lt;0&gt;</c> for
/// words that are said in Japanese too. <c>(s)</c> is there or not.
/// </summary>
internal sealed partial class SpokenSentence
{
    private readonly string[][] english;
    private readonly string[] japanese;
    private readonly int[] places;
    private readonly bool[] areWords;

    /// <param name="english">The sentence; its places are numbered from left to right.</param>
    /// <param name="japanese">The same, with its places in any order.</param>
    internal SpokenSentence(string english, string japanese)
    {
        this.english =
        [
            Fixed(english.Replace("(s)", "s", StringComparison.Ordinal)),
            Fixed(english.Replace("(s)", "", StringComparison.Ordinal)),
        ];
        this.japanese = Fixed(japanese);
        (English, Japanese) = (english, japanese);
        places = [.. Place().Matches(japanese).Select(place => place.Value[1] - '0')];
        areWords = [.. Place().Matches(japanese).Select(place => place.Value[0] == '<')];
    }

    /// <summary>The sentence in English, with its places.</summary>
    internal string English { get; }

    /// <summary>How many letters stand before its first place.</summary>
    internal int Beginning => english[0][0].Length;

    /// <summary>The same in Japanese.</summary>
    internal string Japanese { get; }

    /// <summary>The sentence in Japanese; null where it is another one.</summary>
    /// <param name="text">The sentence in English.</param>
    /// <param name="words">Says words in Japanese.</param>
    internal string? Say(string text, Func<string, string> words)
    {
        if ((Parts(text, english[0]) ?? Parts(text, english[1])) is not { } parts)
        {
            return null;
        }
        StringBuilder said = new(japanese[0]);
        for (int i = 0; i < places.Length; i++)
        {
            string part = parts[places[i]];
            said.Append(areWords[i] ? words(part) : part).Append(japanese[i + 1]);
        }
        return said.ToString();
    }

    /// <summary>What stands at the places of a text: as little as can be, and something; null where the text has not these fixed parts.</summary>
    private static string[]? Parts(string text, string[] fixedParts)
    {
        if (fixedParts.Length == 1)
        {
            return text == fixedParts[0] ? [] : null;
        }
        if (!text.StartsWith(fixedParts[0], StringComparison.Ordinal))
        {
            return null;
        }
        string[] parts = new string[fixedParts.Length - 1];
        int start = fixedParts[0].Length;
        for (int i = 0; i < parts.Length; i++)
        {
            string next = fixedParts[i + 1];
            int end =
                i < parts.Length - 1 ? text.IndexOf(next, Math.Min(start + 1, text.Length), StringComparison.Ordinal)
                : text.EndsWith(next, StringComparison.Ordinal) ? text.Length - next.Length
                : -1;
            if (end <= start)
            {
                return null;
            }
            parts[i] = text[start..end];
            start = end + next.Length;
        }
        return parts;
    }

    private static string[] Fixed(string sentence) => Place().Split(sentence);

    [GeneratedRegex(@"\{[0-9]\}|<[0-9]>")]
    private static partial Regex Place();
}
