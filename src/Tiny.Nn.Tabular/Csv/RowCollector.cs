using System.Runtime.CompilerServices;
using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Reads all records of a file: samples, targets and lines, in memory that grows. Rows without a target are left out.</summary>
/// <param name="records">The records.</param>
/// <param name="samples">Turns a record into a sample.</param>
/// <param name="features">How many numbers a sample has.</param>
/// <param name="target">The field with the target, if there is one.</param>
/// <param name="rules">What a missing target looks like.</param>
/// <param name="scratch">Where all that goes; null for memory.</param>
internal sealed class RowCollector(
    CsvRecords records,
    SampleReader samples,
    int features,
    int? target,
    CellRules rules,
    ScratchFile? scratch = null
)
{
    private readonly TextColumn texts = new(scratch);
    private readonly TextCounts droppedTexts = new();

    /// <summary>The line of each row.</summary>
    internal LineIndex Lines { get; } = new();

    /// <summary>How many rows had no target.</summary>
    internal long Dropped { get; private set; }

    /// <summary>How many targets had a blank behind them.</summary>
    internal long BlankEnds { get; private set; }

    /// <summary>The target; null where there is none.</summary>
    internal TargetColumn? Target =>
        target is { } place
            ? new TargetColumn(records.Names[place], texts, rules, records.Source, Lines)
            {
                DroppedRows = Dropped,
                DroppedTexts = droppedTexts,
                BlankEnds = BlankEnds,
            }
            : null;

    /// <summary>All samples, features × rows.</summary>
    /// <exception cref="DataException">There is no row, or one that does not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal PackedCells ReadAll()
    {
        SampleBuffer buffer = new(features, scratch);
        while (records.MoveNext())
        {
            if (records.Misfit is { } problem)
            {
                throw problem;
            }
            if (target is { } field && !Take(new Cell(records, field)))
            {
                continue;
            }
            Lines.Add(records.Record.Line);
            samples.Read(records, buffer.Count, buffer.Add());
        }
        if (buffer.Count == 0)
        {
            throw Dropped == 0
                ? new DataException(
                    "There are no rows below the header.",
                    records.Source,
                    "Give at least one row of data."
                )
                : new DataException(
                    "All targets are empty.",
                    $"{records.Source}, column {Excerpt.Name(records.Names[target!.Value])}",
                    "Fill them in, or name another target."
                );
        }
        return buffer.ToCells();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(Cell cell)
    {
        if (rules.IsMissing(cell.Text))
        {
            Dropped++;
            droppedTexts.Add(cell.Text);
            return false;
        }
        cell.RequireUtf8();
        BlankEnds += cell.EndsWithBlank ? 1 : 0;
        texts.Add(cell.Text);
        return true;
    }
}
