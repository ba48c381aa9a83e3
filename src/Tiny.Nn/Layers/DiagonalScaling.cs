using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers;

/// <summary>
/// y = s ∘ x, a factor for each unit: before the first dense layer it learns which inputs count
/// dx = s ∘ dy, ds = Σ dy ∘ x over the samples
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024, section 3.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class DiagonalScaling<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A layer whose s is a view of a vector of parameters.</summary>
    /// <param name="units">Inputs, and outputs.</param>
    /// <param name="parameters">s: units × 1.</param>
    public DiagonalScaling(int units, Matrix<T> parameters)
    {
        Scale = parameters.Part(0, units, 1);
        Blocks = [new ParameterBlock("scale", ParameterRole.Scale, 0, units, 1)];
    }

    /// <summary>s, units × 1.</summary>
    public Matrix<T> Scale { get; }

    /// <inheritdoc/>
    public override int Inputs => Scale.Rows;

    /// <inheritdoc/>
    public override int Outputs => Scale.Rows;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <inheritdoc/>
    public override int MemoryPerSample => 0;

    /// <inheritdoc/>
    public override int MemoryPerBatch => 0;

    /// <inheritdoc/>
    public override Layer<T> Frozen => this;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Predict(Matrix<T> x, Matrix<T> y)
    {
        Shape.Same(x, y);
        PerRow.Map(default(Times), x.Values, x.Values, Scale.Values, y.Values);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        RowSums.Sum(default(Product), dy.Values, pass.X.Values, pass.X.Values, gradient.Values);
        if (!dx.IsEmpty)
        {
            PerRow.Map(default(Times), dy.Values, dy.Values, Scale.Values, dx.Values);
        }
    }

    /// <summary>x·s.</summary>
    private readonly struct Times : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V same, V s)
            where V : struct, ILanes<V> => x * s;
    }

    /// <summary>dy·x.</summary>
    private readonly struct Product : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V dy, V x, V same)
            where V : struct, ILanes<V> => dy * x;
    }
}
