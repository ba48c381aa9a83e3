using System.Globalization;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Random seeds: whole numbers of 64 bits.</summary>
internal sealed class SeedText : ValueText<ulong>
{
    internal override string Range => $"a whole number from 0 to {ulong.MaxValue}";

    internal override bool TryRead(string text, out ulong value) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    internal override string Write(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    internal override TextFault Explain(string text, string name) =>
        TextFault.WithExample(text, $"is no whole number from 0 to {ulong.MaxValue}", name, "42");
}
