using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing.Html;

namespace Tiny.Nn.Cli.Results;

/// <summary>Values as a page writes them: it has room, so every column has one form of number, and a dash says that one is missing.</summary>
internal static class PageText
{
    /// <summary>What the marks in a table of measures mean.</summary>
    internal const string Directions = "↑ larger is better, ↓ smaller is better, – not defined or without an interval.";

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
