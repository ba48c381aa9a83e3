namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>A column of the rows that a model takes. Its cell is a number; NaN where it is missing.</summary>
/// <param name="Name">Its name.</param>
internal abstract record Column(string Name);

/// <summary>A number: the cell is the number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What it is measured in; null where nobody said.</param>
internal sealed record NumberColumn(string Name, string? Unit) : Column(Name);

/// <summary>A date: the cell is the days since 1970-01-01T00:00.</summary>
/// <param name="Name">Its name.</param>
internal sealed record DateColumn(string Name) : Column(Name);

/// <summary>Free text: the cell is 0, and the text is looked at where words are counted.</summary>
/// <param name="Name">Its name.</param>
internal sealed record TextColumn(string Name) : Column(Name);

/// <summary>Which texts are one level.</summary>
internal enum LevelWriting
{
    /// <summary>Each text is a level of its own.</summary>
    Text,

    /// <summary>true, True and TRUE are one level.</summary>
    Truth,

    /// <summary>1, 1.0 and 1e0 are one level.</summary>
    Number,
}

/// <summary>One of several texts: the cell is the place of its level, −1 for a text that is none of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Levels">The levels.</param>
/// <param name="Writing">Which other texts are these levels too.</param>
/// <param name="Keys">Of each level what it has in common with those texts; null where two levels have the same.</param>
internal sealed record LevelColumn(
    string Name,
    IReadOnlyList<string> Levels,
    LevelWriting Writing,
    IReadOnlyList<string?> Keys
) : Column(Name);
