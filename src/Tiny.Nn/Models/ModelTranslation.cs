using System.Numerics;
using System.Text.Json;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Networks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Models;

/// <summary>Between a model's parts and the JSON document of its file. What a document claims is checked before it is built.</summary>
internal static class ModelTranslation
{
    internal static ModelDocument ToDocument<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(
            ModelDocument.CurrentFormat,
            model.FeatureNames,
            new TargetDocument(model.Target.Name, (model.Target as ClassTarget)?.Classes),
            new NetworkDocument(model.Network.Inputs, [.. model.Network.Architecture.Layers.Select(ToDocument)]),
            new ProvenanceDocument(
                model.Provenance.Version,
                model.Provenance.Source,
                model.Provenance.Rows,
                new SortedDictionary<string, string>(model.Provenance.Settings.ToDictionary(), StringComparer.Ordinal),
                [.. model.Provenance.Epochs.Select(epoch => epoch.TrainingLoss)],
                [.. model.Provenance.Epochs.Select(epoch => epoch.ValidationLoss).OfType<double>()]
            )
        );

    /// <exception cref="ModelFormatException">A newer version wrote it.</exception>
    /// <exception cref="JsonException">Its parts do not fit each other.</exception>
    internal static ModelDocument Check(ModelDocument document, SafetensorsFile file)
    {
        if (document.Format is < 1 or > ModelDocument.CurrentFormat)
        {
            throw new ModelFormatException(
                $"Its format is {document.Format}; this version reads {ModelDocument.CurrentFormat}.",
                file.Source,
                "Use the version that wrote it, or a newer one."
            );
        }
        if (document.Features.Count != document.Features.Distinct().Count())
        {
            throw new JsonException("Two features have the same name.");
        }
        if (
            document.Target.Classes is { } classes
            && (classes.Count < 2 || classes.Distinct().Count() != classes.Count)
        )
        {
            throw new JsonException("There are not at least two classes with names of their own.");
        }
        return document;
    }

    /// <exception cref="JsonException">A layer is of no known kind, or of two.</exception>
    internal static Architecture ToArchitecture(NetworkDocument document)
    {
        if (document.Layers.Count == 0)
        {
            throw new JsonException("The network has no layers.");
        }
        return document.Layers.Aggregate(
            Architecture.WithInputs(document.Inputs),
            (architecture, layer) => architecture.Add(ToDescription(layer))
        );
    }

    /// <summary>A network to be filled, once it is known that the file holds as many numbers as it asks for.</summary>
    /// <exception cref="JsonException">The file holds fewer or more numbers.</exception>
    internal static SequentialNetwork<T> Build<T>(Architecture architecture, SafetensorsFile file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long present = file
            .Tensors.Where(tensor => char.IsAsciiDigit(tensor.Name.FirstOrDefault()))
            .Sum(t => (long)t.Count);
        return architecture.ParameterCount == present
            ? architecture.BuildZero<T>()
            : throw new JsonException(
                $"The network has {architecture.ParameterCount} parameters, the file holds {present}."
            );
    }

    internal static Provenance ToProvenance(ProvenanceDocument document)
    {
        bool validated = document.ValidationLoss.Count > 0;
        if (validated && document.ValidationLoss.Count != document.TrainingLoss.Count)
        {
            throw new JsonException("The history has more epochs of one loss than of the other.");
        }
        EpochReport Epoch(int i) => new(i + 1, document.TrainingLoss[i], validated ? document.ValidationLoss[i] : null);
        EpochReport[] epochs = [.. Enumerable.Range(0, document.TrainingLoss.Count).Select(Epoch)];
        return new Provenance(document.Version, document.Source, document.Rows, document.Settings, epochs);
    }

    private static LayerDocument ToDocument(LayerDescription layer) =>
        layer switch
        {
            DenseDescription dense => new(Dense: dense.Units, Initializer: dense.Initializer?.Name),
            ActivationDescription activation => new(Activation: NameOf(activation.Activation)),
            DropoutDescription dropout => new(Dropout: dropout.Rate),
            _ => throw new ArgumentException($"A layer of your own, {layer.GetType().Name}, has no name in a file."),
        };

    private static string NameOf(Activation activation)
    {
        string name = activation.ToString();
        return ActivationNames.All.Contains(name.Split(':')[0]) && Activation.Parse(name) == activation
            ? name
            : throw new ArgumentException($"An activation of your own, {name}, has no name in a file.");
    }

    private static LayerDescription ToDescription(LayerDocument layer) =>
        layer switch
        {
            { Dense: > 0 and int units, Activation: null, Dropout: null } => new DenseDescription(
                units,
                layer.Initializer is { } name ? Initializer.Parse(name) : null
            ),
            { Dense: null, Initializer: null, Activation: { } name, Dropout: null } => new ActivationDescription(
                Activation.Parse(name)
            ),
            { Dense: null, Initializer: null, Activation: null, Dropout: >= 0 and < 1 and double rate } =>
                new DropoutDescription(rate),
            _ => throw new JsonException("A layer is of no known kind, or of two, or its size makes no sense."),
        };
}
