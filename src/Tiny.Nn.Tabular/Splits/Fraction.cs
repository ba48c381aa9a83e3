namespace Tiny.Nn.Tabular.Splits;

/// <summary>The part of the rows that goes to one side of a split.</summary>
internal static class Fraction
{
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    internal static void Check(double fraction)
    {
        if (fraction is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction lies between 0 and 1.");
        }
    }
}
