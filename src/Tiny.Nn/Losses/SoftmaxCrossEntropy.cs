using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>
/// Cross-entropy of p = softmax(z), from the logits z:
/// ℓ = lse(z)·Σₖ yₖ − Σₖ yₖzₖ with lse(z) = ln Σₖ e^zₖ
/// ∂ℓ/∂z = p·Σₖ yₖ − y
/// Finite for any logits.
/// </summary>
/// <param name="LabelSmoothing">ε in [0, 1): targets become y = (1 − ε)t + ε/K.</param>
public sealed record SoftmaxCrossEntropy(double LabelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override string Name => "cross-entropy from logits";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) => null;

    /// <inheritdoc/>
    public override T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
    {
        Batch.Check(prediction, target, weights, dPrediction);
        T total = Batch.TotalWeight(prediction.Columns, weights);
        if (T.IsZero(total))
        {
            dPrediction.Values.Clear();
            return T.Zero;
        }
        T loss = T.Zero;
        for (int sample = 0; sample < prediction.Columns; sample++)
        {
            T share = Batch.Weight(weights, sample) / total;
            ReadOnlySpan<T> z = prediction.Column(sample);
            ReadOnlySpan<T> t = target.Column(sample);
            T lse = LogSumExp.Evaluate(z);
            loss += share * Value(z, t, lse, out T mass);
            if (!dPrediction.IsEmpty)
            {
                Gradient<T> gradient = new(LabelSmoothing, z.Length, lse, mass, share);
                Elementwise.Map(gradient, z, t, dPrediction.Column(sample));
            }
        }
        return loss;
    }

    private T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> t, T lse, out T mass)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Σ yₖ(lse − zₖ) is the same sum, term by term not negative: nothing cancels between lse and the logits.
        T value = T.Zero;
        mass = T.Zero;
        for (int k = 0; k < z.Length; k++)
        {
            T y = Smoothing.Apply(new Lane<T>(t[k]), LabelSmoothing, z.Length).Value;
            mass += y;
            value += y * (lse - z[k]);
        }
        return value;
    }

    private readonly struct Gradient<T>(double epsilon, int classes, T lse, T mass, T share) : IBinary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly double lse = double.CreateTruncating(lse);
        private readonly double mass = double.CreateTruncating(mass);
        private readonly double share = double.CreateTruncating(share);

        public V Invoke<V>(V z, V t)
            where V : struct, ILanes<V>
        {
            V p = Elementary.Exp(z - V.Constant(lse));
            V y = Smoothing.Apply(t, epsilon, classes);
            return V.Constant(share) * (p * V.Constant(mass) - y);
        }
    }
}
