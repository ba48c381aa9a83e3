namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>The formats in which a sheet is written, by name.</summary>
internal static class SheetFormats
{
    private static readonly (string Name, string[] Endings, SheetWriter Writer)[] All =
    [
        ("text", ["", ".txt"], new TextSheet()),
        ("markdown", [".md"], new MarkdownSheet()),
        ("html", [".html", ".htm"], new HtmlSheet()),
    ];

    /// <summary>The names, the usual one first.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>The writer of the usual format.</summary>
    internal static SheetWriter Usual => All[0].Writer;

    /// <summary>The writer of the format that a file's ending stands for; null where it stands for none.</summary>
    internal static SheetWriter? OfFile(string path) =>
        All.FirstOrDefault(format => format.Endings.Contains(Path.GetExtension(path).ToLowerInvariant())).Writer;

    /// <summary>The writer of a format; null where there is none of this name.</summary>
    internal static SheetWriter? Find(string name) => All.FirstOrDefault(format => format.Name == name).Writer;
}
