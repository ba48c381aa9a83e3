using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>The weights of each output as whole numbers and one factor: wₖ ≈ s·qₖ, s = max |w|/127, −127 ≤ qₖ ≤ 127. A quarter of the bytes of float.</summary>
internal static class RowQuantization
{
    private const float Largest = 127;

    /// <summary>s and q of the weights of one output.</summary>
    internal static (float Scale, float[] Whole) Of(ReadOnlySpan<double> weights)
    {
        float most = 0;
        foreach (double weight in weights)
        {
            most = Math.Max(most, (float)Math.Abs(weight));
        }
        float scale = most / Largest;
        float[] whole = new float[weights.Length];
        for (int k = 0; k < whole.Length && scale > 0; k++)
        {
            whole[k] = Math.Clamp(MathF.Round((float)weights[k] / scale), -Largest, Largest);
        }
        return (scale, whole);
    }

    /// <summary>The model with the weights that are left of its own.</summary>
    internal static Model<T> Apply<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(
            [
                .. model.Bags.Select(bag => new Bag<T>(bag.Encoding, [.. bag.Networks.Select(Apply)])
                {
                    Weight = bag.Weight,
                }),
            ],
            model.Target,
            model.Provenance
        )
        {
            DataFormat = model.DataFormat,
            Calibration = model.Calibration,
        };

    private static SequentialNetwork<T> Apply<T>(SequentialNetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SequentialNetwork<T> copy = network.Copy();
        foreach (ParameterBlock block in copy.Blocks.Where(block => block.Role == ParameterRole.Weight))
        {
            Matrix<T> w = copy[block];
            double[] row = new double[w.Columns];
            for (int output = 0; output < w.Rows; output++)
            {
                for (int k = 0; k < row.Length; k++)
                {
                    row[k] = double.CreateTruncating(w[output, k]);
                }
                (float scale, float[] whole) = Of(row);
                for (int k = 0; k < row.Length; k++)
                {
                    w[output, k] = T.CreateTruncating(whole[k] * scale);
                }
            }
        }
        return copy;
    }
}
