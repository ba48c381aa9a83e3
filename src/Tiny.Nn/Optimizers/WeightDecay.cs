using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// Decoupled weight decay of any optimizer: before its update all parameters but biases shrink a little
/// θ ← θ·(1 − η·λ·f(s)), η being the learning rate of the step, with its schedule and its factor
/// Loshchilov, Hutter, "Decoupled Weight Decay Regularization", 2019, with a schedule of its own.
/// </summary>
/// <param name="Lambda">λ, not negative.</param>
public sealed record WeightDecay(double Lambda)
{
    /// <summary>λ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Lambda
    {
        get;
        init => field = Within.NotNegative(value);
    } = Within.NotNegative(Lambda);

    /// <summary>f: multiplies λ as training goes on.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>The factor, and the schedule where there is one.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"decay {Lambda}")
        + (Schedule == LearningRateSchedule.Constant ? "" : $" {Schedule}");

    /// <summary>Shrinks parameters in place.</summary>
    /// <param name="parameters">θ, none of them a bias.</param>
    /// <param name="learningRate">η of the step.</param>
    /// <param name="factor">f of the step.</param>
    public void Apply<T>(Span<T> parameters, double learningRate, double factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Elementwise.Map(new Times(1 - learningRate * (Lambda * factor)), parameters, parameters);

    private readonly struct Times(Scalar kept) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V theta)
            where V : struct, ILanes<V> => theta * V.Constant(kept);
    }
}
