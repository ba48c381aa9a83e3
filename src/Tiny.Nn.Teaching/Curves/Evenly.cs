using System.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>Picks samples without chance, as far from each other as their number allows.</summary>
internal static class Evenly
{
    internal static int[] Places(int count, int most)
    {
        int taken = Math.Min(count, most);
        return [.. Enumerable.Range(0, taken).Select(i => (int)((long)i * count / taken))];
    }

    internal static Dataset<T> Take<T>(Dataset<T> data, int most)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        data.Count <= most ? data : data.Select(Places(data.Count, most));
}
