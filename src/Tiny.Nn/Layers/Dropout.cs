using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Layers;

/// <summary>
/// y = m ∘ x while training, m being 1/(1 − p) with probability 1 − p and else 0; y = x in prediction, which is y's mean
/// dx = m ∘ dy
/// Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014 (inverted, so that prediction needs no factor).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Dropout<T> : Layer<T>, IScheduledLayer
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int units;

    /// <summary>A dropout layer.</summary>
    /// <param name="units">Inputs, and outputs.</param>
    /// <param name="rate">p, the share of units that a step leaves out, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not in [0, 1).</exception>
    public Dropout(int units, double rate)
    {
        if (rate is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A dropout rate lies in [0, 1).");
        }
        this.units = units;
        Rate = rate;
    }

    /// <summary>p, where the factor is 1.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <inheritdoc/>
    public double Factor { get; set; } = 1;

    /// <inheritdoc/>
    public override int Inputs => units;

    /// <inheritdoc/>
    public override int Outputs => units;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> Blocks => [];

    /// <summary>The mask: a factor per unit.</summary>
    public override int MemoryPerSample => units;

    /// <inheritdoc/>
    public override int MemoryPerBatch => 0;

    /// <summary>y = x.</summary>
    public override Layer<T> Frozen => new ActivationLayer<T>(units, Activation.Identity);

    /// <inheritdoc/>
    public override void Predict(Matrix<T> x, Matrix<T> y) => x.CopyTo(y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        double p = Rate * Factor;
        generator.Choose(p, T.Zero, T.CreateTruncating(1 / (1 - p)), pass.Memory.Values);
        Elementwise.Map<Times, T>(default, pass.X.Values, pass.Memory.Values, pass.Y.Values);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        if (!dx.IsEmpty)
        {
            Elementwise.Map<Times, T>(default, dy.Values, pass.Memory.Values, dx.Values);
        }
    }

    private readonly struct Times : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => x * y;
    }
}
