namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>What a value of a program is, as far as a column cares.</summary>
internal enum RowValueKind
{
    /// <summary>Null, NaN, or a null of JSON or of a database.</summary>
    Missing,

    /// <summary>Any type of number, NaN aside.</summary>
    Number,

    /// <summary>A text, a character, or the name of an enum's value.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date, with or without a time.</summary>
    Date,

    /// <summary>Anything else: no column takes it.</summary>
    Unsuitable,
}
