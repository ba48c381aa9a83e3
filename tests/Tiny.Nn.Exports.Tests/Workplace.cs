using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Exports;

namespace Tiny.Nn.Exports.Tests;

/// <summary>A directory of a test's own, which goes when the test ends.</summary>
internal sealed partial class Workplace : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("tinynn-exports-");

    internal string Path => directory.FullName;

    public void Dispose() => directory.Delete(recursive: true);

    /// <summary>Writes the files of an export.</summary>
    internal void Save(ExportedModel export, string name)
    {
        foreach (ExportedFile file in export.Files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(Path, name + file.Ending), file.Content.Span);
        }
    }

    /// <summary>The largest difference that a self-test speaks of.</summary>
    internal static double LargestDifference(string said) =>
        double.Parse(Difference().Match(said).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"largest difference ([0-9.e+-]+)")]
    private static partial Regex Difference();
}
