using System.Globalization;

namespace Tiny.Nn.Layers;

/// <summary>The settings of one layer, as a file gives them. A description asks for its own; what it did not ask for is refused.</summary>
/// <param name="given">The members of a layer in a file, none twice.</param>
internal sealed class LayerSettings(IReadOnlyList<LayerSetting> given)
{
    private readonly HashSet<string> asked = [];

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">It is missing, or no whole number.</exception>
    internal int Count(string name) =>
        Require(name) is { Number: not null } setting
        && int.TryParse(setting.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw new FormatException($"The setting \"{name}\" of a layer is no whole number.");

    /// <summary>A finite number.</summary>
    /// <exception cref="FormatException">It is missing, or no such number.</exception>
    internal double Number(string name) =>
        Require(name).Number is { } number && double.IsFinite(number)
            ? number
            : throw new FormatException($"The setting \"{name}\" of a layer is no number.");

    /// <summary>A name.</summary>
    /// <exception cref="FormatException">It is missing, or a number.</exception>
    internal string Text(string name) => OptionalText(name) ?? throw Missing(name);

    /// <summary>A name that may be missing.</summary>
    /// <exception cref="FormatException">It is a number.</exception>
    internal string? OptionalText(string name) =>
        Find(name) switch
        {
            null => null,
            { Number: null } setting => setting.Text,
            _ => throw new FormatException($"The setting \"{name}\" of a layer is a number."),
        };

    /// <exception cref="FormatException">There is a setting that was not asked for.</exception>
    internal void RequireNoOther()
    {
        if (given.FirstOrDefault(setting => !asked.Contains(setting.Name)) is { } other)
        {
            throw new FormatException($"A layer has no setting \"{other.Name}\", or not of this kind.");
        }
    }

    private LayerSetting Require(string name) => Find(name) ?? throw Missing(name);

    private LayerSetting? Find(string name)
    {
        asked.Add(name);
        return given.FirstOrDefault(setting => setting.Name == name);
    }

    private static FormatException Missing(string name) => new($"The setting \"{name}\" of a layer is missing.");
}
