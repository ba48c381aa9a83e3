using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>Settings that make sense only within a range: each check gives the value back, or says what is wrong with it.</summary>
internal static class Within
{
    /// <summary>A number above 0; finite.</summary>
    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must be above 0, and finite.");

    /// <summary>A whole number above 0.</summary>
    internal static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "It must be above 0.");

    /// <summary>A share that is not nothing: in (0, 1].</summary>
    internal static double PositiveShare(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "It must lie in (0, 1].");

    /// <summary>A share: in [0, 1).</summary>
    internal static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "It must lie in [0, 1).");
}
