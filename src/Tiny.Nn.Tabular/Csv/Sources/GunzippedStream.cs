using System.IO.Compression;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>What is packed in a file of gzip, all members one after the other. One that is damaged or cut off is an error.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes the end of a file that was cut off for its end. So a member of our own, the seal, is put behind the last: only what is whole leads to
/// it. From there on all is read at once, lest what the seal makes of half a member be taken for data.
/// </remarks>
internal sealed class GunzippedStream : BlockwiseStream
{
    private static readonly byte[] Seal = "\0sealed tiny.nn\0"u8.ToArray();
    private static readonly byte[] SealMember = Pack(Seal);

    private const string Damaged = "The gzip data is damaged or cut off.";

    private readonly SealedStream packed;
    private readonly GZipStream unpacked;
    private readonly string source;
    private readonly byte[] bytes = new byte[BlockSize];

    /// <param name="packed">The file. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    internal GunzippedStream(Stream packed, string source)
    {
        this.source = source;
        this.packed = new SealedStream(packed);
        unpacked = new GZipStream(this.packed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">The file is damaged, or was cut off.</exception>
    protected override bool TryFill(out ReadOnlyMemory<byte> block)
    {
        try
        {
            block = bytes.AsMemory(0, unpacked.Read(bytes));
            if (!packed.IsOver)
            {
                return block.IsEmpty ? throw Refuse("Something else stands behind the gzip data.", null) : true;
            }
            using MemoryStream last = new();
            last.Write(block.Span);
            unpacked.CopyTo(last);
            block = last.ToArray();
        }
        catch (InvalidDataException fault)
        {
            throw Refuse(Damaged, fault);
        }
        block = block.Span.EndsWith(Seal) ? block[..^Seal.Length] : throw Refuse(Damaged, null);
        return false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }
        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.NoCompression))
        {
            gzip.Write(text);
        }
        return packed.ToArray();
    }

    private DataException Refuse(string what, Exception? fault) =>
        new(what, source, "Fetch or copy the file again: gzip -t tells whether it is whole.", fault);

    /// <summary>A stream with the seal behind its end.</summary>
    private sealed class SealedStream(Stream source) : ReadOnlyStream
    {
        private int sealedBytes;

        /// <summary>True once the stream itself is over.</summary>
        internal bool IsOver { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int count = IsOver ? 0 : source.Read(buffer);
            IsOver |= count == 0 && !buffer.IsEmpty;
            if (IsOver)
            {
                count = Math.Min(buffer.Length, SealMember.Length - sealedBytes);
                SealMember.AsSpan(sealedBytes, count).CopyTo(buffer);
                sealedBytes += count;
            }
            return count;
        }
    }
}
