using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>Where the fields and the lines of a block of bytes end, as far as it holds nothing but plain text: no quote, no lone CR.</summary>
internal sealed class BlockIndex
{
    /// <summary>So many bytes are looked at together: behind a block that many more must be readable.</summary>
    internal const int Step = 64;

    private int[] ends = new int[1024];
    private int[] lines = new int[256];
    private int count;

    /// <summary>How many lines end in the block.</summary>
    internal int Lines { get; private set; }

    /// <summary>The first byte that is not plain: a quote, or a CR without its LF; the length of the block where all are.</summary>
    internal int Odd { get; private set; }

    /// <summary>The place of every delimiter and every line feed, and more behind them.</summary>
    internal int[] Ends => ends;

    /// <summary>Which of the <see cref="Ends"/> is the line feed of a line.</summary>
    internal int EndOf(int line) => lines[line];

    /// <summary>Looks at a block from a place to the end or the first odd byte.</summary>
    /// <param name="bytes">The block, and a step's bytes behind it, whatever they are.</param>
    /// <param name="from">The place, where a line begins.</param>
    /// <param name="length">Of the block.</param>
    /// <param name="separator">The delimiter.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Build(ReadOnlySpan<byte> bytes, int from, int length, byte separator)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, bytes.Length - Step);
        (count, Lines, Odd) = (0, 0, length);
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        Vector256<byte> separators = Vector256.Create(separator);
        Vector256<byte> feeds = Vector256.Create((byte)'\n');
        Vector256<byte> returns = Vector256.Create((byte)'\r');
        Vector256<byte> quotes = Vector256.Create((byte)'"');
        for (int place = from; place < length; place += Step)
        {
            Vector256<byte> left = Vector256.LoadUnsafe(ref start, (nuint)place);
            Vector256<byte> right = Vector256.LoadUnsafe(ref start, (nuint)place + 32);
            ulong wanted = length - place >= Step ? ulong.MaxValue : (1UL << (length - place)) - 1;
            ulong feed = Bits(left, right, feeds) & wanted;
            ulong odd = Bits(left, right, quotes);
            ulong carriage = Bits(left, right, returns);
            if ((odd | carriage) != 0)
            {
                ulong followed = feed >> 1 | (bytes[place + Step] == '\n' ? 1UL << 63 : 0);
                odd = (odd | (carriage & ~followed)) & wanted;
                if (odd != 0)
                {
                    Odd = place + BitOperations.TrailingZeroCount(odd);
                    wanted = (odd & (~odd + 1)) - 1;
                    feed &= wanted;
                }
            }
            Note(place, (Bits(left, right, separators) & wanted) | feed, feed);
            if (odd != 0)
            {
                return;
            }
        }
    }

    /// <summary>A bit for each byte: is it that one?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> left, Vector256<byte> right, Vector256<byte> character) =>
        Vector256.Equals(left, character).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(right, character).ExtractMostSignificantBits() << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(int place, ulong found, ulong feed)
    {
        if (ends.Length - count < Step)
        {
            Array.Resize(ref ends, ends.Length * 2);
        }
        if (lines.Length - Lines < Step)
        {
            Array.Resize(ref lines, lines.Length * 2);
        }
        for (; feed != 0; feed &= feed - 1)
        {
            lines[Lines++] = count + BitOperations.PopCount(found & (feed ^ (feed - 1))) - 1;
        }
        int next = count;
        for (; found != 0; found &= found - 1)
        {
            ends[next++] = place + BitOperations.TrailingZeroCount(found);
        }
        count = next;
    }
}
