using System.Text.Json;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between the statistics of an encoding and tensors of a file, in double.</summary>
internal static class EncodingTensors
{
    private const string Center = "encoding.center";
    private const string Spread = "encoding.spread";

    /// <param name="encoding">The encoding.</param>
    /// <param name="prefix">What stands before the names of the tensors; empty for nothing.</param>
    internal static IEnumerable<Tensor> Write(TableEncoding encoding, string prefix)
    {
        Scaling scaling = encoding.Scaling;
        yield return new Tensor<double>(prefix + Center, [scaling.Inputs], scaling.Center.ToArray());
        yield return new Tensor<double>(prefix + Spread, [scaling.Inputs], scaling.Spread.ToArray());
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
        return new TableEncoding(
            schema,
            [.. document.Parts.Select(part => EncodingTranslation.ToPart(part, schema))],
            Scalings.Create(kind, center, spread),
            [.. document.Notes.Select(EncodingTranslation.ToNote)]
        );
    }

    internal static double[] Statistics(SafetensorsFile file, string name, int count) =>
        [.. file.Values<double>(name, count).Span];
}
