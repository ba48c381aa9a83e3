using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Parquet;

/// <summary>Files of Parquet among those that tables are read from.</summary>
internal sealed class ParquetFormat : RecordFormat
{
    private ParquetFormat() { }

    /// <summary>The only one.</summary>
    internal static ParquetFormat Instance { get; } = new();

    internal override bool Fits(ReadOnlySpan<byte> head) =>
        // A header of a CSV file may begin with these letters; characters that no text has follow in the other.
        (head.StartsWith("PAR1"u8) || head.StartsWith("PARE"u8)) && FileSignature.HasControls(head);

    internal override RecordFile Open(Stream stream, string source, CsvFormat format) =>
        ParquetFile.Open(stream, source, format.DecimalComma ? (byte)',' : (byte)'.');
}
