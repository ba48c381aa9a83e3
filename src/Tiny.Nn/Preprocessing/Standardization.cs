using System.Numerics;
using Tiny.Nn.Data;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Preprocessing;

/// <summary>
/// y = (x − m)·(1/s), feature by feature: mean 0 and standard deviation 1 on the rows that it was fitted on.
/// A constant feature has s = 0 and becomes 0.
/// </summary>
/// <remarks>
/// m = Σxᵢ/n and s² = Σ(xᵢ − m)²/n (the population's, not the sample's), in double and in the order of the samples.
/// Numbers of any type go through double and are rounded once.
/// </remarks>
public sealed class Standardization : Preprocessor
{
    private readonly double[] mean;
    private readonly double[] scale;
    private readonly double[] inverse;

    /// <summary>A standardization as it was fitted once.</summary>
    /// <param name="mean">m of each feature.</param>
    /// <param name="scale">s of each feature; 0 where it is constant.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite, or a scale negative.</exception>
    public Standardization(IReadOnlyList<double> mean, IReadOnlyList<double> scale)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(scale);
        Shape.Same(mean.Count, scale.Count);
        if (!mean.All(double.IsFinite))
        {
            throw new ArgumentException("A mean is finite.", nameof(mean));
        }
        if (!scale.All(s => double.IsFinite(s) && s >= 0))
        {
            throw new ArgumentException("A scale is finite and not negative.", nameof(scale));
        }
        this.mean = [.. mean];
        this.scale = [.. scale];

        // Below the normal numbers 1/s may be infinite: such a spread is none.
        inverse = [.. scale.Select(s => double.IsNormal(s) ? 1 / s : 0)];
    }

    /// <summary>m of each feature.</summary>
    public IReadOnlyList<double> Mean => mean;

    /// <summary>s of each feature; 0 where it is constant.</summary>
    public IReadOnlyList<double> Scale => scale;

    /// <inheritdoc/>
    public override int Inputs => mean.Length;

    /// <inheritdoc/>
    public override int Outputs => mean.Length;

    /// <summary>Learns mean and scale from training samples.</summary>
    /// <param name="x">features × samples.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="DataException">A feature's numbers are not finite, or so large that their squares are not.</exception>
    public static Standardization Fit<T>(Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (x.Columns == 0)
        {
            throw new ArgumentException("There is no sample to fit to.", nameof(x));
        }
        double[] mean = new double[x.Rows];
        double[] scale = new double[x.Rows];
        Moments.Compute(x, mean, scale);
        for (int feature = 0; feature < mean.Length; feature++)
        {
            if (!double.IsFinite(mean[feature]) || !double.IsFinite(scale[feature]))
            {
                throw new DataException(
                    "The numbers of a feature are too large, or not finite.",
                    $"feature {feature + 1}",
                    "Correct them, or write the column in another unit."
                );
            }
        }
        return new Standardization(mean, scale);
    }

    /// <inheritdoc/>
    public override void Apply<T>(Matrix<T> x, Matrix<T> result)
    {
        Check(x, result);
        for (int sample = 0; sample < x.Columns; sample++)
        {
            ReadOnlySpan<T> from = x.Column(sample);
            Span<T> to = result.Column(sample);
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = T.CreateTruncating((double.CreateTruncating(from[i]) - mean[i]) * inverse[i]);
            }
        }
    }

    /// <summary>The way back: x = y·s + m. A constant feature comes back as its constant.</summary>
    /// <param name="y">features × samples.</param>
    /// <param name="result">features × samples; overwritten. It may be <paramref name="y"/>.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public void Invert<T>(Matrix<T> y, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(y, result);
        for (int sample = 0; sample < y.Columns; sample++)
        {
            ReadOnlySpan<T> from = y.Column(sample);
            Span<T> to = result.Column(sample);
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = T.CreateTruncating(double.CreateTruncating(from[i]) * scale[i] + mean[i]);
            }
        }
    }

    private void Check<T>(Matrix<T> x, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x.Rows, mean.Length);
        Shape.Same(x, result);
    }
}
