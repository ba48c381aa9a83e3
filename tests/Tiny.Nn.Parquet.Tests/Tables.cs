using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Parquet.Tests;

/// <summary>Tables read from memory.</summary>
internal static class Tables
{
    internal static Table Parquet(byte[] file, CsvOptions options) =>
        CsvTable.Read(new MemoryStream(file), "data", options with { Formats = [ParquetFormat.Instance] });

    /// <summary>The CSV file with the same cells.</summary>
    internal static Table Csv(WrittenColumn[] columns, CsvOptions options)
    {
        StringBuilder text = new();
        text.AppendJoin(',', columns.Select(column => Quoted(column.Name))).Append('\n');
        for (int row = 0; row < columns[0].Rows; row++)
        {
            text.AppendJoin(',', columns.Select(column => Quoted(column.Texts[row]))).Append('\n');
        }
        return CsvTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "data", options);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>All that a table holds but its lines, as one text; numbers by their bits.</summary>
    internal static string All(this Table table)
    {
        IEnumerable<string> features = table.Schema.Select(
            (feature, i) =>
                $"{feature.Kind} {feature} {Levels(feature)}: "
                + string.Join(
                    ' ',
                    Enumerable
                        .Range(0, table.Rows)
                        .Select(row => BitConverter.DoubleToInt64Bits(table.Features[i, row]).ToString("X"))
                )
        );
        IEnumerable<string> findings = table.Findings.Select(finding =>
            $"{finding.Kind} {finding.Column} {finding.Evidence}"
        );
        return string.Join(
            '\n',
            [
                .. features,
                $"{table.Target}",
                .. table.Target?.Texts ?? [],
                string.Join('|', table.IdNames),
                string.Join('|', table.Ignored),
                .. findings,
            ]
        );
    }

    private static string Levels(Feature feature) =>
        feature switch
        {
            CategoryFeature category => string.Join('|', category.Levels),
            TextFeature text => string.Join('|', text.Texts),
            _ => "",
        };
}
