using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>
/// Batch normalization in inference mode: y = γ·x̂ + β with x̂ = (x − μᵣ)/√(σᵣ² + ε), where the running statistics μᵣ and σᵣ² stand still
/// dβ = Σdy, dγ = Σdy·x̂, dx = γ/√(σᵣ² + ε)·dy
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class FrozenBatchNormalization<T>(double epsilon, NormalizationNumbers<T> numbers) : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Inputs => numbers.Units;

    public override int Outputs => numbers.Units;

    public override IReadOnlyList<ParameterBlock> Blocks => numbers.Blocks;

    public override int MemoryPerSample => 0;

    public override int MemoryPerBatch => 0;

    public override Layer<T> Frozen => this;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Predict(Matrix<T> x, Matrix<T> y) =>
        UnitNormalization.Normalize(x, numbers.Running(epsilon), numbers.Shift.Values, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient) =>
        UnitNormalization.Differentiate(
            default(OfFixedStatistics),
            pass.X,
            numbers.Running(epsilon),
            dy,
            gradient.Part(0, Inputs, 1).Values,
            gradient.Part(Inputs, Inputs, 1).Values,
            dx
        );
}
