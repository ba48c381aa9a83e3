using System.Globalization;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Counts: whole numbers from 1 on, in digits.</summary>
/// <param name="example">One of them.</param>
internal sealed class CountText(string example) : ValueText<int>
{
    internal override string Range => "a whole number from 1 on";

    /// <summary>Reads a count.</summary>
    internal static bool IsCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    internal override bool TryRead(string text, out int value) => IsCount(text, out value);

    internal override string Write(int value) => value.ToString(CultureInfo.InvariantCulture);

    internal override TextFault Explain(string text, string name) => Fault(text, name, example);

    /// <summary>What is wrong with a text that is no count.</summary>
    internal static TextFault Fault(string text, string name, string example) =>
        TextFault.WithExample(text, "is no whole number from 1 on", name, example);
}
