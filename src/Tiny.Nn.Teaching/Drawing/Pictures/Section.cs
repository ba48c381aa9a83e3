using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>A plane through the space of a model's features.</summary>
/// <param name="X">From left to right.</param>
/// <param name="Y">From the bottom to the top.</param>
/// <param name="Predict">What the model says at places of the plane: a probability per class, or a number.</param>
/// <param name="Samples">Where the rows of the data lie; NaN where a cell is missing.</param>
internal sealed record Section(
    Axis X,
    Axis Y,
    Func<(double X, double Y)[], Matrix<double>> Predict,
    (double X, double Y)[] Samples
)
{
    /// <summary>What the other columns stand at.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The range of numbers with a little room at the ends.</summary>
    internal static Axis AxisOf(string title, IEnumerable<double> values)
    {
        double[] drawn = [.. values.Where(Axis.IsDrawn)];
        (double low, double high) = drawn.Length == 0 ? (0, 1) : (drawn.Min(), drawn.Max());
        double room = high > low ? 0.06 * (high - low) : 1;
        return Axis.Between(title, low - room, high + room);
    }
}
