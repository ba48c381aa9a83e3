using System.Runtime.CompilerServices;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>Levels in order: that of numbers if all are numbers, false before true, else ordinal.</summary>
/// <param name="Names">The levels, each by the first of its spellings.</param>
/// <param name="Places">For each text that was given the place of its level.</param>
/// <param name="Spellings">Of levels that are written in several ways all of them, the name first.</param>
internal readonly record struct LevelOrder(string[] Names, int[] Places, IReadOnlyList<string[]> Spellings);

/// <summary>The levels of a column in order, and for each row the place of its level among them.</summary>
/// <param name="Names">The levels, each by the first of its spellings.</param>
/// <param name="Codes">For each row the place of its level.</param>
/// <param name="Spellings">Of levels that are written in several ways all of them, the name first.</param>
internal sealed record Levels(string[] Names, int[] Codes, IReadOnlyList<string[]> Spellings)
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
        (string[] names, int[] places, IReadOnlyList<string[]> spellings) = Order(index.Names, rules);
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = places[codes[row]];
        }
        return new Levels(names, codes, spellings);
    }

    /// <summary>The levels of distinct texts, given as they came.</summary>
    internal static LevelOrder Order(IReadOnlyList<string> texts, CellRules rules)
    {
        int[] order = [.. Enumerable.Range(0, texts.Count)];
        if (LevelKeys.AreTruths(texts))
        {
            string?[] truths = [.. texts.Select(LevelKeys.Truth)];
            Array.Sort(order, (one, other) => string.CompareOrdinal(truths[one], truths[other]));
            return Merge(texts, order, (one, other) => truths[one] == truths[other]);
        }
        if (Numbers(texts, rules) is not { } numbers)
        {
            Array.Sort(order, (one, other) => string.CompareOrdinal(texts[one], texts[other]));
            return Merge(texts, order, (_, _) => false);
        }

        // Texts of one double may still be several numbers, of twenty digits: only then are their digits looked at.
        string Digits(int text) => LevelKeys.Number(texts[text], rules) ?? texts[text];
        int Compare(int one, int other)
        {
            int byValue = numbers[one].CompareTo(numbers[other]);
            return byValue != 0 || one == other ? byValue : string.CompareOrdinal(Digits(one), Digits(other));
        }
        Array.Sort(order, Compare);
        return Merge(texts, order, (one, other) => Compare(one, other) == 0);
    }

    /// <summary>Makes one level of neighbours that are the same.</summary>
    private static LevelOrder Merge(IReadOnlyList<string> texts, int[] order, Func<int, int, bool> areSame)
    {
        List<string> names = [];
        List<string[]> spellings = [];
        int[] places = new int[texts.Count];
        for (int start = 0, end = 1; start < order.Length; start = end++)
        {
            while (end < order.Length && areSame(order[start], order[end]))
            {
                end++;
            }
            Span<int> level = order.AsSpan(start, end - start);
            level.Sort();
            foreach (int text in level)
            {
                places[text] = names.Count;
            }
            names.Add(texts[level[0]]);
            if (level.Length > 1)
            {
                spellings.Add([.. order[start..end].Select(text => texts[text])]);
            }
        }
        return new LevelOrder([.. names], places, spellings);
    }

    private static double[]? Numbers(IReadOnlyList<string> texts, CellRules rules)
    {
        double[] numbers = new double[texts.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!rules.TryParse(Encoding.UTF8.GetBytes(texts[i]), out numbers[i]))
            {
                return null;
            }
        }
        return numbers;
    }
}
