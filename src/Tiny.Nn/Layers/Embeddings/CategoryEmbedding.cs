using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// x → E·x for each of some blocks of inputs, by a table E of its own, width × levels; the other inputs pass through. Where a block is a category as
/// one 0/1 input for each level, E·x is the column of the level, and 0 where there is none. What a block becomes stands in its place.
/// dE = Σ dy·xᵀ, dx = Eᵀ·dy
/// Guo, Berkhahn, "Entity Embeddings of Categorical Variables", 2016.
/// </summary>
/// <remarks>Inputs that are 0 are passed over, so that a level costs as much as its own column.</remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class CategoryEmbedding<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int width;

    /// <summary>Of each block its first input and output, its first column of the table, and how many levels it has.</summary>
    private readonly (int Input, int Output, int Column, int Levels)[] categories;

    /// <summary>Of each run of inputs that pass through the first input and output, and how many there are.</summary>
    private readonly (int Input, int Output, int Count)[] passing;

    /// <summary>A layer whose tables are a view of a vector.</summary>
    /// <param name="inputs">How many numbers go in per sample.</param>
    /// <param name="blocks">The first and the last input of each block, in ascending order.</param>
    /// <param name="width">How many outputs each block has.</param>
    /// <param name="parameters">E of one block after the other: width·levels × 1.</param>
    public CategoryEmbedding(int inputs, IReadOnlyList<(int First, int Last)> blocks, int width, Matrix<T> parameters)
    {
        this.width = width;
        categories = new (int, int, int, int)[blocks.Count];
        passing = new (int, int, int)[blocks.Count + 1];
        int next = 0;
        int output = 0;
        int column = 0;
        for (int i = 0; i < categories.Length; i++)
        {
            (int first, int last) = blocks[i];
            passing[i] = (next, output, first - next);
            output += first - next;
            categories[i] = (first, output, column, last - first + 1);
            (next, output, column) = (last + 1, output + width, column + last - first + 1);
        }
        passing[^1] = (next, output, inputs - next);
        Inputs = inputs;
        Outputs = output + inputs - next;
        Table = parameters.Part(0, width, column);
        Blocks = [new ParameterBlock("table", ParameterRole.Weight, 0, width, column)];
    }

    /// <summary>E of all blocks side by side: width × levels.</summary>
    public Matrix<T> Table { get; }

    /// <inheritdoc/>
    public override int Inputs { get; }

    /// <inheritdoc/>
    public override int Outputs { get; }

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
        Require(x, y);
        y.Values.Clear();
        for (int sample = 0; sample < x.Columns; sample++)
        {
            ReadOnlySpan<T> from = x.Column(sample);
            Span<T> to = y.Column(sample);
            foreach ((int input, int output, int count) in passing)
            {
                from.Slice(input, count).CopyTo(to[output..]);
            }
            foreach ((int input, int output, int column, int levels) in categories)
            {
                for (int i = 0; i < levels; i++)
                {
                    AddScaled(from[input + i], Table.Column(column + i), to.Slice(output, width));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        Require(pass.X, dy);
        Matrix<T> dTable = gradient.Part(0, width, Table.Columns);
        dTable.Values.Clear();
        for (int sample = 0; sample < dy.Columns; sample++)
        {
            ReadOnlySpan<T> x = pass.X.Column(sample);
            ReadOnlySpan<T> slopes = dy.Column(sample);
            foreach ((int input, int output, int column, int levels) in categories)
            {
                for (int i = 0; i < levels; i++)
                {
                    AddScaled(x[input + i], slopes.Slice(output, width), dTable.Column(column + i));
                }
            }
        }
        if (!dx.IsEmpty)
        {
            BackwardToInputs(dy, dx);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardToInputs(Matrix<T> dy, Matrix<T> dx)
    {
        Require(dx, dy);
        for (int sample = 0; sample < dy.Columns; sample++)
        {
            ReadOnlySpan<T> slopes = dy.Column(sample);
            Span<T> to = dx.Column(sample);
            foreach ((int input, int output, int count) in passing)
            {
                slopes.Slice(output, count).CopyTo(to[input..]);
            }
            foreach ((int input, int output, int column, int levels) in categories)
            {
                for (int i = 0; i < levels; i++)
                {
                    to[input + i] = Dot(Table.Column(column + i), slopes.Slice(output, width));
                }
            }
        }
    }

    /// <summary>sum ← sum + factor·vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled(T factor, ReadOnlySpan<T> vector, Span<T> sum)
    {
        if (factor == T.Zero)
        {
            return;
        }
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += factor * vector[i];
        }
    }

    private static T Dot(ReadOnlySpan<T> one, ReadOnlySpan<T> other)
    {
        T sum = T.Zero;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private void Require(Matrix<T> x, Matrix<T> y)
    {
        Sizes.Same(x.Rows, "rows of x", Inputs, "inputs");
        Sizes.Same(y.Rows, "rows of y", Outputs, "outputs");
        Sizes.Same(x.Columns, "samples x", y.Columns, "samples y");
    }
}
