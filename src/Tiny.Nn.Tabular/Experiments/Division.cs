using System.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>What the rows of an experiment are for.</summary>
/// <param name="Training">The rows to learn from.</param>
/// <param name="Validation">The rows that choose the best epoch; may be none.</param>
/// <param name="Test">The rows of the report; may be none.</param>
/// <param name="Tested">The table that the test rows are of.</param>
internal sealed record Division<T>(int[] Training, int[] Validation, int[] Test, Table<T> Tested)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The share of all rows that test, where a share was asked for; null where the rows were given.</summary>
    internal double? TestShare { get; init; }
}
