using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables.Alike;

/// <summary>Texts that a reader takes for one and a program does not: they differ by case, blanks, invisible characters, width, or in how an accent is written.</summary>
internal sealed class Lookalikes
{
    /// <summary>The differences that are looked through, each by its words.</summary>
    private static readonly (Traits Trait, string Words)[] Differences =
    [
        (Traits.Case, "by case"),
        (Traits.Accents, "in how an accent is written (NFC, NFD)"),
        (Traits.Invisible, "by invisible characters"),
        (Traits.Blanks, "in their blanks"),
        (Traits.Width, "in the width of characters"),
    ];

    private const Traits All = (Traits)~0;

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    [Flags]
    private enum Traits
    {
        None = 0,
        Case = 1,
        Accents = 2,
        Invisible = 4,
        Blanks = 8,
        Width = 16,
    }

    /// <summary>What texts may look like: the first of those that look alike.</summary>
    internal Lookalikes(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            known.TryAdd(Seen(text), text);
        }
    }

    /// <summary>The known text that another looks like; null where there is none.</summary>
    internal string? Find(string text) => known.TryGetValue(Seen(text), out string? like) && like != text ? like : null;

    /// <summary>The pairs among texts that look alike, each with the first of its kind.</summary>
    internal static IEnumerable<(string First, string Second)> Pairs(IEnumerable<string> texts)
    {
        Lookalikes seen = new([]);
        foreach (string text in texts)
        {
            string key = Seen(text);
            if (!seen.known.TryAdd(key, text))
            {
                yield return (seen.known[key], text);
            }
        }
    }

    /// <summary>How two texts differ that look alike: "only by case".</summary>
    internal static string Difference(string first, string second)
    {
        if (Number(first) is not null && Number(second) is not null)
        {
            return "only in how the number is written";
        }
        if (Without(first, All) != Without(second, All))
        {
            return "in several ways";
        }
        string[] words =
        [
            .. Differences
                .Where(one => Without(first, ~one.Trait) != Without(second, ~one.Trait))
                .Select(one =>
                    one.Trait is Traits.Invisible or Traits.Blanks
                        ? one.Words + Codes(first, second, one.Trait)
                        : one.Words
                ),
        ];
        return words.Length == 0 ? "in several ways" : $"only {string.Join(" and ", words)}";
    }

    /// <summary>What is seen of a text. Of a number that is its value.</summary>
    private static string Seen(string text)
    {
        string seen = Without(text, All);
        return Number(seen) ?? seen;
    }

    private static string? Number(string text) => DecimalText.Of(text, '.');

    /// <summary>The code points of a kind that only one of the texts has, or has more of: " (U+00A0)".</summary>
    private static string Codes(string first, string second, Traits trait)
    {
        Func<Rune, bool> isMeant = trait == Traits.Blanks ? Rune.IsWhiteSpace : IsInvisible;
        string Listed(string text) =>
            string.Join(' ', text.EnumerateRunes().Where(isMeant).Distinct().Select(rune => $"U+{rune.Value:X4}"));
        string[] listed = [.. ((string[])[Listed(first), Listed(second)]).Where(codes => codes.Length > 0).Distinct()];
        return listed.Length == 0 ? "" : $" ({string.Join("; ", listed)})";
    }

    /// <summary>A text without some of its traits.</summary>
    private static string Without(string text, Traits traits)
    {
        StringBuilder seen = new(text.Length);
        foreach (Rune written in text.EnumerateRunes())
        {
            Rune rune = traits.HasFlag(Traits.Width) ? Usual(written) : written;
            bool isBlank = Rune.IsWhiteSpace(rune);
            if (traits.HasFlag(Traits.Invisible) && IsInvisible(rune))
            {
                continue;
            }
            if (traits.HasFlag(Traits.Blanks) && isBlank)
            {
                // A run of blanks, of whatever kind, is one.
                if (seen.Length > 0 && seen[^1] != ' ')
                {
                    seen.Append(' ');
                }
                continue;
            }
            Rune cased = traits.HasFlag(Traits.Case) ? Rune.ToUpperInvariant(rune) : rune;
            if (traits.HasFlag(Traits.Accents))
            {
                Decomposition.Append(cased, seen);
            }
            else
            {
                seen.Append(cased);
            }
        }
        return traits.HasFlag(Traits.Blanks) ? seen.ToString().TrimEnd(' ') : seen.ToString();
    }

    /// <summary>A character of full or half width as it is usually written.</summary>
    private static Rune Usual(Rune rune) =>
        rune.Value switch
        {
            >= 0xFF01 and <= 0xFF5E => new Rune(rune.Value - 0xFF01 + '!'),
            >= 0xFF61 and <= 0xFF9F => new Rune(HalfWidth[rune.Value - 0xFF61]),
            _ => rune,
        };

    /// <summary>The characters of U+FF61 to U+FF9F in their usual width.</summary>
    private const string HalfWidth =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    /// <summary>Formats, joiners, soft hyphens and variation selectors: nothing is drawn for them.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164
        || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
