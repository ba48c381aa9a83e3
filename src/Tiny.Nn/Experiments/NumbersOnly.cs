using System.Numerics;
using Tiny.Nn.Data;

namespace Tiny.Nn.Experiments;

/// <summary>Refuses tables that a network cannot take as they stand: with a missing cell, or a feature that is no number.</summary>
internal static class NumbersOnly
{
    /// <exception cref="DataException">A feature is no number, or a cell is missing.</exception>
    internal static void Require<T>(Table<T> table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (table.Schema.FirstOrDefault(feature => feature is not NumberFeature) is { } other)
        {
            throw new DataException(
                "A feature is no number, and only numbers can be learned from yet.",
                $"{table.Source}, line {table.LineOf(0)}, column '{other.Name}'",
                "Leave the column out with --ignore."
            );
        }
        for (int row = 0; row < table.Rows; row++)
        {
            int missing = table.Features.Column(row).IndexOf(T.NaN);
            if (missing >= 0)
            {
                throw new DataException(
                    "A number is missing, and all are needed yet.",
                    $"{table.Source}, line {table.LineOf(row)}, column '{table.FeatureNames[missing]}'",
                    "Fill it in, or leave the row or the column out."
                );
            }
        }
    }
}
