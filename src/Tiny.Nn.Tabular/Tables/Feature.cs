using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>
/// What a row of a feature matrix means. Every cell of a table is one number: the number itself, the place of a text among
/// known ones, or a date as days; NaN is a missing cell, whatever the kind.
/// </summary>
/// <param name="Name">The column's name.</param>
public abstract record Feature(string Name)
{
    /// <summary>The word for what it is, in files and in reports.</summary>
    internal abstract string Kind { get; }
}

/// <summary>A number: the cell is the number.</summary>
/// <param name="Name">The column's name.</param>
public sealed record NumberFeature(string Name) : Feature(Name)
{
    /// <summary>What stands beside the numbers in a file: %, $, kg; null where nothing does. It is no part of the number: 45% is 45.</summary>
    public string? Unit { get; init; }

    /// <summary>The name and the kind.</summary>
    public override string ToString() => Unit is null ? $"{Name}: numbers" : $"{Name}: numbers ({Unit})";

    internal override string Kind => "number";
}

/// <summary>One of several texts: the cell is the text's place among the levels, from 0 on; −1 for a text that is none of them.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Levels">The known texts: in the order of numbers if all are numbers, else in ordinal order.</param>
public sealed record CategoryFeature(string Name, IReadOnlyList<string> Levels) : Feature(Name)
{
    /// <summary>The name, and how many levels there are.</summary>
    public override string ToString() => $"{Name}: one of {Levels.Count} levels";

    internal override string Kind => "category";
}

/// <summary>A date, with or without a time: the cell is the number of days since 1970-01-01T00:00.</summary>
/// <param name="Name">The column's name.</param>
public sealed record DateFeature(string Name) : Feature(Name)
{
    private readonly string? format;

    /// <summary>How a file has them, where that is not as ISO 8601 does: a custom format of .NET, or unix or unix-ms.</summary>
    /// <exception cref="ArgumentException">It is no such format.</exception>
    public string? Format
    {
        get => format;
        init => format = DateFormat.Require(value)?.Name;
    }

    /// <summary>The name and the kind.</summary>
    public override string ToString() => $"{Name}: dates";

    internal override string Kind => "date";
}

/// <summary>Free text: the cell is the text's place among the texts of this very table. Another table has other texts.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Texts">The distinct texts, as they came.</param>
public sealed record TextFeature(string Name, IReadOnlyList<string> Texts) : Feature(Name)
{
    /// <summary>The name, and how many distinct texts there are.</summary>
    public override string ToString() => $"{Name}: texts, {Texts.Count} of them distinct";

    internal override string Kind => "text";
}
