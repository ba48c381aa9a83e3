using Parquet;
using Parquet.Schema;

namespace Tiny.Nn.Parquet.Tests;

/// <summary>Files of Parquet, made in memory.</summary>
internal static class ParquetBytes
{
    /// <summary>A file of some columns, in row groups of so many rows.</summary>
    internal static byte[] Write(int rowsOfGroup, CompressionMethod compression, params WrittenColumn[] columns)
    {
        using MemoryStream stream = new();
        ParquetOptions options = new() { CompressionMethod = compression };
        ParquetWriter writer = ParquetWriter
            .CreateAsync(new ParquetSchema([.. columns.Select(column => column.Field)]), stream, options)
            .GetAwaiter()
            .GetResult();
        int rows = columns[0].Rows;
        for (int first = 0; first < rows; first += rowsOfGroup)
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (WrittenColumn column in columns)
            {
                column.Write(group, first, Math.Min(rowsOfGroup, rows - first)).GetAwaiter().GetResult();
            }
            group.CompleteValidate();
        }
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    internal static byte[] Write(params WrittenColumn[] columns) => Write(3, CompressionMethod.Snappy, columns);
}

/// <summary>A column to be written, and the same cells as a CSV file has them.</summary>
/// <param name="Field">What the schema says of it.</param>
/// <param name="Texts">Its cells as texts; empty where one is missing.</param>
/// <param name="Write">Writes some of its rows.</param>
internal sealed record WrittenColumn(DataField Field, string[] Texts, Func<ParquetRowGroupWriter, int, int, Task> Write)
{
    internal string Name => Field.Name;

    internal int Rows => Texts.Length;

    /// <summary>A column with missing cells.</summary>
    internal static WrittenColumn Of<T>(string name, T?[] cells, Func<T, string> text)
        where T : struct => Of(new DataField<T?>(name), cells, text);

    internal static WrittenColumn Of<T>(DataField field, T?[] cells, Func<T, string> text)
        where T : struct =>
        new(
            field,
            [.. cells.Select(cell => cell is { } value ? text(value) : "")],
            (group, first, count) => group.WriteAsync<T>(field, cells.AsMemory(first, count))
        );

    /// <summary>A column in which no cell can be missing.</summary>
    internal static WrittenColumn OfAll<T>(DataField field, T[] cells, Func<T, string> text)
        where T : struct =>
        new(
            field,
            [.. cells.Select(text)],
            (group, first, count) => group.WriteAsync<T>(field, cells.AsMemory(first, count))
        );

    internal static WrittenColumn Of(string name, string?[] cells)
    {
        DataField field = new DataField<string>(name);
        return new(
            field,
            [.. cells.Select(cell => cell ?? "")],
            (group, first, count) => group.WriteAsync(field, new ArraySegment<string?>(cells, first, count)!)
        );
    }
}
