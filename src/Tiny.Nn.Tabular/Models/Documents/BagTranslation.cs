using System.Numerics;
using System.Text.Json;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between the bags of a model with several networks and its file.</summary>
internal static class BagTranslation
{
    private const int MostNetworks = 10_000;

    /// <exception cref="ArgumentException">The bags know the features differently, or the networks of one are not alike.</exception>
    internal static BagDocument ToDocument<T>(Bag<T> bag, IReadOnlyList<Feature> schema)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!bag.Encoding.Schema.Zip(schema).All(pair => IsSame(pair.First, pair.Second)))
        {
            throw new ArgumentException("Two bags know other levels of a category: a file has one list for all.");
        }
        if (bag.Networks.Any(network => !network.Architecture.Equals(bag.Networks[0].Architecture)))
        {
            throw new ArgumentException("The networks of a bag have other layers: make a bag for each kind.");
        }
        return new BagDocument(
            EncodingTranslation.ToDocument(bag.Encoding),
            NetworkTranslation.ToDocument(bag.Networks[0].Architecture),
            bag.Networks.Count,
            bag.Weight
        );
    }

    internal static IEnumerable<Tensor> Tensors<T>(Bag<T> bag, int place)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [
            .. bag
                .Networks.Index()
                .SelectMany(network => NetworkTensors.Write(network.Item, Prefix(place, network.Index))),
            .. EncodingTensors.Write(bag.Encoding, Prefix(place)),
        ];

    /// <exception cref="JsonException">A bag makes no sense.</exception>
    internal static Bag<T> Read<T>(BagDocument document, int place, IReadOnlyList<Feature> schema, SafetensorsFile file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (document is not { Encoding: not null, Network: not null, Networks: > 0 and <= MostNetworks })
        {
            throw new JsonException($"A bag has from 1 to {MostNetworks} networks, and an encoding.");
        }
        Architecture architecture = NetworkTranslation.ToArchitecture(document.Network);
        TableEncoding encoding = EncodingTensors.Read(
            document.Encoding,
            schema,
            architecture.Inputs,
            file,
            Prefix(place)
        );
        SequentialNetwork<T>[] networks =
        [
            .. Enumerable
                .Range(0, document.Networks)
                .Select(network => NetworkTensors.Read<T>(architecture, file, Prefix(place, network))),
        ];
        return new Bag<T>(encoding, networks) { Weight = document.Weight };
    }

    private static bool IsSame(Feature one, Feature other) =>
        one is CategoryFeature { Levels: var levels } && other is CategoryFeature { Levels: var others }
            ? levels.SequenceEqual(others, StringComparer.Ordinal)
            : one is TextFeature || one.Equals(other);

    private static string Prefix(int bag) => $"bag{bag}.";

    private static string Prefix(int bag, int network) => $"bag{bag}.network{network}.";
}
