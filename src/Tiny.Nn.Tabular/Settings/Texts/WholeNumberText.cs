using System.Globalization;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Whole numbers of a range, which may be written as other numbers are: 32, 3.2e1.</summary>
/// <param name="least">The smallest.</param>
/// <param name="most">The largest.</param>
/// <param name="range">The range in words, such as "a whole number from 2 on".</param>
/// <param name="example">A number of the range.</param>
internal sealed class WholeNumberText(int least, int most, string range, string example) : ValueText<int>
{
    private readonly NumberText numbers = new(
        number => number >= least && number <= most && double.IsInteger(number),
        range,
        example
    );

    internal override string Range => range;

    internal override bool TryRead(string text, out int value)
    {
        bool isOne = numbers.TryRead(text, out double number);
        value = isOne ? (int)number : 0;
        return isOne;
    }

    internal override string Write(int value) => value.ToString(CultureInfo.InvariantCulture);

    internal override TextFault Explain(string text, string name) => numbers.Explain(text, name);
}
