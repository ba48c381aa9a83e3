using System.Text.Json.Nodes;
using Tiny.Nn.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Rendering;

/// <summary>A model as JSON: all but the parameters.</summary>
internal static class JsonModel
{
    internal static JsonObject Create(Model<float> model, string path)
    {
        JsonObject document = JsonDocuments.Create("inspect");
        document["model"] = path;
        document["version"] = model.Provenance.Version;
        document["task"] = JsonDocuments.Task(model.Target);
        document["target"] = model.Target.Name;
        switch (model.Target)
        {
            case ClassTarget classes:
                document["classes"] = JsonDocuments.Texts(classes.Classes);
                break;
            case NumberTarget number:
                document["target_mean"] = number.Scaling.Mean[0];
                document["target_deviation"] = number.Scaling.Scale[0];
                break;
        }
        document["features"] = new JsonArray([.. model.FeatureNames.Select((name, i) => Feature(model, name, i))]);
        document["network"] = new JsonObject
        {
            ["sizes"] = model.Network.Architecture.ToString(),
            ["parameters"] = model.Network.Architecture.ParameterCount,
            ["layers"] = new JsonArray([.. LayerSummary.Of(model).Select(Layer)]),
        };
        document["source"] = model.Provenance.Source;
        document["rows"] = model.Provenance.Rows;
        document["settings"] = JsonDocuments.Settings(model.Provenance.Settings);
        document["history"] = History(model.Provenance);
        return document;
    }

    private static JsonObject Feature(Model<float> model, string name, int place) =>
        new()
        {
            ["name"] = name,
            ["mean"] = model.Preprocessing.Mean[place],
            ["deviation"] = model.Preprocessing.Scale[place],
        };

    private static JsonObject Layer(LayerSummary layer) =>
        new()
        {
            ["kind"] = layer.Kind,
            ["detail"] = layer.Detail,
            ["inputs"] = layer.Inputs,
            ["outputs"] = layer.Outputs,
            ["parameters"] = layer.Parameters,
        };

    private static JsonObject? History(Provenance provenance) =>
        provenance.Epochs is not [var first, ..] epochs
            ? null
            : new JsonObject
            {
                ["epochs"] = epochs.Count,
                ["first"] = Epoch(first),
                ["best"] = provenance.Best is { } best ? Epoch(best) : null,
                ["last"] = Epoch(epochs[^1]),
            };

    private static JsonObject Epoch(EpochReport epoch) =>
        new()
        {
            ["epoch"] = epoch.Epoch,
            ["training_loss"] = JsonDocuments.Number(epoch.TrainingLoss),
            ["validation_loss"] = JsonDocuments.Number(epoch.ValidationLoss),
        };
}
