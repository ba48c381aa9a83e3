using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Checks;

/// <summary>Two rows with the same features, on two sides of a split.</summary>
/// <param name="Known">The training row; the first such row.</param>
/// <param name="Judged">The test row.</param>
public readonly record struct SharedRow(int Known, int Judged)
{
    /// <summary>Both rows, by their places from 0 on.</summary>
    public override string ToString() => $"row {Judged} is as row {Known}";
}

/// <summary>
/// Test rows whose features equal, cell for cell, those of a training row: a model may have memorized them, so scores on them are too good.
/// </summary>
/// <param name="Count">How many test rows are such.</param>
/// <param name="SameTarget">How many of those have the same target too; 0 where there is no target.</param>
/// <param name="Judged">How many test rows there are.</param>
/// <param name="Examples">The first few of them.</param>
public sealed record SharedRows(int Count, int SameTarget, int Judged, IReadOnlyList<SharedRow> Examples)
{
    private const int MostExamples = 5;
    private const int None = -1;

    /// <summary>How many of how many they are.</summary>
    public override string ToString() => $"{Count} of {Judged} rows to judge by also stand in a row to learn from";

    /// <summary>Looks for them, in time proportional to the number of cells.</summary>
    /// <remarks>A missing cell (NaN) equals a missing cell. Equal hashes are confirmed by comparing the cells.</remarks>
    /// <param name="table">The table.</param>
    /// <param name="known">The rows to learn from.</param>
    /// <param name="judged">The rows to judge by.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static SharedRows Find(Table table, ReadOnlySpan<int> known, ReadOnlySpan<int> judged)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Find(table, known, table, judged);
    }

    /// <summary>The same where the rows to judge by are of another table, read for the features of the first.</summary>
    /// <param name="table">The table to learn from.</param>
    /// <param name="known">Its rows to learn from.</param>
    /// <param name="other">The table to judge by, whose features are those of the first in the same order.</param>
    /// <param name="judged">Its rows to judge by.</param>
    /// <exception cref="ArgumentException">The features are others.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static SharedRows Find(Table table, ReadOnlySpan<int> known, Table other, ReadOnlySpan<int> judged)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(other);
        TwoTables rows = new(table, other);

        // Of each row to judge by its first twin among those to learn from; there are fewer of the former to be remembered.
        Dictionary<TwoTables.Row, int> twins = new(rows);
        foreach (int row in judged)
        {
            twins.TryAdd(new TwoTables.Row(row, IsOther: true), None);
        }
        HashSet<(int Twin, int Target)> targets = [];
        ReadOnlySpan<int> codes = table.Target is { } target ? target.Codes.Span : default;
        foreach (int row in known)
        {
            ref int found = ref CollectionsMarshal.GetValueRefOrNullRef(twins, new TwoTables.Row(row, IsOther: false));
            if (Unsafe.IsNullRef(ref found))
            {
                continue;
            }
            found = found == None ? row : found;
            if (!codes.IsEmpty)
            {
                targets.Add((found, codes[row]));
            }
        }
        ReadOnlySpan<int> answers = rows.Targets;
        (int count, int sameTarget) = (0, 0);
        List<SharedRow> examples = [];
        foreach (int row in judged)
        {
            if (twins[new TwoTables.Row(row, IsOther: true)] is not None and var twin)
            {
                count++;
                sameTarget += !answers.IsEmpty && targets.Contains((twin, answers[row])) ? 1 : 0;
                if (examples.Count < MostExamples)
                {
                    examples.Add(new SharedRow(twin, row));
                }
            }
        }
        return new SharedRows(count, sameTarget, judged.Length, examples);
    }
}
