using System.Buffers.Binary;
using System.Text;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

/// <summary>Files as bytes, made without the code under test.</summary>
internal static class Safetensors
{
    public static byte[] File(string header, params byte[] numbers) => File(Encoding.UTF8.GetBytes(header), numbers);

    public static byte[] File(byte[] header, byte[] numbers)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. numbers];
    }

    public static SafetensorsFile Read(byte[] bytes) => SafetensorsFile.Read(new MemoryStream(bytes), "some.model");

    public static byte[] Written(SafetensorsFile file)
    {
        using MemoryStream stream = new();
        file.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Two tensors, an empty one, a scalar, metadata: 200-odd bytes with everything in it.</summary>
    public static SafetensorsFile Small() =>
        new(
            [new("format", "tiny"), new("ключ", "a \"quoted\"\n\\ text")],
            [
                new Tensor<float>("W1", [2, 3], new float[] { 1, 2, 3, 4, 5, float.NaN }),
                new Tensor<float>("empty", [0, 7], ReadOnlyMemory<float>.Empty),
                new Tensor<double>("b1", [], new[] { -0.0 }),
            ]
        );
}

/// <summary>A stream like a pipe: it does not know its length and gives a few bytes at a time.</summary>
internal sealed class Pipe(byte[] bytes) : Stream
{
    private int position;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(buffer.Length, 7), bytes.Length - position);
        bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
