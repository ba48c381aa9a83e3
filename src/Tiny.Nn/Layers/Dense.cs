using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Layers;

/// <summary>
/// y = W·x + b
/// dx = Wᵀ·dy, dW = dy·xᵀ, db = Σ dy over the samples
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Dense<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A dense layer whose W and b are views of a vector of parameters.</summary>
    /// <param name="inputs">Columns of W.</param>
    /// <param name="outputs">Rows of W.</param>
    /// <param name="parameters">W, then b: (outputs·inputs + outputs) × 1.</param>
    public Dense(int inputs, int outputs, Matrix<T> parameters)
    {
        Blocks = DenseBlocks(inputs, outputs);
        W = parameters.Part(0, outputs, inputs);
        B = parameters.Part(W.Rows * W.Columns, outputs, 1);
    }

    /// <summary>Weights, outputs × inputs.</summary>
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
    public override void Predict(Matrix<T> x, Matrix<T> y) => Product.MultiplyAdd(W, x, B.Values, y);

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
        Sums.Columns(dy, db.Values);
        if (!dx.IsEmpty)
        {
            Product.Multiply(W.Transposed, dy, dx);
        }
    }

    private static ParameterBlock[] DenseBlocks(int inputs, int outputs) =>
        [
            new("weight", ParameterRole.Weight, 0, outputs, inputs),
            new("bias", ParameterRole.Bias, outputs * inputs, outputs, 1),
        ];
}
