using System.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>How much rows count in training: their own weight, times that of their class.</summary>
internal static class RowWeights
{
    /// <exception cref="ArgumentException">There are more or fewer weights than rows.</exception>
    /// <exception cref="DataException">A weight is negative or not finite.</exception>
    internal static void Check(Table table, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty && weights.Length != table.Rows)
        {
            throw new ArgumentException($"There are {weights.Length} weights for {table.Rows} rows.", nameof(weights));
        }
        for (int row = 0; row < weights.Length; row++)
        {
            if (!double.IsFinite(weights[row]) || weights[row] < 0)
            {
                throw new DataException(
                    "The weight of a row is negative, or no finite number.",
                    $"{table.Source}, line {table.LineOf(row)}",
                    "Correct it; a row of weight 0 has no part in training."
                );
            }
        }
    }

    /// <summary>The weights of some rows; none at all where all count the same.</summary>
    /// <param name="own">The weight of each row of the table; empty where all count the same.</param>
    /// <param name="ofClass">The weight of each chosen row's class; null where all count the same.</param>
    /// <param name="rows">The chosen rows.</param>
    /// <exception cref="DataException">None of them counts.</exception>
    internal static T[] Combine<T>(ReadOnlySpan<double> own, double[]? ofClass, ReadOnlySpan<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (own.IsEmpty && ofClass is null)
        {
            return [];
        }
        T[] weights = new T[rows.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = T.CreateTruncating((own.IsEmpty ? 1 : own[rows[i]]) * (ofClass is null ? 1 : ofClass[i]));
        }
        return weights.AsSpan().ContainsAnyExcept(T.Zero)
            ? weights
            : throw new DataException(
                $"All of {weights.Length} rows to learn from, or to choose the best epoch by, have weight 0.",
                null,
                "Give some of them a weight, or do without weights."
            );
    }
}
