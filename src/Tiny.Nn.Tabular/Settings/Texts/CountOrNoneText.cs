using System.Globalization;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Counts, or the word "none", which is 0.</summary>
/// <param name="example">A count.</param>
internal sealed class CountOrNoneText(string example) : ValueText<int>
{
    private const string None = "none";

    internal override string Range => "a whole number from 1 on, or none";

    internal override bool TryRead(string text, out int value)
    {
        value = 0;
        return text == None || CountText.IsCount(text, out value);
    }

    internal override string Write(int value) => value == 0 ? None : value.ToString(CultureInfo.InvariantCulture);

    internal override TextFault Explain(string text, string name) =>
        CountText.Fault(text, name, $"{example}, or {None}");
}
