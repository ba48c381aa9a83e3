using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Results;

namespace Tiny.Nn.Cli.Results;

/// <summary>Values as a page writes them: it has room, so every column has one form of number, and a dash says that one is missing.</summary>
internal static class PageText
{
    /// <summary>What the marks in a table of measures mean.</summary>
    internal static string Directions(Language language) =>
        ResultWords.Of("↑ larger is better, ↓ smaller is better, – not defined or without an interval.", language);

    internal static string Of(Value value) =>
        value switch
        {
            NumberValue number => PageNumbers.Of(number.Number),
            IntervalValue interval => PageNumbers.Of(interval.Interval),
            CountValue { Count: { } count } => PageNumbers.Of(count),
            MeasureName { Better: Direction.LargerIsBetter } => $"{value.Text}\u00A0↑",
            MeasureName => $"{value.Text}\u00A0↓",
            _ => value.Text,
        };
}
