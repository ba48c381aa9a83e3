using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A format of tables that is no text, and is read all the same.</summary>
internal abstract class RecordFormat
{
    /// <summary>So many of a file's first bytes are looked at.</summary>
    internal const int Looked = 512;

    /// <summary>True where a file begins as one of this format does.</summary>
    /// <param name="head">Its first bytes.</param>
    internal abstract bool Fits(ReadOnlySpan<byte> head);

    /// <summary>Opens a file of this format.</summary>
    /// <param name="stream">The file, from its beginning. It stays open; one that cannot seek may be read into memory.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="format">How numbers are to be written, for whoever reads the cells.</param>
    /// <exception cref="DataException">It is damaged, or holds no table.</exception>
    internal abstract RecordFile Open(Stream stream, string source, CsvFormat format);
}
