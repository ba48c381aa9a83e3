using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>What a reader would stumble over on a page: <c>look.js</c> says how it is found.</summary>
/// <param name="Texts">How many texts were looked at.</param>
/// <param name="Wide">What is wider than the window, or leaves its picture.</param>
/// <param name="Overlaps">Which texts stand on each other, or on the rim of a unit.</param>
/// <param name="Pale">Which texts have too little contrast.</param>
internal sealed partial record Look(
    int Texts,
    IReadOnlyList<string> Wide,
    IReadOnlyList<string> Overlaps,
    IReadOnlyList<string> Pale
)
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using Stream stream = typeof(Look).Assembly.GetManifestResourceStream("look.js")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    });

    internal IEnumerable<string> Faults =>
        [
            .. Wide.Select(fault => $"too wide: {fault}"),
            .. Overlaps.Select(fault => $"overlap: {fault}"),
            .. Pale.Select(fault => $"too pale: {fault}"),
        ];

    internal static async Task<Look> AtAsync(Tab tab)
    {
        JsonElement seen = await tab.ReadAsync(Script.Value);
        return new Look(seen.GetProperty("texts").GetInt32(), List("wide"), List("overlaps"), List("pale"));

        string[] List(string name) => [.. seen.GetProperty(name).EnumerateArray().Select(fault => fault.GetString()!)];
    }

    /// <summary>Addresses on the web that a file names; the name of SVG's namespace is none, though it looks like one.</summary>
    internal static IEnumerable<string> Addresses(string text) =>
        Address()
            .Matches(text)
            .Select(match => match.Value)
            .Where(address => !address.StartsWith("http://www.w3.org/", StringComparison.Ordinal));

    /// <summary>How many pages a PDF has.</summary>
    internal static int PagesOf(byte[] pdf) => Page().Count(System.Text.Encoding.Latin1.GetString(pdf));

    [GeneratedRegex("https?:[^\"'\\s<>]*")]
    private static partial Regex Address();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();
}
