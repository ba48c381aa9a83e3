using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// Brings every feature to one scale by two statistics of its training rows: its center m and its spread s.
/// A feature that is the same in all training rows has s = 0 and becomes 0.
/// </summary>
/// <remarks>
/// It is fitted on training rows only, by the <c>Fit</c> of its type; from then on it never changes, and is saved with the model. It
/// holds doubles: numbers of any type go through double and are rounded once. Safe for several threads.
/// </remarks>
public abstract class Scaling
{
    private readonly double[] center;
    private readonly double[] spread;

    private protected Scaling(IReadOnlyList<double> center, IReadOnlyList<double> spread)
    {
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(spread);
        Sizes.Same(center.Count, "centers", spread.Count, "spreads");
        if (!center.All(double.IsFinite))
        {
            throw new ArgumentException("The center of a scaling is finite.", nameof(center));
        }
        if (!spread.All(s => double.IsFinite(s) && s >= 0))
        {
            throw new ArgumentException("The spread of a scaling is finite and not negative.", nameof(spread));
        }
        this.center = [.. center];
        this.spread = [.. spread];
        Centers = new ColumnTile(this.center);

        // Below the normal numbers 1/s may be infinite: such a spread is none.
        Factors = new ColumnTile([.. spread.Select(s => double.IsNormal(s) ? 1 / s : 0)]);
    }

    /// <summary>Which of the scalings it is.</summary>
    public abstract ScalingKind Kind { get; }

    /// <summary>m of each feature.</summary>
    public IReadOnlyList<double> Center => center;

    /// <summary>s of each feature; 0 where it is constant.</summary>
    public IReadOnlyList<double> Spread => spread;

    /// <summary>How many features it scales.</summary>
    public int Inputs => center.Length;

    /// <summary>The quantiles of each feature, in ascending order, where the scaling goes by them; else, and where the feature stays as it is, empty.</summary>
    internal virtual IReadOnlyList<ImmutableArray<double>> Landmarks =>
        [.. Enumerable.Repeat(ImmutableArray<double>.Empty, Inputs)];

    /// <summary>m of each feature.</summary>
    private protected ColumnTile Centers { get; }

    /// <summary>Scales samples.</summary>
    /// <param name="x">features × samples.</param>
    /// <param name="result">features × samples; overwritten. It may be <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public abstract void Apply<T>(Matrix<T> x, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>1/s of each feature; 0 where it has no spread.</summary>
    private protected ColumnTile Factors { get; }

    /// <summary>Which scaling it is, and of how many features.</summary>
    public sealed override string ToString() => $"scaling {Kind} of {Inputs} features";

    private protected void Check<T>(Matrix<T> x, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Rows, "rows of x", Inputs, "features of the scaling");
        Shape.Same(x, result);
    }
}
