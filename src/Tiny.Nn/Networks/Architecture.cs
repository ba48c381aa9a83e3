using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>A network as a description: how many inputs, and which layers. Building it gives it numbers.</summary>
/// <example>
/// <code>
/// Architecture architecture = Architecture.WithInputs(4).Dense(16, Activation.Relu).Dense(3, Activation.Softmax);
/// SequentialNetwork&lt;float&gt; network = architecture.Build&lt;float&gt;(new Generator(seed: 1));
/// </code>
/// </example>
public sealed record Architecture
{
    private Architecture(int inputs, ImmutableArray<LayerDescription> layers)
    {
        Inputs = inputs;
        Layers = layers;
    }

    /// <summary>How many numbers go in per sample.</summary>
    public int Inputs { get; }

    /// <summary>The layers, first to last.</summary>
    public ImmutableArray<LayerDescription> Layers { get; }

    /// <summary>How many numbers come out per sample.</summary>
    public int Outputs => Layers.Aggregate(Inputs, (inputs, layer) => layer.Size(inputs).Outputs);

    /// <summary>How many parameters there are in all; <see cref="long.MaxValue"/> where they are too many to count.</summary>
    public long ParameterCount => Count(size => size.Parameters);

    /// <summary>How many state values there are in all, such as running means; <see cref="long.MaxValue"/> where they are too many to count.</summary>
    public long StateCount => Count(size => size.State);

    /// <summary>The activation that the network ends with; identity where there is none.</summary>
    public Activation OutputActivation =>
        Layers is [.., ActivationDescription last] ? last.Activation : Activations.Activation.Identity;

    /// <summary>A network without layers yet.</summary>
    /// <param name="inputs">How many numbers go in per sample, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no input.</exception>
    public static Architecture WithInputs(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        return new Architecture(inputs, []);
    }

    /// <summary>This architecture and one more layer.</summary>
    public Architecture Add(LayerDescription layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return new Architecture(Inputs, Layers.Add(layer));
    }

    /// <summary>This architecture and more layers, in one go.</summary>
    internal Architecture AddRange(IEnumerable<LayerDescription> layers) => new(Inputs, Layers.AddRange(layers));

    /// <summary>Adds a dense layer and, after it, an activation.</summary>
    /// <param name="units">How many outputs, at least one.</param>
    /// <param name="activation">What the sums go through.</param>
    /// <param name="initializer">How the weights start; null for what suits the activation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no unit.</exception>
    public Architecture Dense(int units, Activation activation, Initializer? initializer = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        ArgumentNullException.ThrowIfNull(activation);
        return Add(new DenseDescription(units, initializer)).Add(new ActivationDescription(activation));
    }

    /// <summary>Adds a dense layer alone, for a normalization to follow before the activation.</summary>
    /// <param name="units">How many outputs, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no unit.</exception>
    public Architecture Dense(int units) => Add(new DenseDescription(units));

    /// <summary>Adds an activation.</summary>
    /// <param name="activation">The function.</param>
    public Architecture Activation(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return Add(new ActivationDescription(activation));
    }

    /// <summary>Adds a batch normalization: usually between a dense layer and its activation.</summary>
    /// <param name="epsilon">What is added to a variance before it divides; above 0.</param>
    /// <param name="momentum">The weight of a batch in the running statistics, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public Architecture BatchNormalization(double epsilon = 1e-5, double momentum = 0.1) =>
        Add(new BatchNormalizationDescription(epsilon, momentum));

    /// <summary>Adds a layer normalization: usually between a dense layer and its activation.</summary>
    /// <param name="epsilon">What is added to a variance before it divides; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public Architecture LayerNormalization(double epsilon = 1e-5) => Add(new LayerNormalizationDescription(epsilon));

    /// <summary>Adds a dropout layer.</summary>
    /// <param name="rate">The share of units that a training step leaves out, in [0, 1).</param>
    public Architecture Dropout(double rate) => Add(new DropoutDescription(rate));

    /// <summary>The layers, each with its size.</summary>
    internal IEnumerable<(LayerDescription Layer, LayerSize Size)> Sizes()
    {
        int inputs = Inputs;
        foreach (LayerDescription layer in Layers)
        {
            LayerSize size = layer.Size(inputs);
            yield return (layer, size);
            inputs = size.Outputs;
        }
    }

    /// <summary>Each layer's part of the parameters and of the state.</summary>
    /// <param name="parameters">θ: <see cref="ParameterCount"/> × 1.</param>
    /// <param name="state"><see cref="StateCount"/> × 1.</param>
    internal IEnumerable<LayerNumbers<T>> Share<T>(Matrix<T> parameters, Matrix<T> state)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int parameter, int value) = (0, 0);
        foreach ((_, LayerSize size) in Sizes())
        {
            yield return new LayerNumbers<T>(
                parameters.Part(parameter, (int)size.Parameters, 1),
                state.Part(value, (int)size.State, 1)
            );
            parameter += (int)size.Parameters;
            value += (int)size.State;
        }
    }

    /// <summary>The index of the activation that the units of a layer go through, perhaps after a normalization; null for none.</summary>
    /// <param name="layer">The index of the layer.</param>
    public int? IndexOfActivationAfter(int layer)
    {
        for (int i = layer + 1; i < Layers.Length && Layers[i].KeepsUnits; i++)
        {
            if (ActivationOf(Layers[i]) is not null)
            {
                return i;
            }
        }
        return null;
    }

    /// <summary>This architecture up to and without its last layer.</summary>
    internal Architecture WithoutLastLayer() => new(Inputs, Layers.RemoveAt(Layers.Length - 1));

    /// <inheritdoc/>
    public bool Equals(Architecture? other) =>
        other is not null && Inputs == other.Inputs && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inputs, Layers.Length, ParameterCount);

    /// <summary>The sizes, such as <c>4-16-3</c>.</summary>
    public override string ToString() =>
        string.Join(
            '-',
            Sizes().Where(layer => !layer.Layer.KeepsUnits).Select(layer => layer.Size.Outputs).Prepend(Inputs)
        );

    /// <summary>The activation that the units of a layer go through, perhaps after a normalization; identity for none.</summary>
    /// <param name="layer">The index of the layer.</param>
    internal Activation ActivationAfter(int layer) =>
        IndexOfActivationAfter(layer) is { } index ? ActivationOf(Layers[index])! : Activations.Activation.Identity;

    /// <summary>The activation that a layer is, perhaps with parameters; null for another layer.</summary>
    private static Activation? ActivationOf(LayerDescription layer) =>
        layer switch
        {
            ActivationDescription plain => plain.Activation,
            ParametricActivationDescription parametric => parametric.Activation,
            _ => null,
        };

    private long Count(Func<LayerSize, long> numbers)
    {
        long count = 0;
        foreach ((_, LayerSize size) in Sizes())
        {
            long more = numbers(size);
            count = more <= long.MaxValue - count ? count + more : long.MaxValue;
        }
        return count;
    }
}
