using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Tables.Alike;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>Identifiers made of names: readable, and no two alike.</summary>
/// <param name="reserved">What cannot be an identifier: keywords, and names that the text uses itself.</param>
internal sealed class Identifiers(IEnumerable<string> reserved)
{
    private readonly HashSet<string> taken = [.. reserved];

    /// <summary>An identifier that was not given away before.</summary>
    /// <param name="name">What it is wanted to be: <see cref="Snake"/>, say.</param>
    internal string Unique(string name)
    {
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        }
        return free;
    }

    /// <summary>The words of a name in lower case with low lines between them; ASCII alone: <c>naïve Größe 2</c> is <c>naive_grosse_2</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">What stands in where none of its letters is left.</param>
    internal static string Snake(string name, string otherwise) =>
        Begin(string.Join('_', Words(name)).ToLowerInvariant(), otherwise);

    /// <summary>The words of a name one after the other, each with a capital.</summary>
    internal static string Pascal(string name, string otherwise) =>
        Begin(string.Concat(Words(name).Select(Capital)), Capital(otherwise));

    /// <summary>The same with a small letter in front.</summary>
    internal static string Camel(string name, string otherwise)
    {
        string pascal = Pascal(name, otherwise);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>An identifier does not begin with a digit.</summary>
    private static string Begin(string name, string otherwise) =>
        name.Length == 0 ? otherwise
        : char.IsAsciiDigit(name[0]) ? "_" + name
        : name;

    private static string[] Words(string name)
    {
        StringBuilder apart = new();
        foreach (Rune rune in name.Replace("ß", "ss", StringComparison.Ordinal).EnumerateRunes())
        {
            Decomposition.Append(rune, apart);
        }
        StringBuilder plain = new();
        foreach (char letter in apart.ToString())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
