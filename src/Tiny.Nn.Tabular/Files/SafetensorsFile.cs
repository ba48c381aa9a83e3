using System.Buffers.Binary;
using System.Collections.ObjectModel;
using System.Numerics;

namespace Tiny.Nn.Tabular.Files;

/// <summary>
/// Named tensors and texts in one file, in the safetensors format: 8 bytes N, little-endian; N bytes of JSON that say
/// where each tensor lies; the numbers. Nothing in it is ever executed.
/// </summary>
/// <remarks>
/// The same content always gives the same bytes: metadata in ordinal order, tensors in the order given, one spelling of the
/// JSON, spaces after it so that the numbers begin at a multiple of 8 bytes, no gap between them. Immutable and thread-safe.
/// </remarks>
internal sealed class SafetensorsFile
{
    private readonly Dictionary<string, Tensor> byName;

    /// <summary>A file to be written.</summary>
    /// <exception cref="ArgumentException">Two tensors have one name, or a metadata text is not valid Unicode.</exception>
    public SafetensorsFile(IEnumerable<KeyValuePair<string, string>> metadata, IEnumerable<Tensor> tensors)
        : this(metadata, tensors, "(not yet a file)") { }

    internal SafetensorsFile(
        IEnumerable<KeyValuePair<string, string>> metadata,
        IEnumerable<Tensor> tensors,
        string source
    )
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(tensors);
        SortedList<string, string> sorted = new(new Dictionary<string, string>(metadata), StringComparer.Ordinal);
        foreach ((string key, string value) in sorted)
        {
            FileText.Require(key, nameof(metadata));
            FileText.Require(value, nameof(metadata));
        }
        Tensor[] list = [.. tensors];
        byName = list.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        Tensors = Array.AsReadOnly(list);
        Metadata = new ReadOnlyDictionary<string, string>(sorted);
        Source = source;
    }

    /// <summary>Where it was read from, for messages.</summary>
    public string Source { get; }

    /// <summary>Free texts by key, in ordinal order of the keys.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensors in the order of their numbers in the file.</summary>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>The text of a metadata key that must be there.</summary>
    /// <exception cref="ModelFormatException">There is no such key.</exception>
    public string Text(string key) =>
        Metadata.TryGetValue(key, out string? text)
            ? text
            : throw new ModelFormatException(
                "It is not there.",
                $"{Source}, metadata key {FileText.Quote(key)}",
                FileAdvice.Foreign
            );

    /// <summary>The numbers of a tensor that must be there, with this type and shape.</summary>
    /// <exception cref="ModelFormatException">There is no such tensor, or its type or shape is another.</exception>
    public ReadOnlyMemory<T> Values<T>(string name, params ReadOnlySpan<int> shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string where = $"{Source}, tensor {FileText.Quote(name)}";
        if (!byName.TryGetValue(name, out Tensor? tensor))
        {
            throw new ModelFormatException("It is not there.", where, FileAdvice.Foreign);
        }
        if (tensor is not Tensor<T> numbers)
        {
            string what = $"Its numbers are {tensor.ElementType}, not {ElementTypes.From<T>()}.";
            throw new ModelFormatException(what, where, FileAdvice.Foreign);
        }
        if (!shape.SequenceEqual([.. numbers.Shape]))
        {
            string what = $"Its shape is [{Sizes([.. numbers.Shape])}], not [{Sizes(shape)}].";
            throw new ModelFormatException(what, where, FileAdvice.Foreign);
        }
        return numbers.Values;
    }

    /// <summary>Writes the whole file to the stream, from where it stands.</summary>
    /// <exception cref="InvalidOperationException">Names and metadata take more room than the format allows.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] header = SafetensorsHeader.Bytes(Metadata, Tensors);
        if (header.Length > SafetensorsHeader.MostBytes)
        {
            throw new InvalidOperationException(
                $"Names and metadata take {header.Length} bytes; a safetensors header has room for {SafetensorsHeader.MostBytes}."
            );
        }
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (Tensor tensor in Tensors)
        {
            tensor.WriteValues(stream);
        }
    }

    /// <summary>Reads a file that reaches from where the stream stands to its end.</summary>
    /// <remarks>Every length is checked against the bytes that are there before it is used.</remarks>
    /// <param name="stream">Any readable stream; it need not know its length.</param>
    /// <param name="source">What to call it in messages: the file's name.</param>
    /// <exception cref="ModelFormatException">It is not a whole, valid file of float and double tensors.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static SafetensorsFile Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        SafetensorsReader reader = new(stream, source);
        List<Tensor> tensors = reader.Read(out IReadOnlyDictionary<string, string> metadata);
        return new SafetensorsFile(metadata, tensors, source);
    }

    private static string Sizes(ReadOnlySpan<int> shape) => string.Join(", ", shape.ToArray());
}
