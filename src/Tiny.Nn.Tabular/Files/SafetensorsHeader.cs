using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Files;

/// <summary>
/// The JSON of a header, spelt in one way for ever: no spaces, texts as UTF-8, escaped only where JSON demands it.
/// </summary>
/// <remarks>Written by hand because a library's choice of escapes may change with its version, and the bytes with it.</remarks>
internal static class SafetensorsHeader
{
    /// <summary>A header above this many bytes is refused, as the format's reference implementation does.</summary>
    internal const int MostBytes = 100_000_000;

    private const int Alignment = 8;

    /// <summary>What RFC 8259 (section 7) does not allow in a text as it is: quote, backslash, U+0000 to U+001F.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        '"',
        '\\',
        .. Enumerable.Range(0, ' ').Select(c => (char)c),
    ]);

    /// <summary>True for the first bytes of a file that begins as this format does: the length of a header, and a JSON object. No text begins so.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> head) =>
        head.Length > sizeof(ulong) + 1
        && BinaryPrimitives.ReadUInt64LittleEndian(head) is > 0 and <= MostBytes
        && head[sizeof(ulong)..].StartsWith("{\""u8);

    internal static byte[] Bytes(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<Tensor> tensors)
    {
        StringBuilder json = new();
        if (metadata.Count > 0)
        {
            Append(json, FileText.MetadataKey, '{');
            foreach ((string key, string value) in metadata)
            {
                Append(json, key, '"');
                Escape(json, value).Append('"');
            }
            json.Append('}');
        }
        long begin = 0;
        foreach (Tensor tensor in tensors)
        {
            long end = begin + (long)tensor.Count * ElementTypes.Size(tensor.ElementType);
            Append(json, tensor.Name, '{');
            json.Append(
                CultureInfo.InvariantCulture,
                $"\"dtype\":\"{ElementTypes.Name(tensor.ElementType)}\",\"shape\":[{string.Join(',', tensor.Shape)}],"
            );
            json.Append(CultureInfo.InvariantCulture, $"\"data_offsets\":[{begin},{end}]}}");
            begin = end;
        }
        string text = json.Length == 0 ? "{}" : json.Append('}').ToString();
        byte[] header = new byte[(FileText.Utf8.GetByteCount(text) + Alignment - 1) / Alignment * Alignment];
        header.AsSpan(FileText.Utf8.GetBytes(text, header)).Fill((byte)' ');
        return header;
    }

    /// <summary>Begins the member <paramref name="key"/>, after a comma where it is not the first.</summary>
    private static void Append(StringBuilder json, string key, char open)
    {
        bool first = json.Length == 0 || json[^1] == '{';
        json.Append(
            json.Length == 0 ? "{\""
            : first ? "\""
            : ",\""
        );
        Escape(json, key).Append("\":").Append(open);
    }

    private static StringBuilder Escape(StringBuilder json, ReadOnlySpan<char> text)
    {
        for (int plain = text.IndexOfAny(Escaped); plain >= 0; plain = text.IndexOfAny(Escaped))
        {
            json.Append(text[..plain]);
            _ =
                text[plain] < ' '
                    ? json.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[plain]:X4}")
                    : json.Append('\\').Append(text[plain]);
            text = text[(plain + 1)..];
        }
        return json.Append(text);
    }
}
