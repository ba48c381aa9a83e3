using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>Of each sample the nearest others, by the sum of squared differences.</summary>
internal static class NearRows
{
    /// <param name="inputs">Inputs × samples.</param>
    /// <param name="candidates">The samples among which they are looked for.</param>
    /// <param name="count">How many; fewer where there are no more others.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>For each sample the nearest others, the nearest first; of equally near ones the first.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static int[][] Find(
        Matrix<double> inputs,
        int[] candidates,
        int count,
        CancellationToken cancellation = default
    )
    {
        int[][] near = new int[inputs.Columns][];
        ParallelOptions options = new() { CancellationToken = cancellation };
        Parallel.For(0, near.Length, options, sample => near[sample] = Of(inputs, sample, candidates, count));
        return near;
    }

    private static int[] Of(Matrix<double> inputs, int sample, int[] candidates, int count)
    {
        List<(double Distance, int Sample)> best = new(count + 1);
        ReadOnlySpan<double> own = inputs.Column(sample);
        foreach (int other in candidates)
        {
            if (other == sample)
            {
                continue;
            }
            double distance = Distance(own, inputs.Column(other));
            if (best.Count < count || distance < best[^1].Distance)
            {
                int place = best.FindIndex(known => distance < known.Distance);
                best.Insert(place < 0 ? best.Count : place, (distance, other));
                if (best.Count > count)
                {
                    best.RemoveAt(count);
                }
            }
        }
        return [.. best.Select(known => known.Sample)];
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
