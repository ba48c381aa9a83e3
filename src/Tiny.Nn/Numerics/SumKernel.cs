using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics;

/// <summary>Σ f(xᵢ, yᵢ) by <see cref="Sums.Partials"/> running sums, the first of which holds the whole at the end.</summary>
internal readonly ref struct SumKernel<TFunction, T>(TFunction f, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> sums)
    : IKernel<T>
    where TFunction : struct, IBinary
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> x = x;
    private readonly ReadOnlySpan<T> y = y;
    private readonly Span<T> sums = sums;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ILanes<V, T>
    {
        int whole = x.Length - x.Length % Sums.Partials;
        for (int sum = 0; sum < Sums.Partials; sum += 4 * V.Count)
        {
            AddBlocks<V>(sum, whole);
        }
        int i = whole;
        for (; i <= x.Length - V.Count; i += V.Count)
        {
            ref T sum = ref sums[i - whole];
            V.Store(V.Load(in sum) + f.Invoke(V.Load(in x[i]), V.Load(in y[i])), ref sum);
        }
        for (; i < x.Length; i++)
        {
            ref T sum = ref sums[i - whole];
            Lane<T> value = f.Invoke(Lane<T>.Load(in x[i]), Lane<T>.Load(in y[i]));
            Lane<T>.Store(Lane<T>.Load(in sum) + value, ref sum);
        }
        Fold<V>();
    }

    /// <summary>Four vectors of running sums, over all blocks of 64 elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void AddBlocks<V>(int sum, int whole)
        where V : struct, ILanes<V, T>
    {
        TFunction function = f;
        ref T xi = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), sum);
        ref T yi = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), sum);
        V s0 = default;
        V s1 = default;
        V s2 = default;
        V s3 = default;
        for (int i = 0; i < whole; i += Sums.Partials)
        {
            s0 += function.Invoke(V.Load(in xi), V.Load(in yi));
            s1 += function.Invoke(V.Load(in Unsafe.Add(ref xi, V.Count)), V.Load(in Unsafe.Add(ref yi, V.Count)));
            s2 += function.Invoke(
                V.Load(in Unsafe.Add(ref xi, 2 * V.Count)),
                V.Load(in Unsafe.Add(ref yi, 2 * V.Count))
            );
            s3 += function.Invoke(
                V.Load(in Unsafe.Add(ref xi, 3 * V.Count)),
                V.Load(in Unsafe.Add(ref yi, 3 * V.Count))
            );
            xi = ref Unsafe.Add(ref xi, Sums.Partials);
            yi = ref Unsafe.Add(ref yi, Sums.Partials);
        }
        V.Store(s0, ref sums[sum]);
        V.Store(s1, ref sums[sum + V.Count]);
        V.Store(s2, ref sums[sum + 2 * V.Count]);
        V.Store(s3, ref sums[sum + 3 * V.Count]);
    }

    /// <summary>32 + 32, 16 + 16, 8 + 8, 4 + 4, 2 + 2, 1 + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Fold<V>()
        where V : struct, ILanes<V, T>
    {
        int half = Sums.Partials / 2;
        for (; half >= V.Count; half /= 2)
        {
            for (int i = 0; i < half; i += V.Count)
            {
                V.Store(V.Load(in sums[i]) + V.Load(in sums[i + half]), ref sums[i]);
            }
        }
        for (; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                sums[i] += sums[i + half];
            }
        }
    }
}
