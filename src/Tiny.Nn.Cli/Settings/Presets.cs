using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Settings;

/// <summary>
/// The flags that --config and --like stand for. They become arguments in front of those that were typed, so that one parser judges
/// all; a flag that was typed drives out the one of the file, and those that it contradicts, and so do the file's those of the model.
/// </summary>
internal static class Presets
{
    /// <exception cref="UsageException">The file holds what is no flag.</exception>
    internal static IReadOnlyList<Preset> Find(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string? config = Value(parsed, RunOptions.Config);
        string? like = Value(parsed, RunOptions.Like);
        if (config is null && like is null)
        {
            return [];
        }
        DataSource.RequireOneStdin([.. parsed.CommandResult.Tokens.Select(token => token.Value), config, like]);
        Dictionary<string, string> given = command
            .Options.Where(option => parsed.GetResult(option) is { Implicit: false })
            .ToDictionary(option => option.Name, option => Value(parsed, option)!);
        List<Preset> presets = [];
        void Add(IEnumerable<Preset> more)
        {
            Dictionary<string, string> stronger = new(given);
            presets.AddRange(
                more.Where(preset =>
                    !stronger.Keys.Any(flag => Contradictions.AreBetween(preset.Option.Name, flag))
                    && !Contradictions.IsForeign(preset.Option.Name, preset.Value, stronger)
                    && given.TryAdd(preset.Option.Name, preset.Value)
                )
            );
        }
        if (config is not null)
        {
            Add(ConfigFile.Read(config, command));
        }
        if (like is not null)
        {
            Add(StoredSettings.Read(like, command, given));
        }
        return presets;
    }

    /// <summary>What is written behind a flag; null where the flag is not there.</summary>
    private static string? Value(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false } result
            ? string.Join(',', result.Tokens.Select(token => token.Value))
            : null;
}
