using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>
/// The arithmetic of batch normalization, unit by unit over the samples of a batch: x̂ = (x − μ)/√(σ² + ε). A vector holds neighbouring
/// units of one sample, and sums run from the first sample to the last, so the bits do not depend on the width.
/// </summary>
internal static class UnitNormalization
{
    /// <summary>μ = Σx/n and σ² = Σ(x − μ)²/n.</summary>
    /// <param name="x">Units × samples.</param>
    /// <param name="mean">Receives a number per unit.</param>
    /// <param name="variance">Receives a number per unit.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Measure<T>(Matrix<T> x, Span<T> mean, Span<T> variance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Rows, "units", mean.Length, "means");
        Sizes.Same(x.Rows, "units", variance.Length, "variances");
        WidestLanes<T>.Run(new MeasureKernel<T>(x.Values, mean, variance, x.Columns));
    }

    /// <summary>y = γ·x̂ + β.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Normalize<T>(Matrix<T> x, UnitStatistics<T> unit, ReadOnlySpan<T> beta, Matrix<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x, y);
        Sizes.Same(x.Rows, "units", beta.Length, "shifts");
        unit.Require(x.Rows);
        WidestLanes<T>.Run(new NormalizeKernel<T>(x.Values, unit, beta, y.Values));
    }

    /// <summary>dβ = Σdy, dγ = Σdy·x̂, and of these dx.</summary>
    /// <param name="derivative">What of dy comes through to x, with γ/√(σ² + ε) still to be multiplied by.</param>
    /// <param name="x">Units × samples.</param>
    /// <param name="unit">μ, σ², ε and γ.</param>
    /// <param name="dy">Units × samples.</param>
    /// <param name="dGamma">Receives a number per unit.</param>
    /// <param name="dBeta">Receives a number per unit.</param>
    /// <param name="dx">Receives units × samples; pass an empty matrix to skip it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Differentiate<TDerivative, T>(
        TDerivative derivative,
        Matrix<T> x,
        UnitStatistics<T> unit,
        Matrix<T> dy,
        Span<T> dGamma,
        Span<T> dBeta,
        Matrix<T> dx
    )
        where TDerivative : struct, INormalizedDerivative
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x, dy);
        Sizes.Same(x.Rows, "units", dGamma.Length, "derivatives of scales");
        Sizes.Same(x.Rows, "units", dBeta.Length, "derivatives of shifts");
        unit.Require(x.Rows);
        if (!dx.IsEmpty)
        {
            Shape.Same(x, dx);
        }
        WidestLanes<T>.Run(
            new DifferentiateKernel<TDerivative, T>(
                derivative,
                x.Values,
                unit,
                dy.Values,
                dGamma,
                dBeta,
                dx.Values,
                x.Columns
            )
        );
    }

    internal readonly ref struct MeasureKernel<T>(ReadOnlySpan<T> x, Span<T> mean, Span<T> variance, int samples)
        : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly Span<T> mean = mean;
        private readonly Span<T> variance = variance;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = mean.Length - mean.Length % V.Count;
            Units<V>(0, whole);
            Units<Lane<T>>(whole, mean.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Units<V>(int unit, int end)
            where V : struct, ILanes<V, T>
        {
            V n = V.Constant(samples);
            for (; unit < end; unit += V.Count)
            {
                V sum = default;
                for (int i = unit; i < x.Length; i += mean.Length)
                {
                    sum += V.Load(in x[i]);
                }
                V mu = sum / n;
                V squares = default;
                for (int i = unit; i < x.Length; i += mean.Length)
                {
                    V deviation = V.Load(in x[i]) - mu;
                    squares += deviation * deviation;
                }
                V.Store(mu, ref mean[unit]);
                V.Store(squares / n, ref variance[unit]);
            }
        }
    }

    internal readonly ref struct NormalizeKernel<T>(
        ReadOnlySpan<T> x,
        UnitStatistics<T> statistics,
        ReadOnlySpan<T> beta,
        Span<T> y
    ) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly UnitStatistics<T> statistics = statistics;
        private readonly ReadOnlySpan<T> beta = beta;
        private readonly Span<T> y = y;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = beta.Length - beta.Length % V.Count;
            Units<V>(0, whole);
            Units<Lane<T>>(whole, beta.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Units<V>(int unit, int end)
            where V : struct, ILanes<V, T>
        {
            for (; unit < end; unit += V.Count)
            {
                V mu = V.Load(in statistics.Mean[unit]);
                V inverse = statistics.Inverse<V>(unit);
                V gamma = V.Load(in statistics.Gamma[unit]);
                V shift = V.Load(in beta[unit]);
                for (int i = unit; i < x.Length; i += beta.Length)
                {
                    V normalized = (V.Load(in x[i]) - mu) * inverse;
                    V.Store(gamma * normalized + shift, ref y[i]);
                }
            }
        }
    }

    internal readonly ref struct DifferentiateKernel<TDerivative, T>(
        TDerivative derivative,
        ReadOnlySpan<T> x,
        UnitStatistics<T> statistics,
        ReadOnlySpan<T> dy,
        Span<T> dGamma,
        Span<T> dBeta,
        Span<T> dx,
        int samples
    ) : IKernel<T>
        where TDerivative : struct, INormalizedDerivative
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly UnitStatistics<T> statistics = statistics;
        private readonly ReadOnlySpan<T> dy = dy;
        private readonly Span<T> dGamma = dGamma;
        private readonly Span<T> dBeta = dBeta;
        private readonly Span<T> dx = dx;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = dBeta.Length - dBeta.Length % V.Count;
            Units<V>(0, whole);
            Units<Lane<T>>(whole, dBeta.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Units<V>(int unit, int end)
            where V : struct, ILanes<V, T>
        {
            V n = V.Constant(samples);
            for (; unit < end; unit += V.Count)
            {
                V mu = V.Load(in statistics.Mean[unit]);
                V inverse = statistics.Inverse<V>(unit);
                V sum = default;
                V product = default;
                for (int i = unit; i < x.Length; i += dBeta.Length)
                {
                    V slope = V.Load(in dy[i]);
                    sum += slope;
                    product += slope * ((V.Load(in x[i]) - mu) * inverse);
                }
                V.Store(sum, ref dBeta[unit]);
                V.Store(product, ref dGamma[unit]);
                V factor = V.Load(in statistics.Gamma[unit]) * inverse;
                V mean = sum / n;
                V meanProduct = product / n;
                for (int i = unit; i < dx.Length; i += dBeta.Length)
                {
                    V normalized = (V.Load(in x[i]) - mu) * inverse;
                    V through = derivative.Invoke(V.Load(in dy[i]), normalized, mean, meanProduct);
                    V.Store(factor * through, ref dx[i]);
                }
            }
        }
    }
}
