namespace Tiny.Nn.Numerics.Functions;

/// <summary>xⁿ by repeated squaring: products alone, so the same bits on every machine.</summary>
internal static class IntegerPower
{
    /// <summary>xⁿ, for n ≥ 0.</summary>
    internal static double Of(double x, long n)
    {
        double power = 1;
        for (double square = x; n > 0; n >>= 1, square *= square)
        {
            if ((n & 1) == 1)
            {
                power *= square;
            }
        }
        return power;
    }
}
