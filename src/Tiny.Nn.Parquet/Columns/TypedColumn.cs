using System.Numerics;
using Parquet.Schema;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Parquet.Columns;

/// <summary>What a column of a file holds, as its schema says.</summary>
/// <param name="Cells">Reads its cells.</param>
/// <param name="IsDate">True where they are dates or times.</param>
/// <param name="Fault">Why it is not read, and what to do; null where it is.</param>
internal sealed record TypedColumn(ColumnCells Cells, bool IsDate, DataException? Fault)
{
    /// <summary>The column of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="point">The decimal mark that the reader of the cells expects.</param>
    internal static TypedColumn Of(Field field, string source, byte point)
    {
        string place = $"{source}, column {Excerpt.Name(field.Name)}";
        Remedy ignore = new(RemedyKind.Ignore, field.Name);
        if (field is not DataField { IsArray: false } data)
        {
            return Refused(
                new DataException(
                    $"A column is nested: {Nesting(field)} in each row.",
                    place,
                    new Advice(
                        $"Leave it out, {ignore}; or write a column of its own for each part that is to be learned from."
                    )
                )
            );
        }
        return Create(data, point) is { } cells
            ? new TypedColumn(cells, data is DateTimeDataField or TimeDataField, null)
            : Refused(
                new DataException(
                    $"A column holds values of a type that is not read: {data.ClrType.Name}.",
                    place,
                    new Advice($"Leave it out, {ignore}; or write it as numbers, texts or dates.")
                )
            );
    }

    private static TypedColumn Refused(DataException fault) => new(new NoCells(), false, fault);

    private static string Nesting(Field field) =>
        field.SchemaType switch
        {
            SchemaType.Struct => "several fields",
            SchemaType.Map => "a map",
            _ => "a list",
        };

    private static ColumnCells? Create(DataField field, byte point)
    {
        return field switch
        {
            TimeDataField { Precision: TimeUnitPrecision.Millis } => new ValueCells<int>(
                field,
                CellTexts.TimeOfDay<int>(TimeSpan.TicksPerMillisecond)
            ),
            TimeDataField time => new ValueCells<long>(
                field,
                CellTexts.TimeOfDay<long>(time.Precision == TimeUnitPrecision.Micros ? TimeSpan.TicksPerMicrosecond : 0)
            ),
            DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } => new ValueCells<DateTime>(
                field,
                CellTexts.WriteDate
            ),
            DateTimeDataField => new ValueCells<DateTime>(field, CellTexts.WriteTimestamp),
            _ => OfNumbers(field, point) ?? OfOthers(field),
        };
    }

    private static ColumnCells? OfNumbers(DataField field, byte point)
    {
        ColumnCells? Find(params ReadOnlySpan<Func<ColumnCells?>> kinds)
        {
            foreach (Func<ColumnCells?> kind in kinds)
            {
                if (kind() is { } cells)
                {
                    return cells;
                }
            }
            return null;
        }
        ColumnCells? Of<T>()
            where T : struct, IUtf8SpanFormattable, INumberBase<T> =>
            field.ClrType == typeof(T) ? new ValueCells<T>(field, CellTexts.Number<T>(point)) : null;
        return Find(
            Of<double>,
            Of<float>,
            Of<Half>,
            Of<long>,
            Of<int>,
            Of<short>,
            Of<sbyte>,
            Of<ulong>,
            Of<uint>,
            Of<ushort>,
            Of<byte>,
            Of<decimal>
        );
    }

    private static ColumnCells? OfOthers(DataField field) =>
        field.ClrType == typeof(bool) ? new ValueCells<bool>(field, CellTexts.WriteTruth)
        : field.ClrType == typeof(ReadOnlyMemory<char>)
            ? new ValueCells<ReadOnlyMemory<char>>(field, CellTexts.WriteText)
        : field.ClrType == typeof(ReadOnlyMemory<byte>)
            ? new ValueCells<ReadOnlyMemory<byte>>(field, CellTexts.WriteBytes)
        : field.ClrType == typeof(Guid) ? new ValueCells<Guid>(field, CellTexts.WriteGuid)
        : null;
}
