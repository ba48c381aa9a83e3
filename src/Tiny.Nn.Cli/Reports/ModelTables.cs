using System.Globalization;
using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A model as tables.</summary>
internal sealed class ModelTables(IAnsiConsole console)
{
    internal void Write(Model<float> model)
    {
        WriteSummary(model);
        WriteFeatures(model);
        WriteLayers(model);
        WriteSettings(model.Provenance);
        WriteHistory(model.Provenance);
    }

    private void WriteSummary(Model<float> model)
    {
        Table facts = Tables.CreateFacts("model");
        facts.AddCells("target", model.Target.Name);
        facts.AddCells("task", JsonDocuments.Task(model.Target));
        switch (model.Target)
        {
            case ClassTarget classes:
                facts.AddCells("classes", string.Join(", ", classes.Classes));
                break;
            case NumberTarget number:
                facts.AddCells("target mean", Number(number.Scaling.Mean[0]));
                facts.AddCells("target deviation", Number(number.Scaling.Scale[0]));
                break;
        }
        facts.AddCells("network", model.Network.Architecture.ToString());
        facts.AddCells("parameters", Count(model.Network.Architecture.ParameterCount));
        facts.AddCells("learned from", $"{model.Provenance.Source}, {Count(model.Provenance.Rows)} rows");
        facts.AddCells("version", model.Provenance.Version);
        console.Write(facts);
    }

    private void WriteFeatures(Model<float> model)
    {
        Table features = Tables.CreateFacts("feature");
        foreach (Feature feature in model.Schema)
        {
            IEnumerable<string> parts = EncodingSummary.Parts(model, feature).Select(part => part.Description);
            features.AddCells(feature.Name, string.Join("; ", parts));
        }
        console.Write(features);
        Scaling scaling = model.Encoding.Scaling;
        (string center, string spread) = EncodingSummary.Statistics(scaling.Kind);
        Table inputs = Tables.Create("input", center, spread);
        foreach ((int place, string name) in model.Encoding.OutputNames.Index())
        {
            inputs.AddCells(name, Number(scaling.Center[place]), Number(scaling.Spread[place]));
        }
        console.Write(inputs);
        if (model.Encoding.Notes.Count > 0)
        {
            Table notes = Tables.CreateFacts("note");
            foreach (EncodingNote note in model.Encoding.Notes)
            {
                notes.AddCells(note.Feature, note.Text);
            }
            console.Write(notes);
        }
    }

    private void WriteLayers(Model<float> model)
    {
        Table layers = Tables.Create("layer", "inputs", "outputs", "parameters");
        foreach (LayerSummary layer in LayerSummary.Of(model))
        {
            layers.AddCells(
                $"{layer.Kind} {layer.Detail}".TrimEnd(),
                Count(layer.Inputs),
                Count(layer.Outputs),
                Count(layer.Parameters)
            );
        }
        console.Write(layers);
    }

    private void WriteSettings(Provenance provenance)
    {
        if (provenance.Settings.Count == 0)
        {
            return;
        }
        Table settings = Tables.CreateFacts("setting");
        foreach ((string name, string value) in provenance.Settings)
        {
            settings.AddCells(name, value);
        }
        console.Write(settings);
    }

    private void WriteHistory(Provenance provenance)
    {
        IReadOnlyList<EpochReport> epochs = provenance.Epochs;
        if (epochs.Count == 0)
        {
            return;
        }
        // Of a training without validation there is no score, and no column for one.
        string[] score = epochs[0] switch
        {
            { ValidationAccuracy: not null } => ["validation accuracy"],
            { ValidationRSquared: not null } => ["validation R²"],
            _ => [],
        };
        Table history = Tables.Create(["history", "epoch", "training loss", "validation loss", .. score]);
        AddEpoch(history, "first", epochs[0]);
        if (provenance.Best is { } best)
        {
            AddEpoch(history, "best", best);
        }
        AddEpoch(history, "last", epochs[^1]);
        console.Write(history);
    }

    private static void AddEpoch(Table table, string name, EpochReport epoch)
    {
        double? score = epoch.ValidationAccuracy ?? epoch.ValidationRSquared;
        string[] cells =
        [
            name,
            Count(epoch.Epoch),
            Number(epoch.TrainingLoss),
            epoch.ValidationLoss is { } loss ? Number(loss) : "",
            .. score is { } known ? [Number(known)] : (string[])[],
        ];
        table.AddCells(cells);
    }

    private static string Number(double number) => number.ToString("G6", CultureInfo.InvariantCulture);

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
