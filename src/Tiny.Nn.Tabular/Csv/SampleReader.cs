using System.Runtime.CompilerServices;
using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Turns one record into one sample. Most of the time of reading a large file is spent here.</summary>
/// <param name="columns">For each field of a record what reads it; null for an unused one.</param>
/// <param name="slots">For each field its place in a sample.</param>
/// <param name="rules">How numbers are written.</param>
internal sealed class SampleReader(Column?[] columns, int[] slots, CellRules rules)
{
    /// <summary>For each field its place in a sample while it takes numbers, else −1.</summary>
    private readonly int[] places = [.. columns.Select((column, field) => Place(column, slots[field]))];
    private readonly byte point = rules.Point;

    /// <summary>Reads all cells of the current record.</summary>
    /// <param name="records">Stands on a record with a field for each column.</param>
    /// <param name="row">The row of the table, from 0 on.</param>
    /// <param name="sample">Receives the numbers.</param>
    /// <exception cref="DataException">A cell does not belong into its column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(CsvRecords records, int row, Span<double> sample)
    {
        Record record = records.Record;
        for (int field = ReadNumbers(record, 0, sample); field < columns.Length; )
        {
            ReadCell(new Cell(records, field), field, row, sample);
            field = ReadNumbers(record, field + 1, sample);
        }
    }

    /// <summary>Reads numbers up to the first field that is no short number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadNumbers(Record record, int field, Span<double> sample)
    {
        ReadOnlySpan<byte> bytes = record.Bytes;
        ReadOnlySpan<int> ends = record.Ends;
        ReadOnlySpan<int> wanted = places;
        byte decimalPoint = point;
        int start = record.StartOf(field);
        for (; (uint)field < (uint)wanted.Length && (uint)field < (uint)ends.Length; field++)
        {
            int place = wanted[field];
            if (
                (uint)place >= (uint)sample.Length
                || !ShortNumber.TryRead(bytes, start, ends[field], decimalPoint, out double number)
            )
            {
                break;
            }
            sample[place] = number;
            start = ends[field] + 1;
        }
        return field;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadCell(Cell cell, int field, int row, Span<double> sample)
    {
        if (columns[field] is not { } column)
        {
            return;
        }
        if (
            column.TakesNumbers
            && QuickNumber.Read(cell.Text, point, 0, out double number) is >= 0 and var length
            && length == cell.Text.Length
        )
        {
            sample[slots[field]] = number;
            return;
        }
        sample[slots[field]] = column.Read(cell, row);
        places[field] = Place(column, slots[field]);
    }

    private static int Place(Column? column, int slot) => column is { TakesNumbers: true } ? slot : -1;
}
