using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Layers;

/// <summary>
/// y = W·x/√n + b, n being the number of inputs: the weights stay about 1 in size whatever n is, and one learning rate suits all layers
/// dx = Wᵀ·dy/√n, dW = dy·xᵀ/√n, db = Σ dy over the samples
/// Jacot, Gabriel, Hongler, "Neural Tangent Kernel: Convergence and Generalization in Neural Networks", 2018, section 2.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class NtkDense<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Scalar factor;

    /// <summary>A dense layer whose W and b are views of a vector of parameters.</summary>
    /// <param name="inputs">Columns of W.</param>
    /// <param name="outputs">Rows of W.</param>
    /// <param name="parameters">W, then b: (outputs·inputs + outputs) × 1.</param>
    public NtkDense(int inputs, int outputs, Matrix<T> parameters)
    {
        factor = 1 / Math.Sqrt(inputs);
        W = parameters.Part(0, outputs, inputs);
        B = parameters.Part(W.Rows * W.Columns, outputs, 1);
        Blocks =
        [
            new("weight", ParameterRole.Weight, 0, outputs, inputs),
            new("bias", ParameterRole.Bias, outputs * inputs, outputs, 1),
        ];
    }

    /// <summary>Weights, outputs × inputs; they act divided by √inputs.</summary>
    public Matrix<T> W { get; }

    /// <summary>Biases, outputs × 1.</summary>
    public Matrix<T> B { get; }

    /// <inheritdoc/>
    public override int Inputs => W.Columns;

    /// <inheritdoc/>
    public override int Outputs => W.Rows;

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
        Product.Multiply(W, x, y);
        PerRow.Map(new TimesPlus(factor), y.Values, y.Values, B.Values, y.Values);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        Matrix<T> dW = gradient.Part(0, W.Rows, W.Columns);
        Matrix<T> db = gradient.Part(W.Rows * W.Columns, W.Rows, 1);
        Product.Multiply(dy, pass.X.Transposed, dW);
        Elementwise.Map(new Times(factor), dW.Values, dW.Values);
        Sums.Columns(dy, db.Values);
        if (!dx.IsEmpty)
        {
            Product.Multiply(W.Transposed, dy, dx);
            Elementwise.Map(new Times(factor), dx.Values, dx.Values);
        }
    }

    /// <summary>y/√n + b.</summary>
    private readonly struct TimesPlus(Scalar factor) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V y, V same, V b)
            where V : struct, ILanes<V> => V.MultiplyAdd(y, V.Constant(factor), b);
    }

    /// <summary>g/√n.</summary>
    private readonly struct Times(Scalar factor) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V g)
            where V : struct, ILanes<V> => g * V.Constant(factor);
    }
}
