using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>How a value that a program has becomes the number of a cell, as the same value in a file would.</summary>
/// <remarks>Safe for several threads.</remarks>
internal abstract class RowCell(Feature feature, CellRules rules)
{
    private protected CellRules Rules { get; } = rules;

    /// <summary>The feature that the cell's number is meant by.</summary>
    /// <param name="value">The value of the cell.</param>
    internal virtual Feature FeatureOf(RowValue value) => feature;

    /// <summary>The number of a cell; NaN where it is missing.</summary>
    /// <param name="value">The value; it is not missing.</param>
    /// <param name="notes">Receives what should be known about it.</param>
    /// <exception cref="DataException">The value does not belong into such a column.</exception>
    internal abstract double Read(RowValue value, List<string> notes);

    /// <summary>What the column holds, in the plural.</summary>
    private protected abstract string Content { get; }

    /// <summary>Whether a file has this text where a cell is missing.</summary>
    private protected bool IsMissing(string trimmed) => Rules.IsMissing(Encoding.UTF8.GetBytes(trimmed));

    private protected static string Trimmed(string text) => text.Trim();

    /// <summary>A value of a type that does not belong here.</summary>
    private protected DataException WrongKind(RowValue value, string advice)
    {
        string given = value.Kind switch
        {
            RowValueKind.Number => "a number",
            RowValueKind.Text => "a text",
            RowValueKind.Boolean => "true or false",
            RowValueKind.Date => "a date",
            _ => $"of type {Excerpt.Name(value.Text)}",
        };
        return Bad(value, $"A value is {given}; the column holds {Content}.", advice);
    }

    /// <summary>A value that does not belong here, with its place.</summary>
    private protected DataException Bad(RowValue value, string what, string advice)
    {
        string cell = value.Kind == RowValueKind.Unsuitable ? "" : $": {Excerpt.Quote(value.Text)}";
        return new DataException(what, $"column {Excerpt.Name(feature.Name)}{cell}", advice);
    }
}
