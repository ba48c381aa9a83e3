using System.Numerics;
using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>CSV texts as tests write them.</summary>
internal static class CsvText
{
    internal static Table<T> Read<T>(string text, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Read<T>(Encoding.UTF8.GetBytes(text), target);

    internal static Table<T> Read<T>(byte[] text, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new(text);
        return CsvTable.Read<T>(stream, "test.csv", new CsvOptions { Target = target });
    }

    internal static Table<T> Read<T>(string text, IReadOnlyList<string> features, string? target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Read<T>(text, [.. features.Select(name => new NumberFeature(name))], target);

    internal static Table<T> Read<T>(
        string text,
        IReadOnlyList<Feature> schema,
        string? target,
        CsvOptions? options = null
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read<T>(stream, "test.csv", schema, target, options);
    }

    internal static Table<T> Read<T>(string text, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read<T>(stream, "test.csv", options);
    }

    /// <summary>The kinds of what was found about a column, or about the file.</summary>
    internal static FindingKind[] Kinds<T>(Table<T> table, string? column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. table.Findings.Where(finding => finding.Column == column).Select(finding => finding.Kind)];

    /// <summary>One feature's cells, with −2 for a missing one, which is easier to compare.</summary>
    internal static double[] Cells<T>(Table<T> table, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [
            .. Enumerable
                .Range(0, table.Rows)
                .Select(row => double.CreateTruncating(table.Features[feature, row]))
                .Select(cell => double.IsNaN(cell) ? -2 : cell),
        ];

    internal static DataException Problem(string text, CsvOptions options) =>
        Assert.Throws<DataException>(() => Read<float>(text, options))!;

    /// <summary>The exception that a text must end in.</summary>
    internal static DataException Problem(string text, string target = "y") =>
        Assert.Throws<DataException>(() => Read<float>(text, target))!;

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
