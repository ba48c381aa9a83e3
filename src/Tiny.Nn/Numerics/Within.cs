using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>Settings that make sense only within a range: each check gives the value back, or says what is wrong with it.</summary>
internal static class Within
{
    /// <summary>A number above 0; finite.</summary>
    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        IsPositive(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must be above 0, and finite.");

    /// <summary>A whole number above 0.</summary>
    internal static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "It must be above 0.");

    /// <summary>A share: in [0, 1).</summary>
    internal static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        IsShare(value) ? value : throw new ArgumentOutOfRangeException(name, value, "It must lie in [0, 1).");

    /// <summary>Whether a number is above 0 and finite.</summary>
    internal static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    /// <summary>Whether a number is at least 0 and finite.</summary>
    internal static bool IsNotNegative(double value) => value >= 0 && double.IsFinite(value);

    /// <summary>Whether a number is a share: in [0, 1).</summary>
    internal static bool IsShare(double value) => value is >= 0 and < 1;
}
