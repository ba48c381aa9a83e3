using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// x → E·x for each of some blocks of inputs, usually categories with one 0/1 input for each of many levels; the other inputs pass through. What a
/// block becomes stands in its place.
/// </summary>
/// <param name="Chosen">Which inputs: each range is a block.</param>
/// <param name="Width">How many outputs each block has.</param>
public sealed record CategoryEmbeddingDescription(InputRanges Chosen, int Width = 8) : LayerDescription
{
    internal const string Name = "category";
    private const string WidthName = "width";

    /// <summary>Which inputs: each range is a block.</summary>
    public InputRanges Chosen { get; init; } = Chosen ?? throw new ArgumentNullException(nameof(Chosen));

    /// <summary>How many outputs each block has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Width
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Width);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings => [new("inputs", $"{Chosen}"), new(WidthName, Width)];

    /// <inheritdoc/>
    public override bool KeepsUnits => false;

    internal static CategoryEmbeddingDescription Read(LayerSettings settings) =>
        new(InputRanges.Parse(settings.Text(Name)), settings.Count(WidthName));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not as many inputs as the chosen ones need, or more outputs than one array holds.</exception>
    public override LayerSize Size(int inputs)
    {
        if (Chosen.Last >= inputs)
        {
            throw new ArgumentException($"The layer embeds the inputs {Chosen}, from 0 on, and there are {inputs}.");
        }
        Int128 outputs = inputs - Chosen.Count + Chosen.Ranges.Count * (Int128)Width;
        Int128 parameters = Chosen.Count * (Int128)Width;
        return outputs <= Array.MaxLength
            ? new LayerSize((int)outputs, (long)Int128.Min(parameters, long.MaxValue))
            : throw new ArgumentException($"The layer has {outputs} outputs, too many for one array.");
    }

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new CategoryEmbedding<T>(inputs, Chosen.Ranges, Width, numbers.Parameters);

    /// <summary>E ~ N(0, 1).</summary>
    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        foreach (ref T number in numbers.Parameters.Values)
        {
            number = T.CreateTruncating(generator.NextNormal());
        }
    }
}
