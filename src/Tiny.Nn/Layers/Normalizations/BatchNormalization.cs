using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>
/// y = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε), unit by unit; in training μ and σ² are mean and variance over the n samples of the batch
/// dβ = Σdy, dγ = Σdy·x̂, dx = γ/√(σ² + ε)·(dy − dβ/n − x̂·dγ/n)
/// In prediction μ and σ² are running statistics: μᵣ ← (1 − m)·μᵣ + m·μ, σᵣ² ← (1 − m)·σᵣ² + m·σ²·n/(n − 1) after each step.
/// Ioffe, Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift", 2015.
/// </summary>
/// <remarks>
/// A batch of one sample has no variance: its output is β, and the running statistics stay as they are. The factor n/(n − 1) makes the
/// running variance an unbiased estimate. Weight penalties apply to neither γ nor β: a layer behind would undo a smaller γ.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BatchNormalization<T> : StatefulLayer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double epsilon;
    private readonly double momentum;
    private readonly NormalizationNumbers<T> numbers;

    /// <summary>A layer whose γ, β and running statistics are views of vectors.</summary>
    /// <param name="units">Inputs, and outputs.</param>
    /// <param name="epsilon">ε, which keeps a constant unit from being divided by 0; above 0.</param>
    /// <param name="momentum">m, the weight of a batch in the running statistics, in (0, 1].</param>
    /// <param name="numbers">γ and β: 2·units parameters; running mean and variance: 2·units state values.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε or m lies outside its range.</exception>
    public BatchNormalization(int units, double epsilon, double momentum, LayerNumbers<T> numbers)
    {
        this.epsilon = Within.Positive(epsilon);
        this.momentum = Within.PositiveShare(momentum);
        this.numbers = new NormalizationNumbers<T>(units, numbers);
    }

    /// <summary>γ, units × 1.</summary>
    public Matrix<T> Scale => numbers.Scale;

    /// <summary>β, units × 1.</summary>
    public Matrix<T> Shift => numbers.Shift;

    /// <summary>The running mean, units × 1.</summary>
    public Matrix<T> Mean => numbers.Mean;

    /// <summary>The running variance, units × 1.</summary>
    public Matrix<T> Variance => numbers.Variance;

    /// <inheritdoc/>
    public override int Inputs => numbers.Units;

    /// <inheritdoc/>
    public override int Outputs => numbers.Units;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> Blocks => numbers.Blocks;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> StateBlocks => numbers.StateBlocks;

    /// <inheritdoc/>
    public override string? StateFault => numbers.HasNegativeVariance ? "a variance is negative" : null;

    /// <inheritdoc/>
    public override int MemoryPerSample => 0;

    /// <summary>μ and σ² of the batch.</summary>
    public override int MemoryPerBatch => 2 * numbers.Units;

    /// <inheritdoc/>
    public override Layer<T> Frozen => new FrozenBatchNormalization<T>(epsilon, numbers);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Predict(Matrix<T> x, Matrix<T> y) =>
        UnitNormalization.Normalize(x, numbers.Running(epsilon), Shift.Values, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator)
    {
        UnitNormalization.Measure(pass.X, MeanOf(in pass), VarianceOf(in pass));
        UnitNormalization.Normalize(pass.X, OfBatch(in pass), Shift.Values, pass.Y);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient) =>
        UnitNormalization.Differentiate(
            default(OfBatchStatistics),
            pass.X,
            OfBatch(in pass),
            dy,
            gradient.Part(0, Inputs, 1).Values,
            gradient.Part(Inputs, Inputs, 1).Values,
            dx
        );

    /// <inheritdoc/>
    public override void Commit(in Pass<T> pass)
    {
        int n = pass.X.Columns;
        if (n > 1)
        {
            Blend(Mean.Values, MeanOf(in pass), T.One);
            Blend(Variance.Values, VarianceOf(in pass), T.CreateTruncating(n) / T.CreateTruncating(n - 1));
        }
    }

    /// <summary>r ← (1 − m)·r + m·factor·b.</summary>
    private void Blend(Span<T> running, ReadOnlySpan<T> batch, T factor)
    {
        T weight = T.CreateTruncating(momentum);
        for (int i = 0; i < running.Length; i++)
        {
            running[i] = (T.One - weight) * running[i] + weight * (factor * batch[i]);
        }
    }

    private UnitStatistics<T> OfBatch(in Pass<T> pass) =>
        new(MeanOf(in pass), VarianceOf(in pass), epsilon, Scale.Values);

    private Span<T> MeanOf(in Pass<T> pass) => pass.BatchMemory.Part(0, Inputs, 1).Values;

    private Span<T> VarianceOf(in Pass<T> pass) => pass.BatchMemory.Part(Inputs, Inputs, 1).Values;
}
