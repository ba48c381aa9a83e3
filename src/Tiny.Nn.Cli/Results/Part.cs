namespace Tiny.Nn.Cli.Results;

/// <summary>What people are shown of a result, in the order in which they read it.</summary>
internal abstract record Part;

/// <summary>Parts under a title, of which a page has several.</summary>
/// <param name="Title">The title; a terminal, which has one result on it, does not show it.</param>
/// <param name="Parts">What belongs together.</param>
internal sealed record Section(string Title, params IReadOnlyList<Part> Parts) : Part
{
    /// <summary>What a reader of a page needs to know first; empty where the title tells.</summary>
    internal string Lead { get; init; } = "";
}

/// <summary>A sentence in its place.</summary>
internal sealed record Sentence(string Text) : Part;

/// <summary>A sentence on one line however long, since programs look for it.</summary>
internal sealed record Line(string Text) : Part;

/// <summary>What a table beside it comes to.</summary>
/// <param name="Text">The finding.</param>
/// <param name="IsGood">True where it speaks for the model.</param>
internal sealed record Verdict(string Text, bool IsGood) : Part;

/// <summary>What is to be borne in mind with all of a result.</summary>
internal sealed record Note(string Text) : Part;

/// <summary>How a table beside it is to be read.</summary>
internal sealed record Remark(string Text) : Part;

/// <summary>Single values, each with its label.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Fields">The values.</param>
internal sealed record Facts(string Title, IReadOnlyList<Field> Fields) : Part;

/// <summary>How often each of some names met each.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Names">A name for each row, and column.</param>
/// <param name="Counts">Row by row.</param>
internal sealed record CountMatrix(string Title, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<int>> Counts)
    : Part
{
    /// <summary>What the rows are.</summary>
    internal required string Rows { get; init; }

    /// <summary>What the columns are.</summary>
    internal required string Columns { get; init; }

    /// <summary>The matrix in words, for those who do not see it.</summary>
    internal required string Description { get; init; }
}

/// <summary>A drawing, where there can be one.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record Chart(string Title, Func<System.Xml.Linq.XElement> Draw) : Part;

/// <summary>What is wrong, by what it is seen, and what to try.</summary>
internal sealed record Advised(string Title, string Evidence, string Advice) : Part;

/// <summary>A command line to type.</summary>
internal sealed record CommandText(string Text) : Part;
