using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Reports;

/// <summary>An encoding in words.</summary>
internal static class EncodingSummary
{
    /// <summary>What a feature contributes to the inputs.</summary>
    internal static IEnumerable<FeatureEncoding> Parts(Model<float> model, Feature feature) =>
        Parts(model.Encoding, feature);

    /// <inheritdoc cref="Parts(Model{float}, Feature)"/>
    internal static IEnumerable<FeatureEncoding> Parts(TableEncoding encoding, Feature feature) =>
        encoding.Parts.Where(part => part.Feature.Name == feature.Name);

    /// <summary>What center and spread of a scaling are.</summary>
    internal static (string Center, string Spread) Statistics(ScalingKind kind) =>
        kind switch
        {
            ScalingKind.Standard => ("mean", "deviation"),
            ScalingKind.MinMax => ("minimum", "range"),
            ScalingKind.Robust => ("median", "spread"),
            _ => ("center", "spread"),
        };
}
