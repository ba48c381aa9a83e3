using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Predict;

/// <summary>CSV in UTF-8, into a buffer of bytes that goes to a stream when it is full.</summary>
/// <param name="stream">It stays open.</param>
internal sealed class Utf8Lines(Stream stream)
{
    private const int Capacity = 1 << 16;

    /// <summary>No float takes more characters.</summary>
    private const int LongestNumber = 32;

    private static readonly SearchValues<byte> Quotable = SearchValues.Create(",;\t|\"\r\n "u8);

    private readonly byte[] buffer = new byte[Capacity];
    private int used;

    /// <summary>Writes a text as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(ReadOnlySpan<byte> text)
    {
        if (Capacity - used < text.Length)
        {
            Flush();
        }
        if (text.Length > Capacity)
        {
            stream.Write(text);
            return;
        }
        text.CopyTo(buffer.AsSpan(used));
        used += text.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(byte character)
    {
        if (used == Capacity)
        {
            Flush();
        }
        buffer[used++] = character;
    }

    /// <summary>Writes a number, as short as it can be so that it still reads back as the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Write(float number)
    {
        if (Capacity - used < LongestNumber)
        {
            Flush();
        }
        int length = ShortFraction.Write(number, buffer.AsSpan(used));
        if (length == 0)
        {
            number.TryFormat(buffer.AsSpan(used), out length, default, CultureInfo.InvariantCulture);
        }
        used += length;
    }

    /// <summary>The same for a number of twice the width.</summary>
    internal void Write(double number)
    {
        if (Capacity - used < LongestNumber)
        {
            Flush();
        }
        number.TryFormat(buffer.AsSpan(used), out int length, default, CultureInfo.InvariantCulture);
        used += length;
    }

    /// <summary>Writes a text as a field, in quotes where RFC 4180 wants them.</summary>
    internal void WriteField(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAny(Quotable))
        {
            Write(Field(Encoding.UTF8.GetString(text)));
        }
        else
        {
            Write(text);
        }
    }

    /// <summary>Sends what is in the buffer.</summary>
    internal void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    /// <summary>A field as RFC 4180 wants it.</summary>
    internal static byte[] Field(string text)
    {
        byte[] plain = Encoding.UTF8.GetBytes(text);
        return plain.AsSpan().ContainsAny(Quotable)
            ? Encoding.UTF8.GetBytes($"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
            : plain;
    }
}
