using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>
/// y = γ ∘ x̂ + β with x̂ = (x − μ)/√(σ² + ε), sample by sample; μ and σ² are mean and variance over the units of the sample
/// dβ = Σdy, dγ = Σdy ∘ x̂ over the samples; dx = (g − mean(g) − x̂·mean(g ∘ x̂))/√(σ² + ε) with g = γ ∘ dy
/// Ba, Kiros, Hinton, "Layer Normalization", 2016. Training and prediction are the same.
/// </summary>
/// <remarks>Weight penalties apply to neither γ nor β.</remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class LayerNormalization<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double epsilon;

    /// <summary>A layer whose γ and β are views of a vector of parameters.</summary>
    /// <param name="units">Inputs, and outputs.</param>
    /// <param name="epsilon">ε, which keeps a sample of equal units from being divided by 0; above 0.</param>
    /// <param name="parameters">γ, then β: 2·units × 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε lies outside its range.</exception>
    public LayerNormalization(int units, double epsilon, Matrix<T> parameters)
    {
        this.epsilon = Within.Positive(epsilon);
        Scale = parameters.Part(0, units, 1);
        Shift = parameters.Part(units, units, 1);
        Blocks =
        [
            new ParameterBlock("scale", ParameterRole.Scale, 0, units, 1),
            new ParameterBlock("shift", ParameterRole.Bias, units, units, 1),
        ];
    }

    /// <summary>γ, units × 1.</summary>
    public Matrix<T> Scale { get; }

    /// <summary>β, units × 1.</summary>
    public Matrix<T> Shift { get; }

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
        for (int sample = 0; sample < x.Columns; sample++)
        {
            ReadOnlySpan<T> column = x.Column(sample);
            Elementwise.Map(new Value(Measure(column)), column, Scale.Values, Shift.Values, y.Column(sample));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        Span<T> dGamma = gradient.Part(0, Inputs, 1).Values;
        dGamma.Clear();
        Sums.Columns(dy, gradient.Part(Inputs, Inputs, 1).Values);
        T units = T.CreateTruncating(Inputs);
        for (int sample = 0; sample < dy.Columns; sample++)
        {
            ReadOnlySpan<T> x = pass.X.Column(sample);
            Span<T> g = dy.Column(sample);
            Normalized normalized = Measure(x);
            Elementwise.Map(new AddProduct(normalized), x, g, dGamma, dGamma);
            if (!dx.IsEmpty)
            {
                Elementwise.Map(default(Times), Scale.Values, g, g);
                T mean = Sums.Sum<T>(g) / units;
                T product = Sums.Sum(new Product(normalized), x, g) / units;
                Elementwise.Map(new Derivative(normalized, Constant(mean), Constant(product)), x, g, dx.Column(sample));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Normalized Measure(ReadOnlySpan<T> x)
    {
        T units = T.CreateTruncating(x.Length);
        T mean = Sums.Sum(x) / units;
        T variance = Sums.Sum(new SquaredDeviation(Constant(mean)), x, x) / units;
        return new Normalized(Constant(mean), Constant(T.One / T.Sqrt(variance + T.CreateTruncating(epsilon))));
    }

    private static Scalar Constant(T number) => double.CreateTruncating(number);

    /// <summary>x̂ = (x − μ)·1/√(σ² + ε).</summary>
    internal readonly struct Normalized(Scalar mean, Scalar inverse)
    {
        internal Scalar Inverse => inverse;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal V Of<V>(V x)
            where V : struct, ILanes<V> => (x - V.Constant(mean)) * V.Constant(inverse);
    }

    internal readonly struct SquaredDeviation(Scalar mean) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => (x - V.Constant(mean)) * (y - V.Constant(mean));
    }

    /// <summary>γ·x̂ + β.</summary>
    internal readonly struct Value(Normalized normalized) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V gamma, V beta)
            where V : struct, ILanes<V> => gamma * normalized.Of(x) + beta;
    }

    /// <summary>dγ + dy·x̂.</summary>
    internal readonly struct AddProduct(Normalized normalized) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V dy, V dGamma)
            where V : struct, ILanes<V> => dGamma + dy * normalized.Of(x);
    }

    internal readonly struct Times : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V gamma, V dy)
            where V : struct, ILanes<V> => gamma * dy;
    }

    internal readonly struct Product(Normalized normalized) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V g)
            where V : struct, ILanes<V> => g * normalized.Of(x);
    }

    /// <summary>(g − mean(g) − x̂·mean(g ∘ x̂))/√(σ² + ε).</summary>
    internal readonly struct Derivative(Normalized normalized, Scalar mean, Scalar product) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V g)
            where V : struct, ILanes<V> =>
            (g - V.Constant(mean) - normalized.Of(x) * V.Constant(product)) * V.Constant(normalized.Inverse);
    }
}
