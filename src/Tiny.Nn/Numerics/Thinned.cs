namespace Tiny.Nn.Numerics;

/// <summary>A series of any length in bounded room: all of it up to a limit, beyond it every 2ⁿ-th entry, from the first on, and the last.</summary>
/// <typeparam name="T">What it is a series of.</typeparam>
internal sealed class Thinned<T>
{
    /// <summary>So many are kept at most, beside the last.</summary>
    internal const int Most = 8192;

    private readonly List<T> kept;

    /// <summary>A series without an entry.</summary>
    internal Thinned()
        : this([], 1, 0, default) { }

    /// <summary>A series that goes on where another stood.</summary>
    /// <param name="kept">What it had kept.</param>
    /// <param name="stride">It had kept one of so many, from the first on.</param>
    /// <param name="count">How many were added to it.</param>
    /// <param name="last">The last of them.</param>
    internal Thinned(IEnumerable<T> kept, int stride, int count, T? last)
    {
        this.kept = [.. kept];
        Stride = stride;
        Count = count;
        Last = last;
    }

    /// <summary>2ⁿ: one of so many entries is kept.</summary>
    internal int Stride { get; private set; }

    /// <summary>The entries at those places.</summary>
    internal IReadOnlyList<T> Kept => kept;

    /// <summary>How many were added.</summary>
    internal int Count { get; private set; }

    /// <summary>The last one that was added; nothing before.</summary>
    internal T? Last { get; private set; }

    /// <summary>True where all of them are kept.</summary>
    internal bool IsWhole => Stride == 1;

    /// <summary>Those that are kept, in their order. Where all are, the list grows with the series.</summary>
    internal IReadOnlyList<T> Items => (Count - 1) % Stride == 0 || Count == 0 ? kept : [.. kept, Last!];

    internal void Add(T item)
    {
        Last = item;
        if (Count % Stride == 0)
        {
            if (kept.Count == Most)
            {
                Thin();
            }
            kept.Add(item);
        }
        Count++;
    }

    /// <summary>Most is even, so the entry that comes next is one of those that are kept.</summary>
    private void Thin()
    {
        for (int i = 0; i < Most / 2; i++)
        {
            kept[i] = kept[2 * i];
        }
        kept.RemoveRange(Most / 2, Most / 2);
        Stride *= 2;
    }
}
