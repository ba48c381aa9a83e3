namespace Tiny.Nn.Cli.Results;

/// <summary>A format of reports that are kept, which the name of their file asks for.</summary>
/// <param name="Extension">How such names end.</param>
/// <param name="Write">Writes a report.</param>
internal sealed record ReportFormat(string Extension, Action<ReportPage, Stream> Write)
{
    private static readonly ReportFormat Html = new(".html", HtmlReport.Write);

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ReportFormat> All { get; } = [Html, new(".md", MarkdownReport.Write)];

    /// <summary>What a name asks for: HTML, unless it ends as another format does.</summary>
    internal static ReportFormat Of(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase)) ?? Html;
}
