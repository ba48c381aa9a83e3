using System.Globalization;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Whole numbers from some number on, in digits.</summary>
/// <param name="example">One of them.</param>
/// <param name="least">The smallest, not negative.</param>
internal sealed class CountText(string example, int least = 1) : ValueText<int>
{
    internal override string Range => RangeFrom(least);

    /// <summary>Reads a whole number from 1 on.</summary>
    internal static bool IsCount(string text, out int count) => IsCount(text, 1, out count);

    internal override bool TryRead(string text, out int value) => IsCount(text, least, out value);

    internal override string Write(int value) => value.ToString(CultureInfo.InvariantCulture);

    internal override TextFault Explain(string text, string name) => Fault(text, name, example, least);

    /// <summary>What is wrong with a text that is no such number.</summary>
    internal static TextFault Fault(string text, string name, string example, int least = 1) =>
        TextFault.WithExample(text, $"is no{RangeFrom(least)[1..]}", name, example);

    private static bool IsCount(string text, int least, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= least;

    private static string RangeFrom(int least) => $"a whole number from {least} on";
}
