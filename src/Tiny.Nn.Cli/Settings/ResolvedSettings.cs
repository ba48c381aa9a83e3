using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Settings;

/// <summary>All that decided what a model became, wherever it came from: the recipe in full, and of the reading what was said.</summary>
/// <param name="Recipe">The recipe's settings.</param>
/// <param name="Reading">The flags about the data and its rows, by their names.</param>
internal sealed partial record ResolvedSettings(
    IReadOnlyDictionary<string, string> Recipe,
    IReadOnlyDictionary<string, string> Reading
)
{
    internal static ResolvedSettings Read(
        ParseResult parsed,
        Recipe recipe,
        TargetKind kind,
        IEnumerable<Option> reading
    )
    {
        IReadOnlyDictionary<string, string> given = Texts(parsed, reading);
        bool hasShare = !given.Keys.Any(name => Contradictions.ReplacesShare($"--{name}"));
        return new ResolvedSettings(
            recipe.ToSettings(kind).Where(setting => hasShare || setting.Key != RowSettings.Test.Name).ToDictionary(),
            given
        );
    }

    /// <summary>What is written behind those of some flags that are given, by their names without hyphens.</summary>
    internal static IReadOnlyDictionary<string, string> Texts(ParseResult parsed, IEnumerable<Option> flags) =>
        flags
            .Where(option => Given.Has(parsed, option))
            .ToDictionary(option => option.Name[2..], option => Text(parsed, option));

    /// <summary>All of them, in the order of their names.</summary>
    internal SortedDictionary<string, string> All => new(Recipe.Concat(Reading).ToDictionary(), StringComparer.Ordinal);

    /// <summary>The same training, with a model that remembers them all.</summary>
    internal Trained<float> Record(Trained<float> trained) =>
        trained.With(trained.Model.Provenance with { Settings = All });

    /// <summary>The file that a command line wants them in, if any.</summary>
    internal static OutputFile? Prepare(ParseResult parsed, string[] others) =>
        parsed.GetValue(RunOptions.SaveConfig) is { } path
            ? OutputFile.Prepare(path, parsed.GetValue(SharedOptions.Force), others)
            : null;

    /// <summary>Writes them as --config reads them, where there is a file for them.</summary>
    internal void Save(OutputFile? file, string target)
    {
        JsonObject document = new() { ["target"] = target };
        foreach ((string name, string value) in All)
        {
            document[name] = Value(value);
        }
        file?.Write(stream =>
        {
            using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
            JsonDocuments.Write(writer, document);
        });
    }

    private static string Text(ParseResult parsed, Option option) =>
        option is Option<bool> yes
            ? (parsed.GetValue(yes) ? "true" : "false")
            : string.Join(',', parsed.GetResult(option)!.Tokens.Select(token => token.Value));

    private static JsonNode? Value(string text) =>
        text is "true" or "false" || Number().IsMatch(text) ? JsonNode.Parse(text) : JsonValue.Create(text);

    /// <summary>A number as JSON writes it.</summary>
    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
