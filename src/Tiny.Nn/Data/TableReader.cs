using System.Numerics;

namespace Tiny.Nn.Data;

/// <summary>Turns the records of a file into a table, row by row, into memory that grows.</summary>
internal static class TableReader
{
    /// <summary>After so many rows the size of the whole is known well enough to ask for its memory at once.</summary>
    private const int RowsToJudgeBy = 1024;

    internal static Table<T> Read<T>(CsvRecords records, ColumnChoice choice, string source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SampleBuffer<T> samples = new(choice.Features.Length, Array.MaxLength);
        TextColumn texts = new();
        LineIndex lines = new();
        while (records.Read())
        {
            lines.Add(records.Line);
            if (samples.Count == RowsToJudgeBy && records.Progress is > 0 and < 1)
            {
                samples.Reserve((long)(RowsToJudgeBy / records.Progress.Value * 1.02) + 1);
            }
            Span<T> sample = samples.Add();
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] = records.Number<T>(choice.Features[i]);
            }
            if (choice.Target is { } target)
            {
                texts.Add(records.Text(target));
            }
        }
        if (samples.Count == 0)
        {
            throw new DataException("There are no rows below the header.", source, "Give at least one row of data.");
        }
        return new Table<T>(
            source,
            [.. choice.Features.Select(place => records.Names[place])],
            samples.ToMatrix(),
            choice.Target is { } column ? new TargetColumn(records.Names[column], texts, source, lines) : null,
            choice.Ignored,
            lines
        );
    }
}
