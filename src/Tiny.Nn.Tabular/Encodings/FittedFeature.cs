using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>The encoding of one feature, fitted to the training rows.</summary>
/// <param name="Known">The feature as the model knows it: of a category the levels that have a place, of a text no texts.</param>
/// <param name="Parts">What it contributes to the inputs.</param>
/// <param name="Notes">What should be known about it.</param>
internal sealed record FittedFeature(
    Feature Known,
    IReadOnlyList<FeatureEncoding> Parts,
    IReadOnlyList<EncodingNote> Notes
);
