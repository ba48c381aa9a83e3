using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Networks;

/// <summary>
/// The kinds of layers that a model file may have. A new kind gets its line here: how it is read, and an example, by which it is checked
/// like all others (gradients, round trip through a file, no garbage) and must be found in docs/model-file.md.
/// </summary>
internal static class LayerKinds
{
    private static readonly (Func<LayerSettings, LayerDescription> Read, LayerDescription Example)[] Known =
    [
        (DenseDescription.Read, new DenseDescription(4, Initializer.HeNormal)),
        (ActivationDescription.Read, new ActivationDescription(Activation.Tanh)),
        (DropoutDescription.Read, new DropoutDescription(0.5) { Schedule = LearningRateSchedule.FlatCosine }),
        (BatchNormalizationDescription.Read, new BatchNormalizationDescription(Epsilon: 0.1, Momentum: 0.5)),
        (LayerNormalizationDescription.Read, new LayerNormalizationDescription(Epsilon: 0.1)),
        (NtkDenseDescription.Read, new NtkDenseDescription(4, Initializer.HeNormal)),
        (DiagonalScalingDescription.Read, new DiagonalScalingDescription()),
        (ParametricActivationDescription.Read, new ParametricActivationDescription(Activation.Mish)),
        (PeriodicEmbeddingDescription.Read, new PeriodicEmbeddingDescription(InputRanges.Of(0, 2), 5, 3, 0.3)),
        (
            CategoryEmbeddingDescription.Read,
            new CategoryEmbeddingDescription(InputRanges.OfBlocks((0, 1), (1, 2)), Width: 3)
        ),
    ];

    /// <summary>A layer of each kind, with all settings that it may have, none as where nothing is said.</summary>
    internal static IReadOnlyList<LayerDescription> Examples => [.. Known.Select(kind => kind.Example)];

    /// <summary>The layer that settings describe. The most important one stands under the name of the kind, as in <c>dense: 16</c>.</summary>
    /// <exception cref="FormatException">They are of no known kind or of two, one is missing, or one makes no sense.</exception>
    /// <exception cref="ArgumentException">A number lies outside its range.</exception>
    internal static LayerDescription Read(IReadOnlyList<LayerSetting> settings)
    {
        Func<LayerSettings, LayerDescription>[] kinds =
        [
            .. Known
                .Where(kind => settings.Any(setting => setting.Name == kind.Example.Kind))
                .Select(kind => kind.Read),
        ];
        if (kinds is not [var read])
        {
            throw new FormatException("A layer is of no known kind, or of two.");
        }
        LayerSettings asked = new(settings);
        LayerDescription layer = read(asked);
        asked.RequireNoOther();
        return layer;
    }

    /// <summary>The settings from which <see cref="Read"/> makes an equal layer.</summary>
    /// <exception cref="ArgumentException">There are none: the layer, or something in it, is the user's own.</exception>
    internal static IReadOnlyList<LayerSetting> Write(LayerDescription layer)
    {
        LayerSetting[] settings =
        [
            .. layer.Settings.Select((setting, i) => i == 0 ? Renamed(setting, layer.Kind) : setting),
        ];
        try
        {
            if (Read(settings).Equals(layer))
            {
                return settings;
            }
        }
        catch (Exception cause) when (cause is FormatException or ArgumentException)
        {
            // What cannot be read back has no name, which is said below.
        }
        string parts = string.Join(", ", layer.Settings.Select(setting => $"{setting.Name} {setting.Text}"));
        throw new ArgumentException(
            $"A layer, or a function in it, is of your own and has no name in a file: {layer.Kind}, {parts}. "
                + "Register an activation under a name before saving: Activation.Register."
        );
    }

    private static LayerSetting Renamed(LayerSetting setting, string name) => new(name, setting.Number, setting.Text);
}
