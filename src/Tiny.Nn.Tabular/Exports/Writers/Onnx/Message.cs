using System.Buffers;
using System.Text;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>A message of protocol buffers, field after field: all that ONNX needs of them.</summary>
internal sealed class Message
{
    private const int Varint = 0;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>The bytes so far.</summary>
    internal byte[] ToArray() => bytes.WrittenSpan.ToArray();

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
        bytes.Write(BitConverter.GetBytes(number));
        return this;
    }

    /// <summary>A text in UTF-8.</summary>
    internal Message Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Another message.</summary>
    internal Message Add(int field, Message message) => Add(field, message.ToArray());

    /// <summary>Bytes as they are.</summary>
    internal Message Add(int field, byte[] content)
    {
        Tag(field, Bytes);
        Write((ulong)content.Length);
        bytes.Write(content);
        return this;
    }

    private void Tag(int field, int kind) => Write((ulong)((field << 3) | kind));

    private void Write(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Write([(byte)(number | 0x80)]);
        }
        bytes.Write([(byte)number]);
    }
}
