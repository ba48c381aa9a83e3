using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>Distinct texts, numbered as they come.</summary>
internal sealed class LevelIndex
{
    /// <summary>So many texts that came last are found without a look into the dictionary: most columns have no more.</summary>
    private const int Recent = 64;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> names = [];
    private readonly (byte[] Text, int Place)[] recent = new (byte[], int)[Recent];
    private char[] characters = new char[256];

    internal LevelIndex() => lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();

    internal LevelIndex(IEnumerable<string> levels)
        : this()
    {
        foreach (string level in levels)
        {
            Add(level);
        }
    }

    /// <summary>The texts, in the order of their numbers.</summary>
    internal IReadOnlyList<string> Names => names;

    /// <summary>The number of a text in UTF-8; −1 for a new one.</summary>
    internal int Find(ReadOnlySpan<byte> text)
    {
        int slot = text.IsEmpty ? 0 : (text.Length * 37 + text[0] * 5 + text[^1]) % Recent;
        if (recent[slot].Text is { } last && text.SequenceEqual(last))
        {
            return recent[slot].Place;
        }
        if (!lookup.TryGetValue(Decode(text), out int place))
        {
            return -1;
        }
        recent[slot] = (text.ToArray(), place);
        return place;
    }

    /// <summary>The number of a text, which is new or not.</summary>
    internal int FindOrAdd(ReadOnlySpan<byte> text)
    {
        int place = Find(text);
        return place < 0 ? Add(Decode(text).ToString()) : place;
    }

    /// <summary>Forgets all texts.</summary>
    internal void Clear()
    {
        places.Clear();
        names.Clear();
        Array.Clear(recent);
    }

    private int Add(string text)
    {
        int place = names.Count;
        places.Add(text, place);
        names.Add(text);
        return place;
    }

    /// <summary>A text in UTF-8 never has more characters than bytes.</summary>
    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> text)
    {
        if (characters.Length < text.Length)
        {
            characters = new char[text.Length];
        }
        return characters.AsSpan(0, Encoding.UTF8.GetChars(text, characters));
    }
}
