using System.Globalization;

namespace Tiny.Nn.Layers;

/// <summary>A setting of a layer: a number or a name.</summary>
public sealed record LayerSetting
{
    /// <summary>A setting that is a number.</summary>
    /// <param name="name">What it is called, such as <c>rate</c>.</param>
    /// <param name="number">Its value.</param>
    public LayerSetting(string name, double number)
        : this(name, number, number.ToString(CultureInfo.InvariantCulture)) { }

    /// <summary>A setting that is a name.</summary>
    /// <param name="name">What it is called, such as <c>initializer</c>.</param>
    /// <param name="text">Its value.</param>
    public LayerSetting(string name, string text)
        : this(name, null, text) { }

    internal LayerSetting(string name, double? number, string text)
    {
        Name = name;
        Number = number;
        Text = text;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The value, if it is a number; else null.</summary>
    public double? Number { get; }

    /// <summary>The value as text.</summary>
    public string Text { get; }

    /// <summary>Name and value.</summary>
    public override string ToString() => $"{Name} {Text}";
}
