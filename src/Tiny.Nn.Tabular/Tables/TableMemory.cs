namespace Tiny.Nn.Tabular.Tables;

/// <summary>Memory that a table in files no longer needs.</summary>
internal static class TableMemory
{
    /// <summary>From so many rows on an array of a number each takes megabytes.</summary>
    private const int ManyRows = 500_000;

    /// <summary>
    /// Gives back memory that nobody needs any more. Of many rows each array is large, and the collector would keep several of them until there is no room: whoever asked for a table in a
    /// file has little. Of few rows it is not worth the while in which all threads stand still.
    /// </summary>
    /// <param name="table">The table that is worked on; where it has no home nothing is done.</param>
    internal static void Tidy(Table table)
    {
        if (table.Home is not null && table.Rows >= ManyRows)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }
}
