using System.Globalization;
using System.Numerics;
using System.Text;

namespace Tiny.Nn.Parquet.Columns;

/// <summary>How values of each type are written.</summary>
internal static class CellTexts
{
    private const string Time = "HH':'mm':'ss.FFFFFFF";

    /// <summary>Numbers: the shortest text that is this number and no other. NaN is nothing.</summary>
    /// <param name="point">The decimal mark that the reader of the cells expects.</param>
    internal static CellWriter<T> Number<T>(byte point)
        where T : struct, IUtf8SpanFormattable, INumberBase<T>
    {
        return Write;

        bool Write(T value, Span<byte> room, out int length)
        {
            length = 0;
            if (T.IsNaN(value))
            {
                return true;
            }
            if (!value.TryFormat(room, out length, default, CultureInfo.InvariantCulture))
            {
                return false;
            }
            if (point != '.' && room[..length].IndexOf((byte)'.') is >= 0 and var place)
            {
                room[place] = point;
            }
            return true;
        }
    }

    /// <summary>Days, and times of a day.</summary>
    internal static bool WriteTimestamp(DateTime value, Span<byte> room, out int length) =>
        value.TryFormat(room, out length, $"yyyy'-'MM'-'dd'T'{Time}", CultureInfo.InvariantCulture);

    internal static bool WriteDate(DateTime value, Span<byte> room, out int length) =>
        value.TryFormat(room, out length, "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);

    /// <summary>Times of a day, of so many units since midnight.</summary>
    /// <param name="ticks">How many ticks of 100 ns a unit has; 0 where a tick has a hundred units.</param>
    internal static CellWriter<T> TimeOfDay<T>(long ticks)
        where T : struct, INumber<T>
    {
        return Write;

        bool Write(T value, Span<byte> room, out int length)
        {
            long units = long.CreateChecked(value);
            return new TimeOnly(ticks == 0 ? units / 100 : units * ticks).TryFormat(
                room,
                out length,
                Time,
                CultureInfo.InvariantCulture
            );
        }
    }

    internal static bool WriteTruth(bool value, Span<byte> room, out int length) =>
        (value ? "true"u8 : "false"u8).TryCopyTo(room, out length);

    internal static bool WriteGuid(Guid value, Span<byte> room, out int length) => value.TryFormat(room, out length);

    internal static bool WriteText(ReadOnlyMemory<char> value, Span<byte> room, out int length) =>
        Encoding.UTF8.TryGetBytes(value.Span, room, out length);

    internal static bool WriteBytes(ReadOnlyMemory<byte> value, Span<byte> room, out int length) =>
        value.Span.TryCopyTo(room, out length);

    private static bool TryCopyTo(this ReadOnlySpan<byte> text, Span<byte> room, out int length)
    {
        length = text.Length;
        return text.TryCopyTo(room);
    }
}
