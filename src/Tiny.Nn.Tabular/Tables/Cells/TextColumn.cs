using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>Texts as they lie in a file, in UTF-8, end to end: a million of them are two arrays and not a million objects.</summary>
internal sealed class TextColumn : IReadOnlyList<string>
{
    private byte[] bytes = new byte[1024];
    private readonly List<int> ends = [];

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
    public int Count => ends.Count;

    /// <inheritdoc/>
    public string this[int index] => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>The bytes of one text.</summary>
    internal ReadOnlySpan<byte> Utf8(int index)
    {
        int start = index == 0 ? 0 : ends[index - 1];
        return bytes.AsSpan(start, ends[index] - start);
    }

    /// <summary>Forgets all texts, and keeps the memory for others.</summary>
    internal void Clear() => ends.Clear();

    /// <summary>Adds a text.</summary>
    /// <exception cref="DataException">One array cannot hold as many bytes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<byte> text)
    {
        int start = Count == 0 ? 0 : ends[^1];
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
}
