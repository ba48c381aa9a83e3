namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A file of data that has been opened: what stands above its rows, and the rows.</summary>
internal abstract class RecordFile : IDisposable
{
    /// <summary>What the columns are called.</summary>
    internal abstract HeaderNames Header { get; }

    /// <summary>The rows.</summary>
    internal abstract RecordSource Rows { get; }

    /// <summary>What separates the fields.</summary>
    internal virtual char Separator => ',';

    /// <summary>True where the separator stands for blanks, as many as it takes to align the fields.</summary>
    internal virtual bool IsAligned => false;

    /// <summary>How many lines above the header begin with #, and were passed over.</summary>
    internal virtual int Comments => 0;

    /// <summary>The header, where it may stand among the rows once more.</summary>
    internal virtual RepeatedHeader? Repeated => null;

    /// <summary>True where the first row has been read already: it is <see cref="First"/>.</summary>
    internal virtual bool IsAhead => false;

    /// <summary>The record that is to be the current one.</summary>
    internal virtual Record First { get; } = new();

    /// <summary>How many rows had fewer fields than columns, which was allowed.</summary>
    internal virtual long ShortRows => 0;

    /// <summary>How many blank lines stood between rows, and are none; and the first of them.</summary>
    internal virtual (int Count, long First) BlankLines => default;

    /// <summary>True where no other record is known to follow.</summary>
    internal virtual bool IsRead => false;

    /// <summary>The places of columns that the file itself says to be of dates or times.</summary>
    internal virtual IReadOnlySet<int> Dates { get; } = new HashSet<int>();

    /// <summary>What to do about a text that is not UTF-8.</summary>
    /// <param name="text">The text.</param>
    internal abstract Advice NotUtf8(ReadOnlySpan<byte> text);

    /// <inheritdoc/>
    public abstract void Dispose();
}
