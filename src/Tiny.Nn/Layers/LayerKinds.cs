namespace Tiny.Nn.Layers;

/// <summary>The kinds of layers that a model file may have. A new kind gets its line here.</summary>
internal static class LayerKinds
{
    private static readonly (string Name, Func<LayerSettings, LayerDescription> Read)[] Known =
    [
        (DenseDescription.Name, DenseDescription.Read),
        (ActivationDescription.Name, ActivationDescription.Read),
        (DropoutDescription.Name, DropoutDescription.Read),
        (BatchNormalizationDescription.Name, BatchNormalizationDescription.Read),
        (LayerNormalizationDescription.Name, LayerNormalizationDescription.Read),
    ];

    /// <summary>The layer that settings describe. The most important one stands under the name of the kind, as in <c>dense: 16</c>.</summary>
    /// <exception cref="FormatException">They are of no known kind or of two, one is missing, or one makes no sense.</exception>
    /// <exception cref="ArgumentException">A number lies outside its range.</exception>
    internal static LayerDescription Read(IReadOnlyList<LayerSetting> settings)
    {
        (string Name, Func<LayerSettings, LayerDescription> Read)[] kinds =
        [
            .. Known.Where(kind => settings.Any(setting => setting.Name == kind.Name)),
        ];
        if (kinds is not [var found])
        {
            throw new FormatException("A layer is of no known kind, or of two.");
        }
        LayerSettings asked = new(settings);
        LayerDescription layer = found.Read(asked);
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
