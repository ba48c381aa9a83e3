namespace Tiny.Nn.Optimizers;

/// <summary>What makes up for a running mean's start at 0: after t steps it holds only 1 − βᵗ of its weight.</summary>
internal static class BiasCorrection
{
    /// <summary>1/(1 − βᵗ).</summary>
    internal static double At(double beta, long t) => 1 / (1 - Power(beta, t));

    /// <summary>βᵗ by repeated squaring: products alone, so the same bits on every machine.</summary>
    private static double Power(double beta, long t)
    {
        double power = 1;
        for (double square = beta; t > 0; t >>= 1, square *= square)
        {
            if ((t & 1) == 1)
            {
                power *= square;
            }
        }
        return power;
    }
}
