using System.Numerics;
using System.Text;
using Tiny.Nn.Data;

namespace Tiny.Nn.Tests.Data;

/// <summary>CSV texts as tests write them.</summary>
internal static class Csv
{
    internal static Table<T> Read<T>(string text, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Read<T>(Encoding.UTF8.GetBytes(text), target);

    internal static Table<T> Read<T>(byte[] text, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new(text);
        return CsvTable.Read<T>(stream, "test.csv", target);
    }

    internal static Table<T> Read<T>(string text, IReadOnlyList<string> features, string? target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read<T>(stream, "test.csv", features, target);
    }

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
