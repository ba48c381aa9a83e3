namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>A stream that is made of another one a block at a time.</summary>
internal abstract class BlockwiseStream : ReadOnlyStream
{
    /// <summary>The bytes of a block that is read.</summary>
    protected const int BlockSize = 1 << 14;

    private ReadOnlyMemory<byte> rest;
    private bool isOver;

    /// <inheritdoc/>
    public sealed override int Read(Span<byte> buffer)
    {
        while (rest.IsEmpty && !isOver && !buffer.IsEmpty)
        {
            isOver = !TryFill(out rest);
        }
        int count = Math.Min(buffer.Length, rest.Length);
        rest.Span[..count].CopyTo(buffer);
        rest = rest[count..];
        return count;
    }

    /// <summary>Makes the next block.</summary>
    /// <param name="block">The block, which may be empty.</param>
    /// <returns>False where it is the last.</returns>
    protected abstract bool TryFill(out ReadOnlyMemory<byte> block);
}
