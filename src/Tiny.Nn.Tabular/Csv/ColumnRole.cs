namespace Tiny.Nn.Tabular.Csv;

/// <summary>The role of a column of a file.</summary>
internal enum ColumnRole
{
    /// <summary>A feature whose kind is inferred from its cells.</summary>
    Guessed,
    Number,
    Category,
    Date,
    Text,
    Target,
    Id,

    /// <summary>A first column without a name, which is taken for an id.</summary>
    RowName,
    Extra,
    Ignored,
}
