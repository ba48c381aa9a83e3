namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>The formats in which a sheet is written, by name.</summary>
internal static class SheetFormats
{
    private static readonly (string Name, SheetWriter Writer)[] All =
    [
        ("text", new TextSheet()),
        ("markdown", new MarkdownSheet()),
        ("html", new HtmlSheet()),
    ];

    /// <summary>The names, the usual one first.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>The writer of the usual format.</summary>
    internal static SheetWriter Usual => All[0].Writer;

    /// <summary>The writer of a format; null where there is none of this name.</summary>
    internal static SheetWriter? Find(string name) => All.FirstOrDefault(format => format.Name == name).Writer;
}
