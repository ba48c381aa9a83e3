namespace Tiny.Nn.Tabular.Metrics;

/// <summary>How far actual numbers lie from their mean: what a regression has to explain.</summary>
/// <param name="Squares">Σ(yᵢ − ȳ)².</param>
/// <param name="IsConstant">Whether all numbers are the same: asked of themselves, since rounding in their mean makes a spread of its own.</param>
internal readonly record struct Spread(double Squares, bool IsConstant)
{
    /// <summary>The spread of some rows, in their order; a row may be there more than once.</summary>
    internal static Spread Of(ReadOnlySpan<double> actual, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += actual[row];
        }
        double mean = sum / rows.Length;
        double squares = 0;
        bool isConstant = true;
        foreach (int row in rows)
        {
            squares += (actual[row] - mean) * (actual[row] - mean);
            isConstant &= actual[row] == actual[rows[0]];
        }
        return new Spread(squares, isConstant);
    }

    /// <summary>R² = 1 − Σ(pᵢ − yᵢ)²/Σ(yᵢ − ȳ)²; NaN where there is nothing to explain.</summary>
    /// <param name="squaredErrors">Σ(pᵢ − yᵢ)².</param>
    internal double RSquared(double squaredErrors) => IsConstant ? double.NaN : 1 - squaredErrors / Squares;
}
