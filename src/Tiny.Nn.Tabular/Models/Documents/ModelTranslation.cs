using System.Numerics;
using System.Text.Json;
using Tiny.Nn.Networks;
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
            .. EncodingTranslation.Texts(model.Encoding),
            .. model.DataFormat.Missing,
            model.DataFormat.DateFormat ?? "",
        ];
        foreach (string text in Texts(own, model.Target, model.Provenance))
        {
            FileText.Require(text, nameof(model));
        }
        if (model.Network.Layers.Count > LayersConverter.MostLayers)
        {
            throw new ArgumentException($"A file has room for {LayersConverter.MostLayers} layers.");
        }
        return new ModelDocument(
            ModelDocument.CurrentFormat,
            [.. model.Schema.Select(EncodingTranslation.ToDocument)],
            TargetTranslation.ToDocument(model.Target),
            new NetworkDocument(
                model.Network.Inputs,
                [.. model.Network.Architecture.Layers.Select(layer => new LayerDocument(LayerKinds.Write(layer)))]
            ),
            ProvenanceTranslation.ToDocument(model.Provenance),
            EncodingTranslation.ToDocument(model.Encoding),
            TargetTranslation.ToDocument(model.DataFormat)
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
        if (
            document.Encoding is null != isOfNumbers
            || document.Features.Any(feature => feature is null || feature.Kind is null != isOfNumbers)
        )
        {
            throw new JsonException($"Features and encoding are not those of format {document.Format}.");
        }
        return document;
    }

    /// <exception cref="JsonException">There are no layers.</exception>
    /// <exception cref="FormatException">A layer is of no known kind, or of two, or its settings make no sense.</exception>
    internal static Architecture ToArchitecture(NetworkDocument document)
    {
        if (document.Layers.Count == 0)
        {
            throw new JsonException("The network has no layers.");
        }
        return Architecture
            .WithInputs(document.Inputs)
            .AddRange(document.Layers.Select(layer => LayerKinds.Read(layer.Settings)));
    }

    /// <summary>A network to be filled, once it is known that the file holds as many numbers as it asks for.</summary>
    /// <exception cref="JsonException">The file holds fewer or more numbers.</exception>
    internal static SequentialNetwork<T> Build<T>(Architecture architecture, SafetensorsFile file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long present = file
            .Tensors.Where(tensor => char.IsAsciiDigit(tensor.Name.FirstOrDefault()))
            .Sum(t => (long)t.Count);
        long missing = architecture.ParameterCount - present;
        return missing + architecture.StateCount == 0
            ? architecture.BuildUninitialized<T>()
            : throw new JsonException(
                $"The network has {architecture.ParameterCount} parameters, the file holds {present}."
            );
    }

    private static IEnumerable<string> Texts(IEnumerable<string> encoding, ModelTarget target, Provenance provenance) =>
        [
            .. encoding,
            target.Name,
            .. (target as ClassTarget)?.Classes ?? [],
            provenance.Version,
            provenance.Source,
            .. provenance.Settings.Keys,
            .. provenance.Settings.Values,
        ];
}
