using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>
/// Checks that a setting lies in its range: each gives the value back, or throws an error that names the setting. In a property's
/// accessor the setting is the property, elsewhere the argument.
/// </summary>
internal static class Within
{
    /// <summary>Any number but NaN and ±∞.</summary>
    internal static double Finite(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => double.IsFinite(value) ? value : throw Outside(name, member, value, "be finite");

    /// <summary>A number above 0; finite.</summary>
    internal static double Positive(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value > 0 && double.IsFinite(value) ? value : throw Outside(name, member, value, "be above 0, and finite");

    /// <summary>A whole number above 0.</summary>
    internal static int Positive(
        int value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value > 0 ? value : throw Outside(name, member, value, "be above 0");

    /// <summary>A share that is not nothing: in (0, 1].</summary>
    internal static double PositiveShare(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value is > 0 and <= 1 ? value : throw Outside(name, member, value, "lie in (0, 1]");

    /// <summary>A whole number above 0.</summary>
    internal static long Positive(
        long value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value > 0 ? value : throw Outside(name, member, value, "be above 0");

    /// <summary>A number from 0 on; finite.</summary>
    internal static double NotNegative(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw Outside(name, member, value, "not be negative, and be finite");

    /// <summary>A whole number from 0 on.</summary>
    internal static int NotNegative(
        int value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value >= 0 ? value : throw Outside(name, member, value, "not be negative");

    /// <summary>A share of which something always remains: in [0, 1).</summary>
    internal static double Share(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value is >= 0 and < 1 ? value : throw Outside(name, member, value, "lie in [0, 1)");

    /// <summary>A part that is neither nothing nor all: in (0, 1).</summary>
    internal static double Fraction(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "",
        [CallerMemberName] string member = ""
    ) => value is > 0 and < 1 ? value : throw Outside(name, member, value, "lie in (0, 1)");

    /// <summary>What is wrong with a value that a check refused, for a message about the text that it was read from.</summary>
    internal static string Explain(ArgumentOutOfRangeException refusal)
    {
        // The runtime adds the name of the parameter, and the value in a line of its own.
        string rule = refusal.Message.Split(". (Parameter")[0];
        return string.Create(CultureInfo.InvariantCulture, $"{rule}, and is {refusal.ActualValue}");
    }

    private static ArgumentOutOfRangeException Outside(string name, string member, object value, string rule)
    {
        // In an accessor the argument is called "value", which says nothing.
        string setting = name == "value" ? member : name;
        return new ArgumentOutOfRangeException(setting, value, $"{setting} must {rule}.");
    }
}
