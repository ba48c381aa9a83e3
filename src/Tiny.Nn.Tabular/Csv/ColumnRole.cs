namespace Tiny.Nn.Tabular.Csv;

/// <summary>The part that a column of a file plays.</summary>
internal enum ColumnRole
{
    /// <summary>A feature; its cells tell of what kind.</summary>
    Guessed,
    Number,
    Category,
    Date,
    Text,
    Target,
    Id,

    /// <summary>An id that nobody asked for: a column without a name.</summary>
    RowName,
    Extra,
    Ignored,
}
