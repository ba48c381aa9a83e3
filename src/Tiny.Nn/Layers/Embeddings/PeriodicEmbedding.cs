using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// x → (W₂·cos(2πw₁x + b₁) + b₂, x) for each of some inputs, by parameters of its own; the other inputs pass through. What an input
/// becomes stands in its place: the outputs have the order of the inputs.
/// With φ = 2πw₁x + b₁, dy = (du, dv) and t = −sin φ ∘ W₂ᵀ·du: dW₂ = Σ du·cos φᵀ, db₂ = Σ du, db₁ = Σ t, dw₁ = 2π·Σ x·t, dx = dv + 2πw₁ᵀ·t
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024, the PBLD
/// embedding; after Gorishniy, Rubachev, Babenko, "On Embeddings for Numerical Features in Tabular Deep Learning", 2022.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class PeriodicEmbedding<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>As many lanes as the widest vector has.</summary>
    private const int MostLanes = 16;

    private readonly int frequencies;
    private readonly int mixed;
    private readonly PeriodicNumbers<T> numbers;

    /// <summary>Of each embedded input its index and that of its first output.</summary>
    private readonly (int Input, int Output)[] embedded;

    /// <summary>Of each other input its index and that of its output.</summary>
    private readonly (int Input, int Output)[] others;

    /// <summary>A layer whose parameters are views of a vector.</summary>
    /// <param name="inputs">How many numbers go in per sample.</param>
    /// <param name="chosen">The indices of the inputs that are embedded, in ascending order.</param>
    /// <param name="frequencies">How many cosines each of them has.</param>
    /// <param name="width">How many outputs each of them has, itself included; at least 2.</param>
    /// <param name="parameters">w₁, b₁, W₂, b₂: chosen·(2·frequencies + (width − 1)·(frequencies + 1)) × 1.</param>
    public PeriodicEmbedding(int inputs, IReadOnlyList<int> chosen, int frequencies, int width, Matrix<T> parameters)
    {
        this.frequencies = frequencies;
        mixed = width - 1;
        numbers = PeriodicNumbers<T>.Of(frequencies, chosen.Count, mixed, parameters);
        Inputs = inputs;
        Outputs = inputs + chosen.Count * mixed;
        embedded = [.. chosen.Select((input, place) => (input, input + place * mixed))];
        others = [.. Others(inputs, [.. chosen], mixed)];
        Blocks = BlocksOf(frequencies, chosen.Count, mixed);
    }

    /// <inheritdoc/>
    public override int Inputs { get; }

    /// <inheritdoc/>
    public override int Outputs { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Nothing: cosines are cheaper to compute again than to keep.</summary>
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
        if (x.Columns == 0)
        {
            return;
        }
        Span<T> cosines = Scratch<T>.Take(frequencies * MostLanes);
        for (int i = 0; i < embedded.Length; i++)
        {
            (int input, int output) = embedded[i];
            WidestLanes<T>.Run(
                new PeriodicForward<T>(
                    numbers.Input(i),
                    x.Values[input..],
                    Inputs,
                    y.Values[output..],
                    Outputs,
                    x.Columns,
                    cosines
                )
            );
        }
        foreach ((int input, int output) in others)
        {
            Copy(x.Values[input..], Inputs, y.Values[output..], Outputs, x.Columns);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        Require(pass.X, dy);
        PeriodicNumbers<T> derivatives = PeriodicNumbers<T>.Of(frequencies, embedded.Length, mixed, gradient);
        Span<T> sums = Scratch<T>.Take(Outputs);
        Sums.Columns(dy, sums);
        for (int i = 0; i < embedded.Length; i++)
        {
            sums.Slice(embedded[i].Output, mixed).CopyTo(derivatives.Offset.Column(i));
        }
        for (int i = 0; i < embedded.Length; i++)
        {
            (int input, int output) = embedded[i];
            WidestLanes<T>.Run(
                new PeriodicGradient<T>(
                    numbers.Input(i),
                    derivatives.Input(i),
                    pass.X.Values[input..],
                    Inputs,
                    dy.Values[output..],
                    Outputs,
                    dy.Columns
                )
            );
        }
        if (!dx.IsEmpty)
        {
            BackwardToInputs(pass.X, dy, dx);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardToInputs(Matrix<T> x, Matrix<T> dy, Matrix<T> dx)
    {
        Shape.Same(x, dx);
        Span<T> slopes = Scratch<T>.Take(mixed * MostLanes);
        for (int i = 0; i < embedded.Length; i++)
        {
            (int input, int output) = embedded[i];
            WidestLanes<T>.Run(
                new PeriodicInputGradient<T>(
                    numbers.Input(i),
                    x.Values[input..],
                    Inputs,
                    dy.Values[output..],
                    Outputs,
                    dy.Columns,
                    dx.Values[input..],
                    slopes
                )
            );
        }
        foreach ((int input, int output) in others)
        {
            Copy(dy.Values[output..], Outputs, dx.Values[input..], Inputs, dy.Columns);
        }
    }

    /// <summary>The inputs that are not chosen, in ascending order; each lies as many outputs further back as those before it took more.</summary>
    private static IEnumerable<(int Input, int Output)> Others(int inputs, HashSet<int> chosen, int mixed)
    {
        int output = 0;
        for (int input = 0; input < inputs; input++, output++)
        {
            if (chosen.Contains(input))
            {
                output += mixed;
            }
            else
            {
                yield return (input, output);
            }
        }
    }

    /// <summary>One number per sample, from one matrix to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ReadOnlySpan<T> from, int fromStep, Span<T> to, int toStep, int samples)
    {
        for (int sample = 0; sample < samples; sample++)
        {
            to[sample * toStep] = from[sample * fromStep];
        }
    }

    private void Require(Matrix<T> x, Matrix<T> y)
    {
        Sizes.Same(x.Rows, "rows of x", Inputs, "inputs");
        Sizes.Same(y.Rows, "rows of y", Outputs, "outputs");
        Sizes.Same(x.Columns, "samples x", y.Columns, "samples y");
    }

    private static ParameterBlock[] BlocksOf(int frequencies, int embedded, int mixed)
    {
        int each = frequencies * embedded;
        return
        [
            new("frequency", ParameterRole.Embedding, 0, frequencies, embedded),
            new("phase", ParameterRole.Embedding, each, frequencies, embedded),
            new("mixture", ParameterRole.Embedding, 2 * each, frequencies, embedded * mixed),
            new("offset", ParameterRole.Embedding, 2 * each + each * mixed, mixed, embedded),
        ];
    }
}
