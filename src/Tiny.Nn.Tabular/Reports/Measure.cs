using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Which way a number gets better.</summary>
public enum Direction
{
    /// <summary>As of an accuracy.</summary>
    LargerIsBetter,

    /// <summary>As of an error.</summary>
    SmallerIsBetter,
}

/// <summary>One number of a report, as a table would show it.</summary>
/// <param name="Name">Its name, in words: <c>balanced accuracy</c>.</param>
/// <param name="Value">What it came to; NaN where it is undefined on these rows.</param>
/// <param name="Interval">Where the true value lies; null where none is computed.</param>
/// <param name="Direction">Which way it gets better.</param>
/// <param name="Range">Between which numbers it lies.</param>
public sealed record Measure(string Name, double Value, Interval? Interval, Direction Direction, MeasureRange Range)
{
    /// <summary>The class that it is about: of two, the positive one. Null where it is about all of them.</summary>
    public string? Class { get; init; }

    /// <summary>Name, class if it is about one, value and interval in the invariant culture: <c>accuracy 0.9667 (0.8333 to 0.9941)</c>.</summary>
    public override string ToString()
    {
        string title = Class is null ? Name : $"{Name} of {Excerpt.Quote(Class)}";
        return Interval is { } interval
            ? $"{title} {Rounded.Text(Value)} ({interval.Ends})"
            : $"{title} {Rounded.Text(Value)}";
    }
}
