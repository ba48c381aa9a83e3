using System.Text.Json;
using System.Text.Unicode;

namespace Tiny.Nn.Tabular.Files;

/// <summary>Reads the JSON of a header and checks all that can be checked without the numbers.</summary>
internal ref struct HeaderReader
{
    /// <summary>The header, a tensor in it, a list in that: nothing lies deeper.</summary>
    private const int Depth = 3;

    private readonly string source;
    private Utf8JsonReader json;

    internal HeaderReader(ReadOnlySpan<byte> header, string source)
    {
        this.source = source;
        json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = Depth });
        if (!Utf8.IsValid(header))
        {
            throw Fault("The header is not valid UTF-8.");
        }
        if (header[0] != (byte)'{')
        {
            throw Fault("The header does not begin with {.");
        }
    }

    internal HeaderContent Read()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HeaderContent content = new(new Dictionary<string, string>(StringComparer.Ordinal), []);
        Require(JsonTokenType.StartObject);
        while (NextMember(out string name))
        {
            if (!names.Add(name))
            {
                throw Fault($"The header names {FileText.Quote(name)} twice.");
            }
            if (name == FileText.MetadataKey)
            {
                ReadMetadata(content.Metadata);
            }
            else
            {
                content.Tensors.Add(ReadTensor(name));
            }
        }
        if (Advance())
        {
            throw Fault("More follows the header's closing brace.");
        }
        return content;
    }

    private void ReadMetadata(Dictionary<string, string> metadata)
    {
        Require(JsonTokenType.StartObject);
        while (NextMember(out string key))
        {
            Require(JsonTokenType.String);
            if (!metadata.TryAdd(key, Text()))
            {
                throw Fault($"The metadata name {FileText.Quote(key)} twice.");
            }
        }
    }

    private TensorEntry ReadTensor(string name)
    {
        string? elements = null;
        List<ulong>? shape = null;
        List<ulong>? offsets = null;
        Require(JsonTokenType.StartObject);
        while (NextMember(out string member))
        {
            switch (member)
            {
                case "dtype" when elements is null:
                    Require(JsonTokenType.String);
                    elements = Text();
                    break;
                case "shape" when shape is null:
                    shape = Integers();
                    break;
                case "data_offsets" when offsets is null:
                    offsets = Integers();
                    break;
                default:
                    throw Fault($"Tensor {FileText.Quote(name)} has an unknown or second {FileText.Quote(member)}.");
            }
        }
        if (elements is null || shape is null || offsets is null)
        {
            throw Fault($"Tensor {FileText.Quote(name)} needs a dtype, a shape and data_offsets.");
        }
        return Checked(name, elements, shape, offsets);
    }

    private readonly TensorEntry Checked(string name, string elements, List<ulong> shape, List<ulong> offsets)
    {
        string tensor = $"Tensor {FileText.Quote(name)}";
        if (!ElementTypes.TryParse(elements, out ElementType type))
        {
            throw new ModelFormatException(
                $"{tensor} has numbers of type {FileText.Quote(elements)}.",
                Where(),
                "Only F32 and F64 can be read: convert the file to one of them."
            );
        }
        if (shape.Exists(size => size > int.MaxValue))
        {
            throw Fault($"{tensor} has a size above {int.MaxValue} in its shape.");
        }
        int[] sizes = [.. shape.Select(size => (int)size)];
        if (!Tensor.TryCount(sizes, out int count))
        {
            throw Fault($"{tensor} has a shape of more than {Array.MaxLength} numbers.");
        }
        if (offsets is not [ulong begin, ulong end] || begin > end || end > long.MaxValue)
        {
            throw Fault($"{tensor} needs as its data_offsets where it begins and, not before, where it ends.");
        }
        ulong bytes = (ulong)count * (ulong)ElementTypes.Size(type);
        return end - begin == bytes
            ? new TensorEntry(name, type, sizes, count, (long)begin, (long)end)
            : throw Fault($"{tensor} has {end - begin} bytes by its data_offsets, {bytes} by its shape.");
    }

    private List<ulong> Integers()
    {
        List<ulong> integers = [];
        Require(JsonTokenType.StartArray);
        while (Advance() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetUInt64(out ulong integer))
            {
                throw Fault("A list of sizes or offsets holds something else than an integer from 0 on.");
            }
            integers.Add(integer);
        }
        return integers;
    }

    /// <summary>Moves to the next member of an object, or past its closing brace.</summary>
    private bool NextMember(out string name)
    {
        bool more = Advance() && json.TokenType == JsonTokenType.PropertyName;
        name = more ? Text() : "";
        return more;
    }

    private void Require(JsonTokenType type)
    {
        if (!Advance() || json.TokenType != type)
        {
            throw Fault($"A header has a {type} here, not a {json.TokenType}.");
        }
    }

    private readonly string Text()
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException cause)
        {
            throw Fault("A text of the header escapes half a surrogate pair.", cause);
        }
    }

    private bool Advance()
    {
        try
        {
            return json.Read();
        }
        catch (JsonException cause)
        {
            throw Fault("The header is not JSON, or nests deeper than a header does.", cause);
        }
    }

    private readonly ModelFormatException Fault(string what, Exception? cause = null) =>
        new(what, Where(), FileAdvice.Damaged, cause);

    private readonly string Where() => $"{source}, byte {sizeof(ulong) + json.BytesConsumed}";
}
