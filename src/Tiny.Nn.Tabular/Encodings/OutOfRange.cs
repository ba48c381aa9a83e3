using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>
/// Finds numbers that lie so far from all that a model learned from that what it says of their rows is no more than a guess: a unit is
/// another one, a decimal point is lost, or 999999 stands for a missing cell.
/// </summary>
/// <remarks>
/// x is far where |x − m| > 1000·s, m and s those of the fitted scaling. No number of n standardized training rows lies further than √(n − 1)
/// from their mean. Without scaling nothing is known of a number's spread, and none is far.
/// </remarks>
internal sealed class OutOfRange
{
    /// <summary>How many spreads from the center are far.</summary>
    public const double Limit = 1000;

    private readonly (int Source, double Low, double High)[] bounds;

    /// <summary>What a model has learned of its numbers.</summary>
    /// <param name="encoding">The model's encoding.</param>
    public OutOfRange(TableEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        List<(int, double, double)> found = [];
        int output = 0;
        foreach (FeatureEncoding part in encoding.Parts)
        {
            double reach = Limit * encoding.Scaling.Spread[output];
            if (part is ImputedNumber && reach > 0 && encoding.Scaling.Kind != ScalingKind.None)
            {
                double center = encoding.Scaling.Center[output];
                found.Add((part.Source, center - reach, center + reach));
            }
            output += part.Outputs;
        }
        bounds = [.. found];
    }

    /// <summary>The first feature of a row whose number is far; null where none is.</summary>
    /// <param name="row">The row's cells, in the order of the model's features; NaN where one is missing.</param>
    /// <exception cref="IndexOutOfRangeException">There are fewer cells than features.</exception>
    public int? Find(ReadOnlySpan<double> row)
    {
        foreach ((int source, double low, double high) in bounds)
        {
            double cell = row[source];
            if (cell < low || cell > high)
            {
                return source;
            }
        }
        return null;
    }
}
