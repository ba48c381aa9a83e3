namespace Tiny.Nn.Cli.Results;

/// <summary>A format of reports that are kept, which the name of their file asks for.</summary>
/// <param name="Extension">How such names end.</param>
/// <param name="What">What it is, for the help of a flag.</param>
/// <param name="Write">Writes a report.</param>
internal sealed record ReportFormat(string Extension, string What, Action<ReportPage, Stream> Write)
{
    private static readonly ReportFormat Html = new(".html", "a page for a browser", HtmlReport.Write);

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ReportFormat> All { get; } = [Html, new(".md", "Markdown", MarkdownReport.Write)];

    /// <summary>Which formats there are, and what asks for them, as the end of a sentence.</summary>
    internal static string Choice =>
        string.Join(
            ", or ",
            All.Select(format =>
                format == Html ? $"as {format.What}" : $"as {format.What} where its name ends in {format.Extension}"
            )
        );

    /// <summary>What a name asks for: HTML, unless it ends as another format does.</summary>
    internal static ReportFormat Of(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase)) ?? Html;
}
