using System.Collections.Immutable;
using System.Text.Json;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between the statistics of an encoding and tensors of a file, in double.</summary>
internal static class EncodingTensors
{
    private const string Center = "encoding.center";
    private const string Spread = "encoding.spread";
    private const string Landmarks = "encoding.landmarks";

    /// <param name="encoding">The encoding.</param>
    /// <param name="prefix">What stands before the names of the tensors; empty for nothing.</param>
    internal static IEnumerable<Tensor> Write(TableEncoding encoding, string prefix)
    {
        Scaling scaling = encoding.Scaling;
        yield return new Tensor<double>(prefix + Center, [scaling.Inputs], scaling.Center.ToArray());
        yield return new Tensor<double>(prefix + Spread, [scaling.Inputs], scaling.Spread.ToArray());
        ImmutableArray<double>[] landmarks = [.. scaling.Landmarks.Where(own => !own.IsEmpty)];
        if (landmarks.Length > 0)
        {
            double[] all = [.. landmarks.SelectMany(own => own)];
            yield return new Tensor<double>(prefix + Landmarks, [landmarks.Length, landmarks[0].Length], all);
        }
    }

    /// <exception cref="JsonException">The parts make no sense, or another number of inputs.</exception>
    internal static TableEncoding Read(
        EncodingDocument document,
        IReadOnlyList<Feature> schema,
        int networkInputs,
        SafetensorsFile file,
        string prefix
    )
    {
        ScalingKind kind = EncodingTranslation.ToKind(document.Scaling);
        long inputs = EncodingTranslation.CountInputs(document, schema);
        if (inputs != networkInputs)
        {
            throw new JsonException($"The features make {inputs} inputs, the network has {networkInputs}.");
        }
        double[] center = Statistics(file, prefix + Center, (int)inputs);
        double[] spread = Statistics(file, prefix + Spread, (int)inputs);
        FeatureEncoding[] parts = [.. document.Parts.Select(part => EncodingTranslation.ToPart(part, schema))];
        return new TableEncoding(
            schema,
            parts,
            Scalings.Create(kind, center, spread, ReadLandmarks(document, kind, parts, file, prefix + Landmarks)),
            [.. document.Notes.Select(EncodingTranslation.ToNote)]
        );
    }

    /// <summary>The landmarks of each input: amounts have some where the scaling goes by quantiles.</summary>
    /// <exception cref="JsonException">There should be some, and are none, or the other way round.</exception>
    private static ImmutableArray<double>[] ReadLandmarks(
        EncodingDocument document,
        ScalingKind kind,
        FeatureEncoding[] parts,
        SafetensorsFile file,
        string name
    )
    {
        int amounts = parts.Where(part => part.IsAmount).Sum(part => part.Outputs);
        bool hasSome = kind == ScalingKind.Quantile && amounts > 0;
        if (hasSome ? document.Landmarks is not > 0 : document.Landmarks is not null)
        {
            throw new JsonException("Amounts have landmarks where the scaling goes by quantiles, and only there.");
        }
        int count = document.Landmarks ?? 0;
        ReadOnlyMemory<double> all = hasSome ? file.Values<double>(name, amounts, count) : default;
        int read = 0;
        return
        [
            .. parts
                .SelectMany(part => Enumerable.Repeat(part.IsAmount, part.Outputs))
                .Select(isAmount =>
                    isAmount && hasSome ? [.. all.Slice(count * read++, count).Span] : ImmutableArray<double>.Empty
                ),
        ];
    }

    internal static double[] Statistics(SafetensorsFile file, string name, int count) =>
        [.. file.Values<double>(name, count).Span];
}
