using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>The numbers of a column: from which to which, and whether all are whole.</summary>
/// <param name="Least">The smallest; NaN where all are missing.</param>
/// <param name="Most">The largest.</param>
/// <param name="IsWhole">Whether none has decimals.</param>
internal readonly record struct NumberRange(double Least, double Most, bool IsWhole)
{
    /// <param name="cells">Features × samples; NaN where a cell is missing.</param>
    /// <param name="feature">Which feature.</param>
    internal static NumberRange Of(Matrix<double> cells, int feature)
    {
        NumberRange range = new(double.NaN, double.NaN, true);
        for (int sample = 0; sample < cells.Columns; sample++)
        {
            double cell = cells[feature, sample];
            if (!double.IsNaN(cell))
            {
                range = new NumberRange(
                    double.IsNaN(range.Least) ? cell : Math.Min(range.Least, cell),
                    double.IsNaN(range.Most) ? cell : Math.Max(range.Most, cell),
                    range.IsWhole && double.IsInteger(cell)
                );
            }
        }
        return range;
    }

    /// <summary>The nearest number that might stand in the column.</summary>
    internal double Nearest(double number) => Math.Clamp(IsWhole ? Math.Round(number) : number, Least, Most);
}
