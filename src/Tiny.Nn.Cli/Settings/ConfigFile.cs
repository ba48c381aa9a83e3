using System.CommandLine;
using System.Text.Json;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Settings;

/// <summary>A JSON object whose names are those of the flags: <c>{ "target": "species", "hidden": [16, 8], "no-header": true }</c>.</summary>
internal static class ConfigFile
{
    internal static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <exception cref="UsageException">It cannot be read, or holds what is no flag of the command.</exception>
    internal static IEnumerable<Preset> Read(string path, Command command)
    {
        using JsonDocument document = Parse(path);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw Refuse("It is no JSON object.", path);
        }
        Dictionary<string, Preset> presets = new(StringComparer.Ordinal);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            string where = $"{path}, \"{property.Name}\"";
            Option option = Find(property.Name, where, command);
            string value =
                Text(property.Value, option is Option<string[]?>)
                ?? throw Refuse("Its value is no text, no number, no true or false, and no list of these.", where);
            if (option is Option<bool> && value is not ("true" or "false"))
            {
                throw new UsageException($"It is {value}.", where, "Write true or false.");
            }
            if (!presets.TryAdd(property.Name, new Preset(option, value, $"{where}: {value}")))
            {
                throw new UsageException("The name is there twice.", where, "Leave one of them out.");
            }
        }
        return presets.Values.Select(preset => OlderMissing.Note(preset, presets.Values));
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            using Stream stream = path == StandardInput.Path ? StandardInput.Open() : File.OpenRead(path);
            return JsonDocument.Parse(stream, Lenient);
        }
        catch (JsonException fault)
        {
            throw new UsageException(
                "It is no JSON.",
                $"{path}, line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}",
                Example,
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                $"The settings could not be read: {fault.Message.TrimEnd('.')}.",
                $"--config {path}",
                "Name a file that is there.",
                fault
            );
        }
    }

    private static Option Find(string name, string where, Command command)
    {
        Option[] settings = [.. command.Options.Where(RunOptions.IsSetting)];
        if (Array.Find(settings, option => option.Name == $"--{name}") is { } found)
        {
            return found;
        }
        string meant = Closest.Meant(name, settings.Select(option => option.Name[2..]), close => $"\"{close}\"");
        throw new UsageException(
            $"There is no setting \"{name}\".",
            where,
            $"{meant}The names are those of the flags: tinynn {command.Name} --help shows them."
        );
    }

    /// <summary>The value as it would stand on a command line; null where it would not.</summary>
    /// <param name="value">The value.</param>
    /// <param name="areNames">True where a list of it is one of names, which may have commas themselves.</param>
    private static string? Text(JsonElement value, bool areNames = false) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Array => Text([.. value.EnumerateArray()], areNames),
            _ => null,
        };

    private static string? Text(JsonElement[] items, bool areNames)
    {
        if (!Array.TrueForAll(items, item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number))
        {
            return null;
        }
        string[] texts = [.. items.Select(item => Text(item)!)];
        return areNames ? NameList.Write(texts) : string.Join(',', texts);
    }

    private static UsageException Refuse(string what, string where) => new(what, where, Example);

    private const string Example = "Write, for example, { \"hidden\": \"16,8\", \"epochs\": 100 }.";
}
