using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>
/// The JSON that a model file carries beside its numbers: everything but the parameters and the statistics. Members are written in the order that
/// files have always had.
/// </summary>
internal sealed record ModelDocument(
    int Format,
    IReadOnlyList<FeatureDocument> Features,
    TargetDocument Target,
    [property: JsonPropertyOrder(1)] ProvenanceDocument Provenance,
    NetworkDocument? Network = null,
    [property: JsonPropertyOrder(2)] EncodingDocument? Encoding = null,
    [property: JsonPropertyOrder(2)] CsvDocument? Csv = null,
    [property: JsonPropertyOrder(2)] IReadOnlyList<BagDocument>? Bags = null,
    [property: JsonPropertyOrder(2)] CalibrationDocument? Calibration = null
)
{
    /// <summary>The version of this document's shape. A reader refuses what is newer.</summary>
    internal const int CurrentFormat = FormatOfBags;

    /// <summary>It has one network with its encoding.</summary>
    internal const int FormatOfOne = 2;

    /// <summary>It has bags of networks, each with an encoding.</summary>
    internal const int FormatOfBags = 3;

    /// <summary>Its features are names, all of numbers, and it has no encoding: there is only a standardization.</summary>
    internal const int FormatOfNumbers = 1;

    internal string ToJson() => JsonSerializer.Serialize(this, ModelJson.Default.ModelDocument);

    /// <exception cref="JsonException">It is not such a document.</exception>
    internal static ModelDocument Parse(string json) =>
        JsonSerializer.Deserialize(json, ModelJson.Default.ModelDocument) ?? throw new JsonException("It is null.");
}

/// <summary>What becomes of the features. Where the scaling goes by quantiles it is told how many landmarks each amount has.</summary>
internal sealed record EncodingDocument(
    string Scaling,
    IReadOnlyList<PartDocument> Parts,
    IReadOnlyList<NoteDocument> Notes,
    int? Landmarks = null
);

/// <summary>What the feature at a place contributes, and the numbers that go with it: a fill, or a count of inputs; of bins the edges.</summary>
internal sealed record PartDocument(
    int Feature,
    string Part,
    double? Value = null,
    IReadOnlyList<double>? Edges = null
);

internal sealed record NoteDocument(string Feature, string Text);

/// <summary>A target with classes, or, without, a number. The threshold is there where it is not ½, the positive class where it is not the second; of a number perhaps the smallest and the largest that is predicted, and the unit.</summary>
internal sealed record TargetDocument(
    string Name,
    IReadOnlyList<string>? Classes = null,
    double? Threshold = null,
    IReadOnlyList<int>? TrainingCounts = null,
    string? Positive = null,
    IReadOnlyList<double>? Range = null,
    string? Unit = null
);

/// <summary>How the data were written, where it was not as usual.</summary>
internal sealed record CsvDocument(
    bool Header,
    bool DecimalComma,
    IReadOnlyList<string> Missing,
    bool? ShortRows = null,
    string? Encoding = null,
    bool? Thousands = null,
    string? DateFormat = null
);

/// <summary>Networks of one architecture that answer together, with what makes their inputs.</summary>
internal sealed record BagDocument(EncodingDocument Encoding, NetworkDocument Network, int Networks, double Weight);

/// <summary>What becomes of the mean of the networks' probabilities.</summary>
internal sealed record CalibrationDocument(double InverseTemperature, double UniformShare);

internal sealed record NetworkDocument(int Inputs, IReadOnlyList<LayerDocument> Layers);

/// <summary>
/// How it came to be: of each number of the epochs a list. The validation's scores are there where it knew them, the learning rate
/// where it changed; the numbers of the epochs where some were passed over.
/// </summary>
internal sealed record ProvenanceDocument(
    string Version,
    string Source,
    int Rows,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<double> TrainingLoss,
    IReadOnlyList<double> ValidationLoss,
    IReadOnlyList<double>? ValidationAccuracy = null,
    IReadOnlyList<double>? ValidationR2 = null,
    IReadOnlyList<double>? LearningRate = null,
    IReadOnlyList<int>? Epoch = null,
    string? DistilledFrom = null
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(FeatureConverter), typeof(LayersConverter)]
)]
[JsonSerializable(typeof(ModelDocument))]
[JsonSerializable(typeof(FeatureBody))]
internal sealed partial class ModelJson : JsonSerializerContext;
