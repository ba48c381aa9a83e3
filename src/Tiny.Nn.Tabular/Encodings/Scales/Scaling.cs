using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// Brings every feature to one scale, by what its training rows tell: m, where it is centred, and s, how far it spreads.
/// A feature that is the same in all training rows has s = 0 and becomes 0.
/// </summary>
/// <remarks>Numbers of any type go through double and are rounded once.</remarks>
public abstract class Scaling : Preprocessor
{
    private readonly double[] center;
    private readonly double[] spread;

    private protected Scaling(IReadOnlyList<double> center, IReadOnlyList<double> spread)
    {
        ArgumentNullException.ThrowIfNull(center);
        ArgumentNullException.ThrowIfNull(spread);
        Sizes.Same(center.Count, spread.Count);
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

    /// <inheritdoc/>
    public sealed override int Inputs => center.Length;

    /// <inheritdoc/>
    public sealed override int Outputs => center.Length;

    /// <summary>m of each feature.</summary>
    private protected ColumnTile Centers { get; }

    /// <summary>1/s of each feature; 0 where it has no spread.</summary>
    private protected ColumnTile Factors { get; }

    private protected void Check<T>(Matrix<T> x, Matrix<T> result)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Rows, center.Length);
        Shape.Same(x, result);
    }
}
