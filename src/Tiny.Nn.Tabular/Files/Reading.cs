using Microsoft.Win32.SafeHandles;

namespace Tiny.Nn.Tabular.Files;

/// <summary>Reads from any place of a file.</summary>
internal static class Reading
{
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    /// <exception cref="IOException">The disk fails.</exception>
    internal static void Exactly(SafeFileHandle handle, long start, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int count = RandomAccess.Read(handle, bytes, start);
            if (count == 0)
            {
                throw new EndOfStreamException("The file is shorter than it was.");
            }
            start += count;
            bytes = bytes[count..];
        }
    }
}
