using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>One field of the current record, trimmed.</summary>
internal readonly ref struct Cell
{
    private readonly CsvRecords records;
    private readonly int field;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Cell(CsvRecords records, int field)
    {
        ReadOnlySpan<byte> written = records.Record[field];
        this.records = records;
        this.field = field;
        Range within = Blanks.Within(written);
        Text = written[within];
        EndsWithBlank = within.End.Value < written.Length;
    }

    /// <summary>The text without the blanks around it.</summary>
    internal ReadOnlySpan<byte> Text { get; }

    /// <summary>The same as a text of the runtime.</summary>
    internal string String => Encoding.UTF8.GetString(Text);

    /// <summary>True where a blank stood behind the text: two labels that differ only in that look alike.</summary>
    internal bool EndsWithBlank { get; }

    /// <summary>Where it stands, for a message.</summary>
    internal string Place() => records.Place(field);

    /// <summary>The problem with this cell, with its place.</summary>
    internal DataException Bad(string what, Advice advice) => records.Bad(field, what, advice);

    /// <summary>The same of what was found, and what to do.</summary>
    internal DataException Bad((string What, Advice Advice) problem) => Bad(problem.What, problem.Advice);

    /// <exception cref="DataException">The text is not UTF-8.</exception>
    internal void RequireUtf8()
    {
        if (!Utf8.IsValid(Text))
        {
            throw records.NotUtf8(field);
        }
    }
}
