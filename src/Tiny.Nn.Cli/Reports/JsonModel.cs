using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Reports;

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
        document["features"] = new JsonArray([.. model.Schema.Select(feature => Feature(model, feature))]);
        document["encoding"] = Encoding(model.Encoding);
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

    private static JsonObject Feature(Model<float> model, Feature feature)
    {
        JsonObject document = new() { ["name"] = feature.Name, ["kind"] = feature.Kind };
        if (feature is CategoryFeature category)
        {
            document["levels"] = JsonDocuments.Texts(category.Levels);
        }
        document["becomes"] = JsonDocuments.Texts(
            EncodingSummary.Parts(model, feature).Select(part => part.Description)
        );
        TableEncoding encoding = model.Encoding;
        int before = encoding.Parts.TakeWhile(part => !IsNumber(part, feature)).Count();
        if (encoding.Scaling is Standardization standard && before < encoding.Parts.Count)
        {
            int place = encoding.Parts.Take(before).Sum(part => part.Outputs);
            document["mean"] = standard.Mean[place];
            document["deviation"] = standard.Scale[place];
        }
        return document;
    }

    private static bool IsNumber(FeatureEncoding part, Feature feature) =>
        part is ImputedNumber && part.Feature.Name == feature.Name;

    private static JsonObject Encoding(TableEncoding encoding) =>
        new()
        {
            ["scaling"] = encoding.Scaling.Kind.ToString().ToLowerInvariant(),
            ["inputs"] = new JsonArray([
                .. encoding
                    .OutputNames.Index()
                    .Select(name => new JsonObject
                    {
                        ["name"] = name.Item,
                        ["center"] = encoding.Scaling.Center[name.Index],
                        ["spread"] = encoding.Scaling.Spread[name.Index],
                    }),
            ]),
            ["notes"] = Notes(encoding),
        };

    internal static JsonArray Notes(TableEncoding encoding) =>
        [.. encoding.Notes.Select(note => new JsonObject { ["feature"] = note.Feature, ["note"] = note.Text })];

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
            ["validation_accuracy"] = JsonDocuments.Number(epoch.ValidationAccuracy),
            ["validation_r2"] = JsonDocuments.Number(epoch.ValidationRSquared),
        };
}
