using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers;

/// <summary>
/// y = x + α ∘ (σ(x) − x), an activation σ that each unit may bend more or less: the identity at α = 0, σ at α = 1
/// dx = dy + α ∘ (σ′(x) ∘ dy − dy), dα = Σ dy ∘ (σ(x) − x) over the samples
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024, section 3.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ParametricActivation<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A generic virtual method is looked up at every call; these were looked up once.
    private readonly Action<Matrix<T>, Matrix<T>> forward;
    private readonly Action<Matrix<T>, Matrix<T>, Matrix<T>, Matrix<T>> backward;

    /// <summary>A layer whose α is a view of a vector of parameters.</summary>
    /// <param name="units">Inputs, and outputs.</param>
    /// <param name="activation">σ, a function of each number alone.</param>
    /// <param name="parameters">α: units × 1.</param>
    public ParametricActivation(int units, Activation activation, Matrix<T> parameters)
    {
        Activation = activation;
        forward = activation.Forward;
        backward = activation.Backward;
        Slope = parameters.Part(0, units, 1);
        Blocks = [new ParameterBlock("slope", ParameterRole.Slope, 0, units, 1)];
    }

    /// <summary>σ.</summary>
    public Activation Activation { get; }

    /// <summary>α, units × 1.</summary>
    public Matrix<T> Slope { get; }

    /// <inheritdoc/>
    public override int Inputs => Slope.Rows;

    /// <inheritdoc/>
    public override int Outputs => Slope.Rows;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>σ(x).</summary>
    public override int MemoryPerSample => Slope.Rows;

    /// <inheritdoc/>
    public override int MemoryPerBatch => 0;

    /// <inheritdoc/>
    public override Layer<T> Frozen => this;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Predict(Matrix<T> x, Matrix<T> y)
    {
        forward(x, y);
        PerRow.Map(default(Between), x.Values, y.Values, Slope.Values, y.Values);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator)
    {
        forward(pass.X, pass.Memory);
        PerRow.Map(default(Between), pass.X.Values, pass.Memory.Values, Slope.Values, pass.Y.Values);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        RowSums.Sum(default(Bend), dy.Values, pass.Memory.Values, pass.X.Values, gradient.Values);
        if (!dx.IsEmpty)
        {
            backward(pass.X, pass.Memory, dy, dx);
            PerRow.Map(default(Between), dy.Values, dx.Values, Slope.Values, dx.Values);
        }
    }

    /// <summary>x + α·(σ − x): on the way from x to σ, and back on the way from dy to σ′·dy.</summary>
    private readonly struct Between : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V sigma, V alpha)
            where V : struct, ILanes<V> => V.MultiplyAdd(alpha, sigma - x, x);
    }

    /// <summary>dy·(σ − x).</summary>
    private readonly struct Bend : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V dy, V sigma, V x)
            where V : struct, ILanes<V> => dy * (sigma - x);
    }
}
