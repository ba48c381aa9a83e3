using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// x → (W₂·cos(2πw₁x + b₁) + b₂, x) for each of some inputs, usually those that are amounts; the other inputs pass through. What an
/// input becomes stands in its place.
/// </summary>
/// <param name="Chosen">Which inputs.</param>
/// <param name="Frequencies">How many cosines each of them has.</param>
/// <param name="Width">How many outputs each of them has, itself included; at least 2.</param>
/// <param name="Deviation">σ: w₁ starts as N(0, σ²), so a large one bends much; above 0.</param>
public sealed record PeriodicEmbeddingDescription(
    InputRanges Chosen,
    int Frequencies = 16,
    int Width = 4,
    double Deviation = 0.1
) : LayerDescription
{
    internal const string Name = "periodic";
    private const string FrequenciesName = "frequencies";
    private const string WidthName = "width";
    private const string DeviationName = "deviation";

    /// <summary>Which inputs.</summary>
    public InputRanges Chosen { get; init; } = Chosen ?? throw new ArgumentNullException(nameof(Chosen));

    /// <summary>How many cosines each of them has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Frequencies
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Frequencies);

    /// <summary>How many outputs each of them has, itself included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Width
    {
        get;
        init => field = AtLeastTwo(value);
    } = AtLeastTwo(Width);

    /// <summary>σ: w₁ starts as N(0, σ²).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Deviation
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Deviation);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings =>
        [
            new("inputs", $"{Chosen}"),
            new(FrequenciesName, Frequencies),
            new(WidthName, Width),
            new(DeviationName, Deviation),
        ];

    /// <inheritdoc/>
    public override bool KeepsUnits => false;

    internal static PeriodicEmbeddingDescription Read(LayerSettings settings) =>
        new(
            InputRanges.Parse(settings.Text(Name)),
            settings.Count(FrequenciesName),
            settings.Count(WidthName),
            settings.Number(DeviationName)
        );

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not as many inputs as the chosen ones need, or more outputs than one array holds.</exception>
    public override LayerSize Size(int inputs)
    {
        if (Chosen.Last >= inputs)
        {
            throw new ArgumentException($"The layer embeds the inputs {Chosen}, from 0 on, and there are {inputs}.");
        }
        Int128 mixed = Width - 1;
        Int128 outputs = inputs + Chosen.Count * mixed;
        Int128 parameters = Chosen.Count * (2 * (Int128)Frequencies + mixed * (Frequencies + (Int128)1));
        return outputs <= Array.MaxLength
            ? new LayerSize((int)outputs, (long)Int128.Min(parameters, long.MaxValue))
            : throw new ArgumentException($"The layer has {outputs} outputs, too many for one array.");
    }

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new PeriodicEmbedding<T>(inputs, [.. Chosen.Indices], Frequencies, Width, numbers.Parameters);

    /// <summary>w₁ ~ N(0, σ²), b₁ ~ U(−π, π); W₂, b₂ ~ U(±1/√frequencies).</summary>
    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        PeriodicNumbers<T> start = PeriodicNumbers<T>.Of(Frequencies, (int)Chosen.Count, Width - 1, numbers.Parameters);
        double bound = 1 / Math.Sqrt(Frequencies);
        Fill(start.Frequency, () => Deviation * generator.NextNormal());
        Fill(start.Phase, () => Math.PI * Symmetric(generator));
        Fill(start.Mixture, () => bound * Symmetric(generator));
        Fill(start.Offset, () => bound * Symmetric(generator));
    }

    private static void Fill<T>(Matrix<T> block, Func<double> draw)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T number in block.Values)
        {
            number = T.CreateTruncating(draw());
        }
    }

    /// <summary>U(−1, 1).</summary>
    private static double Symmetric(Generator generator) => 2 * generator.NextUniform() - 1;

    private static int AtLeastTwo(int width) =>
        width >= 2
            ? width
            : throw new ArgumentOutOfRangeException(nameof(width), width, "An embedded input has at least 2 outputs.");
}
