using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>What somebody wants to see trained: data and settings, as the page's address holds them.</summary>
/// <param name="Data">The rows.</param>
/// <param name="Recipe">How to train.</param>
/// <param name="Settings">The settings that have to be said on a command line, by their names.</param>
internal sealed record Scene(SceneData Data, Recipe Recipe, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Reads a scene.</summary>
    /// <param name="json">
    /// <c>{"toy": "moons", "rows": 300, "noise": 0.2, "classes": 2, "seed": 1, "inputs": ["x1"], "settings": {"hidden": "4,2"}}</c>, or
    /// <c>"file"</c>, <c>"target"</c> and <c>"reading"</c> in place of what is said of toy data.
    /// </param>
    /// <param name="csv">The file; empty for toy data.</param>
    /// <exception cref="SceneException">Something of it cannot be.</exception>
    /// <exception cref="Tabular.DataException">The file cannot be read.</exception>
    internal static Scene Read(string json, byte[] csv)
    {
        JsonObject told = Parse(json);
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in told["settings"] as JsonObject ?? [])
        {
            settings[name] = $"{value}";
        }
        SceneData data = DataOf(told, csv);
        return new Scene(data, RecipeOf(settings), Said(settings));
    }

    /// <summary>The command lines that train the same model.</summary>
    internal IReadOnlyList<string> Commands
    {
        get
        {
            string train = SceneCommands.Train(Data.Table, Data.Reading, Settings);
            return Data.Command is { } generate ? [generate, train] : [train];
        }
    }

    private static JsonObject Parse(string json)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(json)!;
        }
        catch (Exception fault) when (fault is JsonException or InvalidCastException or NullReferenceException)
        {
            throw new SceneException("This is no scene.", "scene", "Give a JSON object.");
        }
    }

    private static SceneData DataOf(JsonObject told, byte[] csv)
    {
        if (Text(told, "file") is { } file)
        {
            return FileSceneData.Open(
                csv,
                file,
                Text(told, "target") ?? "",
                FileReading.Of(told["reading"] as JsonObject)
            );
        }
        try
        {
            ToyData usual = ToyData.Parse(Text(told, "toy") ?? "moons");
            double classes = Number(told, "classes") ?? usual.Classes;
            double noise = Number(told, "noise") ?? usual.Noise;
            int most = usual.HasAnyClasses ? ToyData.MostClasses : 2;
            Require(classes >= 2 && classes <= most && double.IsInteger(classes), "classes", $"from 2 to {most}");
            Require(noise >= 0, "noise", "from 0 on");
            ToyData toy = usual with { Classes = (int)classes, Noise = noise };
            string[] inputs = [.. (told["inputs"] as JsonArray ?? []).Select(name => $"{name}")];
            return ToySceneData.Create(
                toy,
                (int)(Number(told, "rows") ?? 300),
                (ulong)Math.Max(0, Number(told, "seed") ?? 1),
                DerivedInput.Choose(inputs)
            );
        }
        catch (FormatException fault)
        {
            throw new SceneException(fault.Message, "data", "Choose other data.");
        }
    }

    private static void Require(bool holds, string name, string range)
    {
        if (!holds)
        {
            throw new SceneException($"The number of {name} is none that can be.", name, $"Give a number {range}.");
        }
    }

    private static Recipe RecipeOf(IReadOnlyDictionary<string, string> settings)
    {
        try
        {
            Recipe recipe = SettingTable.Read(new Recipe(), settings);
            return recipe is { FullBatch: null, HasBags: false, Shards: 1 }
                ? recipe
                : throw new SceneException(
                    "Here training goes step by step, on batches of rows.",
                    "settings",
                    "Choose an optimizer of whole batches, such as adam."
                );
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new SceneException(fault.Message, "settings", "Choose another value.");
        }
    }

    /// <summary>The settings that the command line has, in the order in which they came. The network is always said: without it the command trains bags of its own choice.</summary>
    private static Dictionary<string, string> Said(Dictionary<string, string> settings)
    {
        IReadOnlyDictionary<string, string> needed = SettingTable.Needed(new Recipe(), settings);
        return settings
            .Where(setting => needed.ContainsKey(setting.Key) || setting.Key == NetworkSettings.Hidden.Name)
            .ToDictionary(StringComparer.Ordinal);
    }

    private static string? Text(JsonObject told, string name) => told[name] is { } value ? $"{value}" : null;

    private static double? Number(JsonObject told, string name) =>
        told[name] is not JsonValue value ? null
        : value.TryGetValue(out double number) && double.IsFinite(number) ? number
        : throw new SceneException($"\"{name}\" is no number.", name, "Give a number.");
}
