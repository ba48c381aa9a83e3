using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>What is to be seen between two axes, whether drawn, typed or counted out as numbers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="X">From left to right.</param>
/// <param name="Y">From the bottom to the top.</param>
/// <param name="Layers">What lies on it, the lowest first.</param>
internal sealed record Chart(string Name, Axis X, Axis Y, IReadOnlyList<ChartLayer> Layers)
{
    /// <summary>Lines below the name: formulas, say.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How wide it is drawn.</summary>
    internal double Width { get; init; } = Plot.Width;

    /// <summary>How high the part below name, notes and legend is drawn.</summary>
    internal double Height { get; init; } = Plot.Height - 40;

    /// <summary>What the layers mean, those that need to be told apart.</summary>
    internal IEnumerable<ChartLayer> Explained => Layers.Where(layer => layer.Label.Length > 0);
}
