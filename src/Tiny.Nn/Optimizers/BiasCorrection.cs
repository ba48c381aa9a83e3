using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Optimizers;

/// <summary>The factor that corrects a running mean for its start at 0: after t steps its weights sum to 1 − βᵗ only.</summary>
internal static class BiasCorrection
{
    /// <summary>1/(1 − βᵗ).</summary>
    internal static double At(double beta, long t) => 1 / (1 - IntegerPower.Of(beta, t));
}
