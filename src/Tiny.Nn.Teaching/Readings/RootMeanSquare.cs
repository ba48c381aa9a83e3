using System.Numerics;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>√(Σxᵢ²/n): how large the numbers of a layer are, whatever its width.</summary>
internal static class RootMeanSquare
{
    /// <summary>In double: the square of a small float is no float.</summary>
    internal static double Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T value in values)
        {
            double number = double.CreateTruncating(value);
            sum += number * number;
        }
        return Math.Sqrt(sum / values.Length);
    }
}
