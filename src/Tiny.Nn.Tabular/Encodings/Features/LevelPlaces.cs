using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>From a category's cells to the places of its levels among those that an encoding knows.</summary>
internal sealed class LevelPlaces
{
    internal const int Unseen = LevelNames.None;
    internal const int Missing = -2;

    private readonly int[] places;

    /// <param name="known">The feature with the levels that have a place.</param>
    /// <param name="given">The same feature with the levels that cells are counted by.</param>
    internal LevelPlaces(CategoryFeature known, CategoryFeature given) =>
        places = new LevelNames(known.Levels, CsvFormat.UsualRules).Places(given.Levels);

    /// <summary>The place of a cell's level; <see cref="Unseen"/> if it has none, <see cref="Missing"/> if the cell is empty.</summary>
    internal int Find(double cell)
    {
        if (double.IsNaN(cell))
        {
            return Missing;
        }
        int code = (int)cell;
        return code == cell && (uint)code < (uint)places.Length ? places[code] : Unseen;
    }
}
