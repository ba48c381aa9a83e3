using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>
/// Texts as they lie in a file, in UTF-8, end to end: a million of them are a few arrays and not a million objects. Where there is a scratch file, all but those of one block are in it.
/// </summary>
internal sealed class TextColumn : IReadOnlyList<string>
{
    private const int Shift = 16;
    private const int MostOfBlock = 1 << Shift;

    private readonly ScratchFile? scratch;
    private readonly List<Block> full = [];
    private readonly List<int> ends = [];
    private byte[] bytes = new byte[1024];
    private volatile Held? held;

    /// <summary>No texts yet.</summary>
    /// <param name="scratch">Where they go; null for memory.</param>
    internal TextColumn(ScratchFile? scratch = null) => this.scratch = scratch;

    /// <summary>A column of texts that a program has; they are trimmed.</summary>
    internal static TextColumn Of(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        TextColumn column = new();
        foreach (string text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            column.Add(Encoding.UTF8.GetBytes(text.Trim()));
        }
        return column;
    }

    /// <inheritdoc/>
    public int Count => full.Count * MostOfBlock + ends.Count;

    /// <inheritdoc/>
    public string this[int index] => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>The bytes of one text.</summary>
    internal ReadOnlySpan<byte> Utf8(int index)
    {
        int block = index >> Shift;
        return block == full.Count
            ? Find(bytes, CollectionsMarshal.AsSpan(ends), index & (MostOfBlock - 1))
            : InFull(block, index & (MostOfBlock - 1));
    }

    /// <summary>Forgets all texts, and keeps the memory for others.</summary>
    internal void Clear()
    {
        full.Clear();
        ends.Clear();
        held = null;
    }

    /// <summary>Adds a text.</summary>
    /// <exception cref="DataException">One array cannot hold as many bytes as some texts have.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<byte> text)
    {
        if (ends.Count == MostOfBlock)
        {
            Seal();
        }
        int start = ends.Count == 0 ? 0 : ends[^1];
        if (bytes.Length - start < text.Length)
        {
            long capacity = Math.Min(Math.Max(bytes.Length * 2L, start + (long)text.Length), Array.MaxLength);
            if (capacity - start < text.Length)
            {
                throw new DataException(
                    "The texts of a column are too long for one table.",
                    null,
                    "Use shorter names, or fewer rows."
                );
            }
            Array.Resize(ref bytes, (int)capacity);
        }
        text.CopyTo(bytes.AsSpan(start));
        ends.Add(start + text.Length);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes a block of what has been added.</summary>
    private void Seal()
    {
        ReadOnlySpan<int> own = CollectionsMarshal.AsSpan(ends);
        ReadOnlySpan<byte> texts = bytes.AsSpan(0, ends[^1]);
        full.Add(
            scratch is null
                ? new Block(new Held(full.Count, texts.ToArray(), own.ToArray()), 0, 0, 0)
                : new Block(null, scratch.Append(texts), scratch.Append(MemoryMarshal.AsBytes(own)), texts.Length)
        );
        ends.Clear();
    }

    private ReadOnlySpan<byte> InFull(int block, int index)
    {
        // What is held is never changed, only replaced: another thread may go on with it.
        Held found = full[block].InMemory ?? (held is { } last && last.Block == block ? last : Read(block));
        return Find(found.Bytes, found.Ends, index);
    }

    private Held Read(int block)
    {
        Block place = full[block];
        Held read = new(block, new byte[place.Length], new int[MostOfBlock]);
        scratch!.Read(place.Bytes, read.Bytes);
        scratch.Read(place.Ends, MemoryMarshal.AsBytes(read.Ends.AsSpan()));
        return held = read;
    }

    private static ReadOnlySpan<byte> Find(byte[] bytes, ReadOnlySpan<int> ends, int index)
    {
        int start = index == 0 ? 0 : ends[index - 1];
        return bytes.AsSpan(start, ends[index] - start);
    }

    /// <summary>A full block of texts: in memory, or where it is in the scratch file.</summary>
    private readonly record struct Block(Held? InMemory, long Bytes, long Ends, int Length);

    /// <summary>The texts of a block.</summary>
    private sealed record Held(int Block, byte[] Bytes, int[] Ends);
}
