using System.Text.Json;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between an architecture and its part of the document.</summary>
internal static class NetworkTranslation
{
    /// <exception cref="ArgumentException">There are too many layers, or one has no name in a file.</exception>
    internal static NetworkDocument ToDocument(Architecture architecture) =>
        architecture.Layers.Length <= LayersConverter.MostLayers
            ? new NetworkDocument(
                architecture.Inputs,
                [.. architecture.Layers.Select(layer => new LayerDocument(LayerKinds.Write(layer)))]
            )
            : throw new ArgumentException($"A file has room for {LayersConverter.MostLayers} layers.");

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
}
