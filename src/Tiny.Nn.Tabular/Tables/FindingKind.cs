namespace Tiny.Nn.Tabular.Tables;

/// <summary>The kinds of findings about data.</summary>
public enum FindingKind
{
    /// <summary>The fields are separated by something else than commas.</summary>
    Delimiter,

    /// <summary>The first record names the columns, and looks like data.</summary>
    HeaderLikeData,

    /// <summary>The first column has no name: it names the rows.</summary>
    RowNames,

    /// <summary>Rows have fewer fields than there are columns, which was allowed.</summary>
    ShortRows,

    /// <summary>Cells are missing.</summary>
    MissingCells,

    /// <summary>All cells of a column are missing.</summary>
    AllMissing,

    /// <summary>All cells of a column are the same.</summary>
    Constant,

    /// <summary>A column numbers or names the rows: it identifies them and carries no information about the target.</summary>
    IdLike,

    /// <summary>Labels, or groups, look alike: they differ by case, blanks, invisible characters, width, or in how an accent or a number is written.</summary>
    SimilarLabels,

    /// <summary>Labels had a blank behind them, which was taken off.</summary>
    TrailingBlanks,

    /// <summary>Texts that are none of the known categories.</summary>
    UnknownCategories,

    /// <summary>Rows without a target were left out.</summary>
    DroppedRows,

    /// <summary>A class has one row only: it cannot be learned and tested.</summary>
    RareClass,

    /// <summary>Most cells of a column are numbers, and some are not.</summary>
    MixedTypes,

    /// <summary>Numbers are written with a decimal comma.</summary>
    DecimalComma,

    /// <summary>A column of texts looks like dates.</summary>
    DateLike,

    /// <summary>A column has too many different texts for a category.</summary>
    TooManyValues,

    /// <summary>Two columns are the same.</summary>
    DuplicateColumn,

    /// <summary>Rows are the same: some may end among those trained on and others among those tested on.</summary>
    DuplicateRows,

    /// <summary>A column determines the target in every row: perhaps it was computed from it (target leakage).</summary>
    Leaking,

    /// <summary>Blank lines between rows of several columns: they are no rows.</summary>
    BlankLines,

    /// <summary>Texts were taken for missing cells.</summary>
    MissingTexts,

    /// <summary>Texts that programs write for an error, or for nothing, are categories or classes.</summary>
    ErrorTexts,

    /// <summary>The header has a name twice or none, of columns that are not used.</summary>
    UnnamedColumns,

    /// <summary>Lines above the header that begin with # were passed over.</summary>
    Comments,

    /// <summary>The last row begins with a word such as Total: it sums up the others.</summary>
    TotalRow,

    /// <summary>A level is written in several ways: one number, or one truth value.</summary>
    SeveralSpellings,

    /// <summary>No cell of a column holds a category that the model knows.</summary>
    NoKnownCategory,

    /// <summary>Numbers are written with units, signs or separators, and were read.</summary>
    WrittenNumbers,

    /// <summary>Dates are not written as ISO 8601 does, and were read.</summary>
    WrittenDates,
}
