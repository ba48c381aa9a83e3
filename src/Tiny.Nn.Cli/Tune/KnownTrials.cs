using System.Text.Json;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary>The trials of a file that a search goes on with.</summary>
/// <param name="Path">The file.</param>
/// <param name="Identity">Which search they are of.</param>
/// <param name="Trials">What is known of them.</param>
internal sealed record KnownTrials(string Path, SearchIdentity Identity, IReadOnlyList<Trial> Trials)
{
    /// <exception cref="UsageException">The file cannot be read, or holds something else.</exception>
    internal static KnownTrials Read(string path, IRanks ranks)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(ranks.OfFirst(ranks.Number == 0 ? Bytes(path) : []));
            return Read(path, document.RootElement);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refuse(path, $"The trials could not be read: {fault.Message.TrimEnd('.')}.", fault);
        }
        catch (Exception fault)
            when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Refuse(path, "It holds no trials.", fault);
        }
    }

    /// <summary>Refuses them where they are of another search.</summary>
    /// <exception cref="UsageException">They are, and it says what is otherwise.</exception>
    internal void Require(SearchIdentity own)
    {
        if (own.DifferencesFrom(Identity) is { Count: > 0 } found)
        {
            throw new UsageException(
                $"These are the trials of another search: {string.Join("; ", found)}.",
                $"--resume {Path}",
                "Give the same data and flags; or leave --resume out, and begin anew."
            );
        }
    }

    private static byte[] Bytes(string path)
    {
        using Stream stream = path == StandardInput.Path ? StandardInput.Open() : File.OpenRead(path);
        using MemoryStream all = new();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static KnownTrials Read(string path, JsonElement root)
    {
        SearchIdentity identity = new(
            Text(root, "version"),
            Text(root, "data"),
            Text(root, "target"),
            root.GetProperty("folds").GetInt32(),
            Texts(root, "given").ToDictionary(),
            [.. root.GetProperty("space").EnumerateArray().Select(line => line.GetString()!)]
        );
        return new KnownTrials(path, identity, [.. root.GetProperty("trials").EnumerateArray().Select(ReadTrial)]);
    }

    private static Trial ReadTrial(JsonElement trial)
    {
        string recipe = Text(trial, "recipe");
        return new Trial(
            trial.GetProperty("trial").GetInt32(),
            NamedRecipe.All.FirstOrDefault(known => known.Name == recipe)
                ?? throw new FormatException($"There is no recipe {recipe}."),
            [.. Texts(trial, "values")]
        )
        {
            Losses = [.. trial.GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())],
            Fault = trial.GetProperty("fault").GetString(),
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");

    private static IEnumerable<KeyValuePair<string, string>> Texts(JsonElement element, string name) =>
        element
            .GetProperty(name)
            .EnumerateObject()
            .Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? ""));

    private static UsageException Refuse(string path, string what, Exception fault) =>
        new(what, $"--resume {path}", "Name a file that tinynn tune wrote.", fault);
}
