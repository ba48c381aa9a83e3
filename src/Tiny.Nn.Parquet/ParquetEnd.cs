using Tiny.Nn.Tabular;

namespace Tiny.Nn.Parquet;

/// <summary>How a file of Parquet ends: with what tells where all the rest of it is.</summary>
internal static class ParquetEnd
{
    /// <exception cref="DataException">It ends otherwise.</exception>
    internal static void Require(Stream stream, string source)
    {
        Span<byte> end = stackalloc byte[4];
        bool isWhole = stream.Length >= 3 * end.Length;
        if (isWhole)
        {
            stream.Seek(-end.Length, SeekOrigin.End);
            stream.ReadExactly(end);
            stream.Position = 0;
        }
        if (end.SequenceEqual("PARE"u8))
        {
            throw new DataException(
                "The Parquet file is encrypted.",
                source,
                "Write it without encryption, or as CSV, in the program that it comes from."
            );
        }
        if (!end.SequenceEqual("PAR1"u8))
        {
            throw new DataException(
                "The Parquet file is cut off: its end is missing, which says what it holds.",
                source,
                "Copy it again, whole."
            );
        }
    }
}
