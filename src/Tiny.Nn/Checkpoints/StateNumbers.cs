using System.Runtime.InteropServices;

namespace Tiny.Nn.Checkpoints;

/// <summary>Numbers of a state, as they lie in memory.</summary>
internal static class StateNumbers
{
    /// <summary>Writes how many there are, and all of them.</summary>
    internal static void WriteAll<T>(this BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    /// <summary>Reads as many as there are places.</summary>
    /// <exception cref="InvalidDataException">So many were not written.</exception>
    internal static void ReadAll<T>(this BinaryReader reader, Span<T> numbers)
        where T : unmanaged
    {
        int count = reader.ReadInt32();
        if (count != numbers.Length)
        {
            throw new InvalidDataException(
                $"The state that was kept is of another training: {count} numbers, and {numbers.Length} are expected."
            );
        }
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers));
    }

    /// <summary>Writes a number that may be missing.</summary>
    internal static void WriteOptional(this BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        writer.Write(number ?? 0);
    }

    internal static double? ReadOptional(this BinaryReader reader)
    {
        bool isThere = reader.ReadBoolean();
        double number = reader.ReadDouble();
        return isThere ? number : null;
    }
}
