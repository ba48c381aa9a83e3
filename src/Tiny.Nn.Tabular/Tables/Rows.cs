namespace Tiny.Nn.Tabular.Tables;

/// <summary>Some rows of what a table has one of per row.</summary>
internal static class Rows
{
    /// <summary>The items of the given rows, in the order given.</summary>
    internal static TItem[] Pick<TItem>(ReadOnlySpan<TItem> items, ReadOnlySpan<int> rows)
    {
        TItem[] picked = new TItem[rows.Length];
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = items[rows[i]];
        }
        return picked;
    }
}
