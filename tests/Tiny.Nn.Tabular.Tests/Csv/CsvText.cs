using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>CSV texts as tests write them.</summary>
internal static class CsvText
{
    internal static Table Read(string text, string target) => Read(Encoding.UTF8.GetBytes(text), target);

    internal static Table Read(byte[] text, string target)
    {
        using MemoryStream stream = new(text);
        return CsvTable.Read(stream, "test.csv", new CsvOptions { Target = target });
    }

    internal static Table Read(string text, IReadOnlyList<string> features, string? target) =>
        Read(text, [.. features.Select(name => new NumberFeature(name))], target);

    internal static Table Read(string text, IReadOnlyList<Feature> schema, string? target, CsvOptions? options = null)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read(stream, "test.csv", schema, target, options);
    }

    internal static Table Read(string text, CsvOptions options)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read(stream, "test.csv", options);
    }

    /// <summary>The kinds of what was found about a column, or about the file.</summary>
    internal static FindingKind[] Kinds(Table table, string? column) =>
        [.. table.Findings.Where(finding => finding.Column == column).Select(finding => finding.Kind)];

    /// <summary>One feature's cells, with −2 for a missing one, which is easier to compare.</summary>
    internal static double[] Cells(Table table, int feature) =>
        [
            .. Enumerable
                .Range(0, table.Rows)
                .Select(row => (table.Features[feature, row]))
                .Select(cell => double.IsNaN(cell) ? -2 : cell),
        ];

    internal static DataException Problem(string text, CsvOptions options) =>
        Assert.Throws<DataException>(() => Read(text, options))!;

    /// <summary>The exception that a text must end in.</summary>
    internal static DataException Problem(string text, string target = "y") =>
        Assert.Throws<DataException>(() => Read(text, target))!;

    /// <summary>One of the small data sets of this repository.</summary>
    internal static string Sample(string name)
    {
        string? folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TinyNn.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return Path.Combine(folder!, "data", name);
    }
}
