using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>y = x, but 0 for a feature that was the same in all rows that it was fitted on: it carries no information, and would only act as a second bias.</summary>
internal sealed class Unscaled : Scaling
{
    /// <summary>No scaling, as it was fitted once.</summary>
    /// <param name="varies">For each feature whether it is kept; one that is not becomes 0.</param>
    public Unscaled(IReadOnlyList<bool> varies)
        : base([.. Checked(varies).Select(_ => 0.0)], [.. varies.Select(kept => kept ? 1.0 : 0.0)]) { }

    /// <inheritdoc/>
    public override ScalingKind Kind => ScalingKind.None;

    /// <summary>Learns which features are constant.</summary>
    /// <param name="x">features × samples.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="DataException">A feature's numbers are not finite.</exception>
    public static Unscaled Fit<T>(Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Scaling range = MinMaxScaling.Fit(x);
        return new Unscaled([.. range.Spread.Select(spread => spread > 0)]);
    }

    /// <summary>No scaling from the statistics of a file.</summary>
    /// <exception cref="ArgumentException">They are those of another scaling.</exception>
    internal static Unscaled Create(IReadOnlyList<double> center, IReadOnlyList<double> spread) =>
        center.Any(m => m != 0) || spread.Any(s => s is not (0 or 1))
            ? throw new ArgumentException("Where nothing is scaled there is no center, and a spread of 1 or 0.")
            : new Unscaled([.. spread.Select(s => s == 1)]);

    /// <inheritdoc/>
    public override void Apply<T>(Matrix<T> x, Matrix<T> result)
    {
        Check(x, result);
        ColumnMap.Apply(default(Affine), x, Centers, Factors, result);
    }

    private static IReadOnlyList<bool> Checked(IReadOnlyList<bool> varies)
    {
        ArgumentNullException.ThrowIfNull(varies);
        return varies;
    }
}
