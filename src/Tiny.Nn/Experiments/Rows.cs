using Tiny.Nn.Data;

namespace Tiny.Nn.Experiments;

/// <summary>Rows of a table, by the places that a split of some of them names.</summary>
internal static class Rows
{
    internal static (int[] Kept, int[] Part) Of(Split split, ReadOnlySpan<int> rows) =>
        (At(split.Training.Span, rows), At(split.Validation.Span, rows));

    private static int[] At(ReadOnlySpan<int> places, ReadOnlySpan<int> rows)
    {
        int[] chosen = new int[places.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = rows[places[i]];
        }
        return chosen;
    }
}
