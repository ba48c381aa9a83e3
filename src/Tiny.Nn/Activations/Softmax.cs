using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Activations;

/// <summary>
/// pᵢ = e^(zᵢ − m) / Σⱼ e^(zⱼ − m) with m = max z, so that nothing overflows
/// ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ), so dz = p ∘ (da − ⟨p, da⟩)
/// Only differences of the inputs count: adding a constant to all of them changes nothing, multiplying them does.
/// </summary>
internal sealed record Softmax : Activation
{
    /// <inheritdoc/>
    public override Initializer DefaultInitializer => Initializer.GlorotUniform;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward<T>(Matrix<T> z, Matrix<T> a)
    {
        Shape.Same(z, a);
        Matrix<T> statistics = Scratch<T>.Take(z.Columns, 2);
        Span<T> sums = statistics.Column(1);
        ColumnExponentials.Compute(z, a, statistics.Column(0), sums);
        for (int sample = 0; sample < a.Columns; sample++)
        {
            foreach (ref T p in a.Column(sample))
            {
                p /= sums[sample];
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward<T>(Matrix<T> z, Matrix<T> a, Matrix<T> da, Matrix<T> dz)
    {
        Shape.Same(a, da);
        Shape.Same(a, dz);
        for (int sample = 0; sample < a.Columns; sample++)
        {
            JacobianProduct<T>(a.Column(sample), da.Column(sample), dz.Column(sample));
        }
    }

    /// <summary>The whole Jacobian Jᵢⱼ = pᵢ(δᵢⱼ − pⱼ), for those who want to see it: training never builds it.</summary>
    /// <param name="p">Softmax's output for one sample.</param>
    /// <returns>A square, symmetric matrix; each row and each column sums to 0.</returns>
    public static Matrix<T> Jacobian<T>(ReadOnlySpan<T> p)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> jacobian = new(p.Length, p.Length);
        for (int j = 0; j < p.Length; j++)
        {
            for (int i = 0; i < p.Length; i++)
            {
                jacobian[i, j] = i == j ? p[i] * (T.One - p[j]) : -p[i] * p[j];
            }
        }
        return jacobian;
    }

    private static void JacobianProduct<T>(ReadOnlySpan<T> p, ReadOnlySpan<T> da, Span<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T inner = T.Zero;
        for (int i = 0; i < p.Length; i++)
        {
            inner = T.FusedMultiplyAdd(p[i], da[i], inner);
        }
        for (int i = 0; i < p.Length; i++)
        {
            dz[i] = p[i] * (da[i] - inner);
        }
    }
}
