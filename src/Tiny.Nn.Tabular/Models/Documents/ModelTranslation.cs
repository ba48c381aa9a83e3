using System.Numerics;
using System.Text.Json;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between a model's parts and the JSON document of its file. What a document claims is checked before it is built.</summary>
internal static class ModelTranslation
{
    /// <exception cref="ArgumentException">Something in the model would not come back as it is.</exception>
    internal static ModelDocument ToDocument<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IEnumerable<string> own =
        [
            .. model.Bags.SelectMany(bag => EncodingTranslation.Texts(bag.Encoding)),
            .. model.DataFormat.Missing,
            model.DataFormat.DateFormat ?? "",
        ];
        foreach (string text in Texts(own, model.Target, model.Provenance))
        {
            FileText.Require(text, nameof(model));
        }
        bool isOne = model.IsOneNetwork;
        return new ModelDocument(
            isOne ? ModelDocument.FormatOfOne : ModelDocument.FormatOfBags,
            [.. model.Schema.Select(EncodingTranslation.ToDocument)],
            TargetTranslation.ToDocument(model.Target),
            ProvenanceTranslation.ToDocument(model.Provenance),
            isOne ? NetworkTranslation.ToDocument(model.Network.Architecture) : null,
            isOne ? EncodingTranslation.ToDocument(model.Encoding) : null,
            TargetTranslation.ToDocument(model.DataFormat),
            isOne ? null : [.. model.Bags.Select(bag => BagTranslation.ToDocument(bag, model.Schema))],
            model.Calibration == Calibration.None
                ? null
                : new(model.Calibration.InverseTemperature, model.Calibration.UniformShare)
        );
    }

    /// <exception cref="ModelFormatException">A newer version wrote it.</exception>
    /// <exception cref="JsonException">It has features or an encoding as another format has them.</exception>
    internal static ModelDocument Check(ModelDocument document, SafetensorsFile file)
    {
        if (document.Format is < 1 or > ModelDocument.CurrentFormat)
        {
            throw new ModelFormatException(
                $"Its format is {document.Format}; this version reads 1 to {ModelDocument.CurrentFormat}.",
                file.Source,
                "Use the version that wrote it, or a newer one."
            );
        }
        bool isOfNumbers = document.Format == ModelDocument.FormatOfNumbers;
        bool isOfBags = document.Format == ModelDocument.FormatOfBags;
        if (
            document.Bags is { Count: > 0 } != isOfBags
            || document.Network is null != isOfBags
            || (document.Calibration is not null && !isOfBags)
            || document.Encoding is null != (isOfNumbers || isOfBags)
            || document.Features.Any(feature => feature is null || feature.Kind is null != isOfNumbers)
        )
        {
            throw new JsonException($"Features and encoding are not those of format {document.Format}.");
        }
        return document;
    }

    private static IEnumerable<string> Texts(IEnumerable<string> encoding, ModelTarget target, Provenance provenance) =>
        [
            .. encoding,
            target.Name,
            .. (target as ClassTarget)?.Classes ?? [],
            provenance.Version,
            provenance.Source,
            provenance.DistilledFrom ?? "",
            .. provenance.Settings.Keys,
            .. provenance.Settings.Values,
        ];
}
