using System.Text;

namespace Tiny.Nn.Data;

/// <summary>The distinct texts of a column in order, and for each row the place of its text among them.</summary>
internal sealed record Levels(string[] Names, int[] Codes)
{
    internal static Levels Find(TextColumn texts)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = places.GetAlternateLookup<
            ReadOnlySpan<char>
        >();
        int[] codes = new int[texts.Count];
        char[] characters = new char[256];
        for (int row = 0; row < codes.Length; row++)
        {
            // A text in UTF-8 never has more characters than bytes.
            ReadOnlySpan<byte> text = texts.Utf8(row);
            if (characters.Length < text.Length)
            {
                characters = new char[text.Length];
            }
            ReadOnlySpan<char> name = characters.AsSpan(0, Encoding.UTF8.GetChars(text, characters));
            if (!lookup.TryGetValue(name, out codes[row]))
            {
                codes[row] = places.Count;
                lookup[name] = codes[row];
            }
        }

        // Until now a code tells who came first; it shall tell the place in order.
        string[] names = Sorted(places.Keys);
        int[] ordered = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            ordered[places[names[i]]] = i;
        }
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = ordered[codes[row]];
        }
        return new Levels(names, codes);
    }

    private static string[] Sorted(IReadOnlyCollection<string> names)
    {
        string[] ordered = [.. names.Order(StringComparer.Ordinal)];
        double[] numbers = new double[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            if (!PlainNumber.TryParse(Encoding.UTF8.GetBytes(ordered[i]), out numbers[i]))
            {
                return ordered;
            }
        }

        // A stable sort: equal numbers that are written differently stay in ordinal order.
        return [.. ordered.Index().OrderBy(name => numbers[name.Index]).Select(name => name.Item)];
    }
}
