using System.Buffers.Binary;
using System.Numerics;

namespace Tiny.Nn.Tabular.Files;

/// <summary>Reads one file: the header's length, the header, the numbers, and then nothing more.</summary>
internal sealed class SafetensorsReader(Stream stream, string source)
{
    /// <summary>"{}" is the shortest header there can be.</summary>
    private const int SmallestHeader = 2;

    /// <summary>The tensors in the order of their numbers, and the texts beside them.</summary>
    internal List<Tensor> Read(out IReadOnlyDictionary<string, string> metadata)
    {
        byte[] header = Header();
        HeaderContent content = new HeaderReader(header, source).Read();
        long start = sizeof(ulong) + (long)header.Length;
        List<TensorEntry> entries = Contiguous(content.Tensors);
        List<Tensor> tensors = new(entries.Count);
        foreach (TensorEntry entry in entries)
        {
            tensors.Add(
                entry.ElementType == ElementType.F32 ? Numbers<float>(entry, start) : Numbers<double>(entry, start)
            );
        }
        if (stream.ReadByte() >= 0)
        {
            long end = start + (entries.Count == 0 ? 0 : entries[^1].End);
            throw new ModelFormatException(
                "More bytes follow the last tensor.",
                $"{source}, byte {end}",
                FileAdvice.Damaged
            );
        }
        metadata = content.Metadata;
        return tensors;
    }

    private byte[] Header()
    {
        byte[] prefix = LittleEndian.Read<byte>(stream, sizeof(ulong));
        if (prefix.Length < sizeof(ulong))
        {
            string what = $"The file ends within the {sizeof(ulong)} bytes that give the header's length.";
            throw new ModelFormatException(what, $"{source}, byte {prefix.Length}", FileAdvice.Incomplete);
        }
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is < SmallestHeader or > SafetensorsHeader.MostBytes)
        {
            string what = $"It is not a model file: its first bytes would make a header of {length} bytes.";
            throw new ModelFormatException(what, $"{source}, byte 0", FileAdvice.Damaged);
        }
        byte[] header = LittleEndian.Read<byte>(stream, (int)length);
        if (header.Length < (int)length)
        {
            string what = $"The file ends within its header of {length} bytes.";
            throw new ModelFormatException(
                what,
                $"{source}, byte {sizeof(ulong) + header.Length}",
                FileAdvice.Incomplete
            );
        }
        return header;
    }

    /// <summary>The entries in the order of their bytes, which must follow each other without gap or overlap.</summary>
    private List<TensorEntry> Contiguous(IEnumerable<TensorEntry> entries)
    {
        // A stable order: tensors without numbers begin and end at one byte, and stay as the header names them.
        List<TensorEntry> ordered = [.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        long expected = 0;
        foreach (TensorEntry entry in ordered)
        {
            if (entry.Begin != expected)
            {
                string fault = entry.Begin < expected ? "it overlaps" : "it leaves a gap";
                throw new ModelFormatException(
                    $"It begins at byte {entry.Begin} of the numbers, what is before it ends at {expected}: {fault}.",
                    $"{source}, tensor {FileText.Quote(entry.Name)}",
                    FileAdvice.Damaged
                );
            }
            expected = entry.End;
        }
        return ordered;
    }

    private Tensor<T> Numbers<T>(TensorEntry entry, long start)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] values = LittleEndian.Read<T>(stream, entry.Count);
        return values.Length == entry.Count
            ? new Tensor<T>(entry.Name, entry.Shape, values)
            : throw new ModelFormatException(
                $"The file ends within its numbers, at bytes {start + entry.Begin} to {start + entry.End}.",
                $"{source}, tensor {FileText.Quote(entry.Name)}",
                FileAdvice.Incomplete
            );
    }
}
