using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Preprocessing;

/// <summary>Mean and standard deviation of each feature, in double, in the order of the samples.</summary>
internal static class Moments
{
    /// <summary>m = Σxᵢ/n, then m + Σ(xᵢ − m)/n, which takes out what rounding left in m, then s = √(Σ(xᵢ − m)²/n).</summary>
    /// <param name="x">features × samples, at least one.</param>
    /// <param name="mean">Receives m of each feature.</param>
    /// <param name="deviation">Receives s of each feature: exactly 0 where all its numbers are the same.</param>
    internal static void Compute<T>(Matrix<T> x, double[] mean, double[] deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddMeanDifference(x, mean);
        AddMeanDifference(x, mean);
        ReadOnlySpan<T> first = x.Column(0);
        bool[] varies = new bool[x.Rows];
        for (int sample = 0; sample < x.Columns; sample++)
        {
            ReadOnlySpan<T> column = x.Column(sample);
            for (int i = 0; i < column.Length; i++)
            {
                double difference = double.CreateTruncating(column[i]) - mean[i];
                deviation[i] += difference * difference;
                varies[i] |= column[i] != first[i];
            }
        }
        for (int i = 0; i < mean.Length; i++)
        {
            // The mean of equal numbers may miss them by a rounding, and then s would be that rounding, not 0.
            mean[i] = varies[i] ? mean[i] : double.CreateTruncating(first[i]);
            deviation[i] = varies[i] ? Math.Sqrt(deviation[i] / x.Columns) : 0;
        }
    }

    private static void AddMeanDifference<T>(Matrix<T> x, double[] mean)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] sum = new double[mean.Length];
        for (int sample = 0; sample < x.Columns; sample++)
        {
            ReadOnlySpan<T> column = x.Column(sample);
            for (int i = 0; i < column.Length; i++)
            {
                sum[i] += double.CreateTruncating(column[i]) - mean[i];
            }
        }
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] += sum[i] / x.Columns;
        }
    }
}
