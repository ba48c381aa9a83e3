using System.Globalization;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Results;

/// <summary>One value of a result: what it is, for documents, and how people read it.</summary>
/// <param name="Text">The value as text.</param>
internal abstract record Value(string Text)
{
    private const int MostNames = 10;
    private const int FewNames = 5;

    /// <summary>Nothing known: null in a document, nothing in a table.</summary>
    internal static readonly Value None = new NoValue();

    /// <summary>What this row does not have at all: a document leaves out its name.</summary>
    internal static readonly Value Absent = new AbsentValue();

    internal static Value Of(string? text) => text is null ? None : new TextValue(text);

    /// <summary>A number in six digits.</summary>
    internal static Value Of(double? number) => Of(number, SixDigits);

    /// <param name="number">The number; null where there is none.</param>
    /// <param name="format">How people read it.</param>
    internal static Value Of(double? number, Func<double, string> format) =>
        new NumberValue(number, number is { } known ? format(known) : "");

    internal static Value Of(long? count) => new CountValue(count, count?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A number that stands for no amount.</summary>
    internal static Value Seed(ulong seed) => new SeedValue(seed, seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>A count with commas between its thousands.</summary>
    internal static Value Grouped(long count) =>
        new CountValue(count, count.ToString("N0", CultureInfo.InvariantCulture));

    /// <param name="interval">Where a number lies; null where none is computed.</param>
    /// <param name="format">How people read its ends.</param>
    internal static Value Of(Interval? interval, Func<double, string> format) =>
        new IntervalValue(
            interval,
            interval is { IsKnown: true } known ? $"{format(known.Lower)} to {format(known.Upper)}" : ""
        );

    internal static Value Of(bool truth) => new TruthValue(truth);

    /// <summary>Several texts, people read them with something between them.</summary>
    internal static Value Of(IEnumerable<string> texts, string between = ", ")
    {
        string[] all = [.. texts];
        return new ListValue([.. all.Select(text => new TextValue(text))], string.Join(between, all));
    }

    /// <summary>Several names, of which people are shown the first.</summary>
    internal static Value Names(IReadOnlyList<string> names) =>
        names.Count <= MostNames
            ? Of(names)
            : Of(names) with
            {
                Text = $"{string.Join(", ", names.Take(FewNames))}, … ({names.Count})",
            };

    internal static Value List(IEnumerable<Value> values) => new ListValue([.. values], "");

    private static string SixDigits(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}

internal sealed record NoValue() : Value("");

internal sealed record AbsentValue() : Value("");

internal sealed record TextValue(string Text) : Value(Text);

/// <summary>The name of a number, with the way it gets better.</summary>
internal sealed record MeasureName(string Text, Direction Better) : Value(Text);

internal sealed record NumberValue(double? Number, string Text) : Value(Text);

internal sealed record CountValue(long? Count, string Text) : Value(Text);

internal sealed record SeedValue(ulong Number, string Text) : Value(Text);

internal sealed record IntervalValue(Interval? Interval, string Text) : Value(Text);

internal sealed record TruthValue(bool Truth) : Value(Truth ? "yes" : "no");

internal sealed record ListValue(IReadOnlyList<Value> Items, string Text) : Value(Text);

/// <summary>Values under the names that a document gives them.</summary>
internal sealed record GroupValue(IReadOnlyList<(string Key, Value Value)> Members) : Value("");
