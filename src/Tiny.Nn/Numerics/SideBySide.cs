using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>
/// Samples side by side, one per lane: the first number of each, then the second of each, and so on. So work that goes down a
/// sample's numbers is done for as many samples at once as there are lanes.
/// </summary>
internal static class SideBySide
{
    /// <summary>Turns samples round.</summary>
    /// <param name="samples">Numbers × samples, at most as many samples as lanes.</param>
    /// <param name="lanes">How many lanes there are.</param>
    /// <param name="turned">Receives lanes × numbers; lanes without a sample stay as they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Read<T>(Matrix<T> samples, int lanes, Span<T> turned)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < samples.Rows; i++)
        {
            Span<T> row = turned.Slice(i * lanes, samples.Columns);
            ref T from = ref samples.Values[i];
            for (int lane = 0; lane < row.Length; lane++)
            {
                row[lane] = from;
                from = ref Unsafe.Add(ref from, samples.Rows);
            }
        }
    }

    /// <summary>Turns them back.</summary>
    /// <param name="turned">Lanes × numbers.</param>
    /// <param name="lanes">How many lanes there are.</param>
    /// <param name="samples">Receives numbers × samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Write<T>(Span<T> turned, int lanes, Matrix<T> samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < samples.Rows; i++)
        {
            ReadOnlySpan<T> row = turned.Slice(i * lanes, samples.Columns);
            ref T to = ref samples.Values[i];
            for (int lane = 0; lane < row.Length; lane++)
            {
                to = row[lane];
                to = ref Unsafe.Add(ref to, samples.Rows);
            }
        }
    }
}
