using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Tune;

/// <summary>
/// The trials of a search as a JSON file, which is written anew, as a whole or not at all, whenever more is known. It has no clock and no machine: the same
/// trials give the same bytes.
/// </summary>
/// <param name="file">Where it is.</param>
/// <param name="identity">Which search it is.</param>
/// <param name="known">What is known at the beginning: it stays, whether or not the search comes to it again.</param>
internal sealed class TrialsFile(OutputFile file, SearchIdentity identity, IEnumerable<Trial> known)
{
    private readonly SortedDictionary<int, Trial> trials = new(known.ToDictionary(trial => trial.Number));
    private OutputFile place = file;

    /// <summary>All trials, in the order of their numbers.</summary>
    internal IReadOnlyCollection<Trial> Trials => trials.Values;

    /// <summary>Takes what is known of a trial, unless more was known before.</summary>
    internal void Add(Trial trial)
    {
        if (!trials.TryGetValue(trial.Number, out Trial? before) || before.Losses.Length <= trial.Losses.Length)
        {
            trials[trial.Number] = trial;
            Write();
        }
    }

    /// <summary>Writes all of them.</summary>
    internal void Write()
    {
        JsonObject document = JsonDocuments.Create(TuneCommand.Name);
        document["version"] = identity.Version;
        document["data"] = identity.Data;
        document["target"] = identity.Target;
        document["folds"] = identity.Folds;
        document["given"] = Texts(identity.Given);
        document["space"] = JsonDocuments.Texts(identity.Space);
        document["trials"] = new JsonArray([.. trials.Values.Select(Node)]);
        place.Write(stream =>
        {
            using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
            JsonDocuments.Write(writer, document);
        });
        place = place.Again();
    }

    private static JsonObject Node(Trial trial) =>
        new()
        {
            ["trial"] = trial.Number,
            ["recipe"] = trial.Recipe.Name,
            ["values"] = Texts(trial.Values),
            ["losses"] = new JsonArray([.. trial.Losses.Select(loss => JsonValue.Create(loss))]),
            ["fault"] = trial.Fault,
        };

    private static JsonObject Texts(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)JsonValue.Create(text.Value))));
}
