using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// y = Φ⁻¹(F(x)): whatever the distribution of the training rows, y is normal. F is their distribution function, made of Q landmarks, the quantiles
/// q₀ ≤ … ≤ q_{Q−1} at i/(Q − 1)
/// F(x) = (i + (x − qᵢ)/(qᵢ₊₁ − qᵢ))/(Q − 1) between qᵢ and qᵢ₊₁; ½(first + last)/(Q − 1) of those landmarks that x equals
/// held within ½/Q and 1 − ½/Q, so that a number far from all training rows is as the last one of them. A constant feature becomes 0.
/// </summary>
/// <remarks>
/// Center and spread are those of <see cref="RobustScaling"/>, and say where the feature lies. An input that is no amount has no landmarks and stays as it is.
/// Inside the landmarks F is that of scikit-learn's QuantileTransformer, which sends the smallest and the largest number to ±5.2, however many rows share them.
/// </remarks>
internal sealed class QuantileScaling : Scaling
{
    /// <summary>More landmarks than this tell nothing more: a row in two hundred is an outlier anyway.</summary>
    internal const int MostLandmarks = 256;

    private const int FewestLandmarks = 2;

    private readonly ImmutableArray<double>[] landmarks;

    /// <summary>A scaling as it was fitted once.</summary>
    /// <param name="median">The median of each feature.</param>
    /// <param name="spread">The distance of its quartiles; 0 where it is constant.</param>
    /// <param name="landmarks">q of each feature, equally many of all that have some; empty where it stays as it is.</param>
    /// <exception cref="ArgumentException">The lengths differ, a number is not finite or a spread negative, or landmarks are too few or do not rise.</exception>
    public QuantileScaling(
        IReadOnlyList<double> median,
        IReadOnlyList<double> spread,
        IReadOnlyList<ImmutableArray<double>> landmarks
    )
        : base(median, spread)
    {
        ArgumentNullException.ThrowIfNull(landmarks);
        Sizes.Same(landmarks.Count, "lists of landmarks", Inputs, "features");
        this.landmarks = [.. landmarks];
        int[] counts = [.. landmarks.Select(own => own.Length).Where(count => count > 0).Distinct()];
        if (counts.Length > 1 || counts.Any(count => count is < FewestLandmarks or > MostLandmarks))
        {
            throw new ArgumentException("Features have equally many landmarks, from 2 to 256.", nameof(landmarks));
        }
        if (!landmarks.Index().All(own => own.Item.IsEmpty || Rise(own.Item, Spread[own.Index] > 0)))
        {
            throw new ArgumentException(
                "Landmarks are finite and rise, unless the feature is constant.",
                nameof(landmarks)
            );
        }
    }

    /// <inheritdoc/>
    public override ScalingKind Kind => ScalingKind.Quantile;

    /// <summary>q of each feature, in ascending order; empty where it stays as it is.</summary>
    internal override IReadOnlyList<ImmutableArray<double>> Landmarks => landmarks;

    /// <summary>Learns quantiles from training samples.</summary>
    /// <param name="x">features × samples.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="DataException">A feature's numbers are not finite, or too far apart.</exception>
    public static QuantileScaling Fit<T>(Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The landmarks are differences too: what lies too far apart for a range has none.
        _ = MinMaxScaling.Fit(x);
        RobustScaling where = RobustScaling.Fit(x);
        int count = Math.Clamp(x.Columns, FewestLandmarks, MostLandmarks);
        return new QuantileScaling(
            where.Center,
            where.Spread,
            [.. Enumerable.Range(0, x.Rows).Select(feature => Quantiles.Evenly(Fitting.Sorted(x, feature), count))]
        );
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
                to[i] =
                    Spread[i] == 0 ? T.Zero
                    : landmarks[i].IsEmpty ? from[i]
                    : T.CreateTruncating(Normal(double.CreateTruncating(from[i]), landmarks[i].AsSpan()));
            }
        }
    }

    /// <summary>Φ⁻¹(F(x)).</summary>
    private static double Normal(double x, ReadOnlySpan<double> q)
    {
        int from = Below(x, q);
        int past = from;
        while (past < q.Length && q[past] == x)
        {
            past++;
        }
        double place =
            past > from ? 0.5 * (from + past - 1)
            : from == 0 ? 0
            : from == q.Length ? q.Length - 1
            : from - 1 + (x - q[from - 1]) / (q[from] - q[from - 1]);
        double least = 0.5 / q.Length;
        return NormalQuantile.Find(Math.Clamp(place / (q.Length - 1), least, 1 - least));
    }

    /// <summary>How many landmarks lie below x.</summary>
    private static int Below(double x, ReadOnlySpan<double> q)
    {
        int low = 0;
        int high = q.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = q[middle] < x ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static bool Rise(ImmutableArray<double> q, bool varies) =>
        q.All(double.IsFinite)
        && double.IsFinite(q[^1] - q[0])
        && q.Zip(q.Skip(1)).All(pair => pair.First <= pair.Second)
        && (!varies || q[0] < q[^1]);
}
