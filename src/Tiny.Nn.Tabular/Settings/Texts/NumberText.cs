using System.Globalization;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Finite numbers of a range, with a decimal point in every culture.</summary>
/// <param name="accepts">The numbers of the range.</param>
/// <param name="range">The range in words, such as "above 0".</param>
/// <param name="example">A number of the range.</param>
internal sealed class NumberText(Func<double, bool> accepts, string range, string example) : ValueText<double>
{
    internal override string Range => range;

    /// <summary>Numbers above 0.</summary>
    internal static NumberText Positive(string example) => new(number => number > 0, "above 0", example);

    /// <summary>Numbers from 0 on.</summary>
    internal static NumberText NotNegative(string example) => new(number => number >= 0, "at least 0", example);

    /// <summary>Shares: numbers in [0, 1).</summary>
    internal static NumberText Share(string example) =>
        new(number => number is >= 0 and < 1, "at least 0 and below 1", example);

    /// <summary>Reads a finite number of any size.</summary>
    internal static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    internal override bool TryRead(string text, out double value) => IsNumber(text, out value) && accepts(value);

    internal override string Write(double value) => value.ToString(CultureInfo.InvariantCulture);

    internal override TextFault Explain(string text, string name) =>
        TextFault.WithExample(text, IsNumber(text, out _) ? $"is not {range}" : "is no number", name, example);
}
