namespace Tiny.Nn.Tabular.Reports;

/// <summary>The errors of a regression on drawn rows, of which some come more than once: no more than what a bootstrap asks for, in two passes.</summary>
internal readonly record struct DrawnErrors(double RootMeanSquared, double MeanAbsolute, double RSquared)
{
    internal static DrawnErrors Of(NumberPredictions predictions, ReadOnlySpan<int> rows)
    {
        ReadOnlySpan<double> predicted = predictions.Predicted.AsSpan();
        ReadOnlySpan<double> actual = predictions.Actual.AsSpan();
        (double sum, double absolute, double squared) = (0, 0, 0);
        foreach (int row in rows)
        {
            double error = predicted[row] - actual[row];
            sum += actual[row];
            absolute += Math.Abs(error);
            squared += error * error;
        }
        double mean = sum / rows.Length;
        double spread = 0;
        bool constant = true;
        foreach (int row in rows)
        {
            spread += (actual[row] - mean) * (actual[row] - mean);
            constant &= actual[row] == actual[rows[0]];
        }
        return new DrawnErrors(
            Math.Sqrt(squared / rows.Length),
            absolute / rows.Length,
            constant ? double.NaN : 1 - squared / spread
        );
    }
}
