using System.Numerics;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>Numbers of a network as doubles, which hold them exactly.</summary>
internal static class ExactNumbers
{
    internal static double[] Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] exact = new double[values.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = double.CreateTruncating(values[i]);
        }
        return exact;
    }
}
