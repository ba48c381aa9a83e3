namespace Tiny.Nn.Tabular.Metrics;

/// <summary>The errors of a regression on drawn rows, of which some come more than once: no more than what a bootstrap asks for.</summary>
internal readonly record struct DrawnErrors(double RootMeanSquared, double MeanAbsolute, double RSquared)
{
    internal static DrawnErrors Of(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> rows)
    {
        (double absolute, double squared) = (0, 0);
        foreach (int row in rows)
        {
            double error = predicted[row] - actual[row];
            absolute += Math.Abs(error);
            squared += error * error;
        }
        return new DrawnErrors(
            Math.Sqrt(squared / rows.Length),
            absolute / rows.Length,
            Spread.Of(actual, rows).RSquared(squared)
        );
    }
}
