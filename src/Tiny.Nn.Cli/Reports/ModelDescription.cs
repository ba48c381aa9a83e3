using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What a model is made of, and how it came to be: all but the parameters.</summary>
internal static class ModelDescription
{
    private static readonly TableColumns<LayerSummary> ByLayer = new TableColumns<LayerSummary>()
        .Text(null, "layer", layer => Value.Of($"{layer.Kind} {layer.Detail}".TrimEnd()))
        .Data("kind", layer => Value.Of(layer.Kind))
        .Data("detail", layer => Value.Of(layer.Detail))
        .Number("inputs", "inputs", layer => Value.Grouped(layer.Inputs))
        .Number("outputs", "outputs", layer => Value.Grouped(layer.Outputs))
        .Number("parameters", "parameters", layer => Value.Grouped(layer.Parameters));

    private const string Unknown = "unknown";

    internal static Result Of(Model<float> model, string path)
    {
        Provenance provenance = model.Provenance;
        Field target = new("target", "target", Value.Of(model.Target.Name));
        Field task = new("task", "task", Value.Of(JsonDocuments.Task(model.Target)));
        Field[] facts = [.. TargetFacts(model.Target)];
        Field sizes = Networks(model);
        Field parameters = new("parameters", "parameters", Value.Grouped(ParameterCount(model)));
        Field[] calibration =
            model.Calibration == Calibration.None
                ? []
                :
                [
                    new("inverse_temperature", "inverse temperature", Value.Of(model.Calibration.InverseTemperature)),
                    new("uniform_share", "uniform share", Value.Of(model.Calibration.UniformShare)),
                ];
        string? version = Known(provenance.Version);
        Value rows = Value.Grouped(provenance.Rows);
        string source = provenance.Rows == 0 ? Unknown : $"{provenance.Source}, {rows.Text} rows";
        Field learned = new("", "learned from", Value.Of(source));
        Field[] distilled = provenance.DistilledFrom is { } large
            ? [new("distilled_from", "answers of", Value.Of(large))]
            : [];
        ResultTable features = Features(model);
        ResultTable inputs = Inputs(model.Encoding);
        ResultTable notes = DataDescription.Notes(model.Encoding);
        ResultTable layers = Layers(model);
        Facts settings = Settings(provenance.Settings);
        HistoryDescription history = new(provenance);
        return new Result(
            [
                new("model", Value.Of(path)),
                new("version", Value.Of(version)),
                task,
                target,
                .. facts,
                new("features", features.List),
                new(
                    "encoding",
                    Field.Group(
                        new("scaling", Value.Of(model.Encoding.Scaling.Kind.ToString().ToLowerInvariant())),
                        new("inputs", inputs.List),
                        new("notes", notes.List)
                    )
                ),
                new("network", Field.Group([sizes, parameters, .. calibration, new("layers", layers.List)])),
                new("source", Value.Of(Known(provenance.Source))),
                .. distilled,
                new("rows", rows),
                new("settings", Field.Group(settings.Fields)),
                new("history", history.Data),
            ],
            [
                new Facts(
                    "model",
                    [
                        target,
                        task,
                        .. facts,
                        sizes,
                        parameters,
                        .. calibration,
                        learned,
                        .. distilled,
                        new("", "version", Value.Of(version ?? Unknown)),
                    ]
                ),
                features,
                inputs,
                .. notes.Rows.Count > 0 ? [notes] : Array.Empty<Part>(),
                layers,
                .. settings.Fields.Count > 0 ? [settings] : Array.Empty<Part>(),
                .. history.Shown,
            ]
        );
    }

    /// <summary>A text of a model's origin; null where it is not known.</summary>
    private static string? Known(string text) => text.Length == 0 ? null : text;

    /// <summary>The sizes of the network, or of the networks of each bag.</summary>
    internal static Field Networks(Model<float> model) =>
        model.NetworkCount == 1
            ? new("sizes", "network", Value.Of($"{model.Network.Architecture}"))
            : new("bags", "networks", Value.Of(model.Bags.Select(Sizes), between: "; "));

    /// <summary>How many networks a bag has, of which sizes.</summary>
    private static string Sizes(Bag<float> bag) => $"{bag.Networks.Count} × {bag.Networks[0].Architecture}";

    private static long ParameterCount(Model<float> model) =>
        model.Bags.Sum(bag => bag.Networks.Sum(network => network.Architecture.ParameterCount));

    internal static ResultTable Layers(Model<float> model) =>
        ByLayer.Of(model.NetworkCount == 1 ? "" : "layers of each network", LayerSummary.Of(model));

    /// <summary>The layers, with how many parameters they have together.</summary>
    internal static ResultTable LayersAndTotal(Model<float> model) =>
        Layers(model) with
        {
            Totals =
            [
                [Value.Of("all"), Value.None, Value.None, Value.None, Value.None, Value.Grouped(ParameterCount(model))],
            ],
        };

    internal static Facts Settings(IEnumerable<KeyValuePair<string, string>> settings) =>
        new("setting", [.. settings.Select(setting => new Field(setting.Key, setting.Key, Value.Of(setting.Value)))]);

    private static IEnumerable<Field> TargetFacts(ModelTarget target) =>
        target switch
        {
            ClassTarget { Positive: { } positive } two =>
            [
                new("classes", "classes", Value.Of(two.Classes)),
                new("positive", "positive class", Value.Of(positive)),
                new("threshold", "threshold of it", Value.Of(two.Threshold)),
            ],
            ClassTarget classes => [new("classes", "classes", Value.Names(classes.Classes))],
            NumberTarget number =>
            [
                new("target_mean", "target mean", Value.Of(number.Scaling.Mean[0])),
                new("target_deviation", "target deviation", Value.Of(number.Scaling.Scale[0])),
                .. number.Unit is { } unit ? [new("target_unit", "target unit", Value.Of(unit))] : Array.Empty<Field>(),
            ],
            _ => [],
        };

    private static ResultTable Features(Model<float> model)
    {
        Value Statistic(Feature feature, Func<Standardization, IReadOnlyList<double>> of)
        {
            TableEncoding encoding = model.Encoding;
            int before = encoding.Parts.TakeWhile(part => !IsNumber(part, feature)).Count();
            return encoding.Scaling is Standardization standard && before < encoding.Parts.Count
                ? Value.Of(of(standard)[encoding.Parts.Take(before).Sum(part => part.Outputs)])
                : Value.Absent;
        }
        return new TableColumns<Feature>()
            .Text("name", "feature", feature => Value.Of(feature.Name))
            .Data("kind", feature => Value.Of(feature.Kind))
            .Data("levels", feature => feature is CategoryFeature known ? Value.Of(known.Levels) : Value.Absent)
            .Words("becomes", "", feature => Becomes(model.Encoding, feature))
            .Data("mean", feature => Statistic(feature, standard => standard.Mean))
            .Data("deviation", feature => Statistic(feature, standard => standard.Scale))
            .Of("", model.Schema);
    }

    /// <summary>What a feature contributes to the inputs.</summary>
    internal static IEnumerable<FeatureEncoding> Parts(TableEncoding encoding, Feature feature) =>
        encoding.Parts.Where(part => part.Feature.Name == feature.Name);

    /// <summary>The same in words.</summary>
    internal static Value Becomes(TableEncoding encoding, Feature feature) =>
        Value.Of(Parts(encoding, feature).Select(part => part.Description), between: "; ");

    private static bool IsNumber(FeatureEncoding part, Feature feature) =>
        part is ImputedNumber && part.Feature.Name == feature.Name;

    private static ResultTable Inputs(TableEncoding encoding)
    {
        (string center, string spread) = Statistics(encoding.Scaling.Kind);
        return new TableColumns<(int Place, string Name)>()
            .Text("name", "input", input => Value.Of(input.Name))
            .Number("center", center, input => Value.Of(encoding.Scaling.Center[input.Place]))
            .Number("spread", spread, input => Value.Of(encoding.Scaling.Spread[input.Place]))
            .Of("", encoding.OutputNames.Index());
    }

    /// <summary>What center and spread of a scaling are.</summary>
    private static (string Center, string Spread) Statistics(ScalingKind kind) =>
        kind switch
        {
            ScalingKind.Standard => ("mean", "deviation"),
            ScalingKind.MinMax => ("minimum", "range"),
            ScalingKind.Robust or ScalingKind.Quantile => ("median", "spread"),
            _ => ("center", "spread"),
        };
}
