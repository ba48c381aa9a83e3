using System.Runtime.CompilerServices;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>The distinct texts of a column in order, and for each row the place of its text among them.</summary>
internal sealed record Levels(string[] Names, int[] Codes)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Levels Find(TextColumn texts, CellRules rules)
    {
        LevelIndex index = new();
        int[] codes = new int[texts.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = index.FindOrAdd(texts.Utf8(row));
        }
        (string[] names, int[] places) = Order(index.Names, rules);
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = places[codes[row]];
        }
        return new Levels(names, codes);
    }

    /// <summary>Distinct texts in order, that of numbers if all are numbers; and the place there of each one given.</summary>
    internal static (string[] Names, int[] Places) Order(IReadOnlyList<string> texts, CellRules rules)
    {
        string[] names = Sorted(texts, rules);
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            places[names[i]] = i;
        }
        return (names, [.. texts.Select(text => places[text])]);
    }

    private static string[] Sorted(IReadOnlyCollection<string> names, CellRules rules)
    {
        string[] ordered = [.. names.Order(StringComparer.Ordinal)];
        double[] numbers = new double[ordered.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            if (!rules.TryParse(Encoding.UTF8.GetBytes(ordered[i]), out numbers[i]))
            {
                return ordered;
            }
        }

        // A stable sort: equal numbers that are written differently stay in ordinal order.
        return [.. ordered.Index().OrderBy(name => numbers[name.Index]).Select(name => name.Item)];
    }
}
