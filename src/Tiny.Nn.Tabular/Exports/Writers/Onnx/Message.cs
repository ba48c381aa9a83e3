using System.Text;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>A message of protocol buffers, field after field: all that ONNX needs of them.</summary>
internal sealed class Message
{
    private const int Varint = 0;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private readonly MemoryStream stream = new();

    /// <summary>The bytes so far.</summary>
    internal byte[] ToArray() => stream.ToArray();

    /// <summary>A whole number.</summary>
    internal Message Add(int field, long number)
    {
        Tag(field, Varint);
        Write((ulong)number);
        return this;
    }

    /// <summary>A number of 32 bits.</summary>
    internal Message Add(int field, float number)
    {
        Tag(field, Fixed32);
        stream.Write(BitConverter.GetBytes(number));
        return this;
    }

    /// <summary>A text in UTF-8.</summary>
    internal Message Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Another message.</summary>
    internal Message Add(int field, Message message) => Add(field, message.ToArray());

    /// <summary>Bytes as they are.</summary>
    internal Message Add(int field, byte[] bytes)
    {
        Tag(field, Bytes);
        Write((ulong)bytes.Length);
        stream.Write(bytes);
        return this;
    }

    private void Tag(int field, int kind) => Write((ulong)((field << 3) | kind));

    private void Write(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            stream.WriteByte((byte)(number | 0x80));
        }
        stream.WriteByte((byte)number);
    }
}
