using System.Globalization;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>From a value to the number that an axis counts in.</summary>
internal abstract record AxisMeasure
{
    /// <summary>The value itself.</summary>
    internal static AxisMeasure Plain { get; } = new PlainMeasure();

    /// <summary>Its power of ten.</summary>
    internal static AxisMeasure Powers { get; } = new PowerMeasure();

    /// <summary>What JSON calls it.</summary>
    internal abstract string Name { get; }

    /// <summary>The value is a place among names.</summary>
    internal static AxisMeasure Named(IReadOnlyList<string> names) => new NamedMeasure(names);

    internal abstract double Forward(double value);

    internal abstract double Inverse(double measured);

    internal abstract string Text(double tick, Ticks ticks);

    private sealed record PlainMeasure : AxisMeasure
    {
        internal override string Name => "linear";

        internal override double Forward(double value) => value;

        internal override double Inverse(double measured) => measured;

        internal override string Text(double tick, Ticks ticks) => ticks.Text(tick);
    }

    private sealed record PowerMeasure : AxisMeasure
    {
        private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

        internal override string Name => "log10";

        internal override double Forward(double value) => value > 0 ? Math.Log10(value) : double.NaN;

        internal override double Inverse(double measured) => Math.Pow(10, measured);

        internal override string Text(double tick, Ticks ticks)
        {
            string digits = Math.Round(Math.Abs(tick)).ToString(CultureInfo.InvariantCulture);
            return tick is 0
                ? "1"
                : $"10{(tick < 0 ? "⁻" : "")}{string.Concat(digits.Select(digit => Raised[digit - '0']))}";
        }
    }

    private sealed record NamedMeasure(IReadOnlyList<string> Names) : AxisMeasure
    {
        internal override string Name => "names";

        internal override double Forward(double value) => value;

        internal override double Inverse(double measured) => measured;

        internal override string Text(double tick, Ticks ticks) => Markup.Short(Names[(int)Math.Round(tick)], 12);
    }
}
