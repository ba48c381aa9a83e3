using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Spectre.Console;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Tests.Results;

/// <summary>Results as each format has them, without a process.</summary>
internal static class Rendered
{
    /// <summary>As into a pipe, where a table is as wide as it needs to be and a sentence 80 letters.</summary>
    internal static string Text(params IEnumerable<Part> parts) => Text(Terminal.Unbounded, parts);

    /// <summary>As on a terminal of some width; each line without the spaces at its end.</summary>
    internal static string Text(int width, IEnumerable<Part> parts)
    {
        using StringWriter output = new() { NewLine = "\n" };
        IAnsiConsole console = Terminal.Create(output, redirected: true, noColor: true);
        console.Profile.Width = width;
        new TextResult(console).Write(parts);
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    internal static JsonElement Json(Result result) =>
        JsonDocument.Parse(JsonResult.Create("some", result).ToJsonString()).RootElement;

    internal static XElement Page(params IEnumerable<Part> parts) =>
        new("body", PageResult.Create(parts, Language.English));

    internal static string Markdown(params IReadOnlyList<Part> parts) =>
        Markdown(new ReportPage("T", new("", []), parts));

    internal static string Markdown(ReportPage page)
    {
        using MemoryStream stream = new();
        MarkdownReport.Write(page, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
