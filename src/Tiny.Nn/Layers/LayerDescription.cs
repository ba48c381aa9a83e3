using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>
/// A layer as a description: its kind and its settings, before it has parameters. Tables, model files and the layer itself are made of it.
/// To add a kind, write a description and a layer, and list the kind in Networks/LayerKinds.cs.
/// </summary>
public abstract record LayerDescription
{
    /// <summary>The name of the kind in tables and model files, such as <c>dense</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Its settings in the order in which they are shown and saved, the most important one first.</summary>
    public abstract IReadOnlyList<LayerSetting> Settings { get; }

    /// <summary>
    /// True for a layer whose output i stands for the same unit as its input i, as dropout and normalization have it:
    /// the activation behind it belongs to the layer before it.
    /// </summary>
    public abstract bool KeepsUnits { get; }

    /// <summary>Its kind and its settings, such as <c>dense, units 16</c>.</summary>
    public sealed override string ToString() =>
        string.Join(", ", Settings.Select(setting => $"{setting}").Prepend(Kind));

    /// <summary>How many outputs, parameters and state values the layer has.</summary>
    /// <param name="inputs">The number of inputs per sample.</param>
    public abstract LayerSize Size(int inputs);

    /// <summary>Creates the layer on parameters and state that are stored elsewhere. Their values are left as they are.</summary>
    /// <param name="inputs">The number of inputs per sample.</param>
    /// <param name="numbers">Where its parameters and state are stored, as many as <see cref="Size"/> says.</param>
    public abstract Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Sets parameters and state, all 0 before, to the values that training starts from.</summary>
    /// <param name="inputs">The number of inputs per sample.</param>
    /// <param name="numbers">Where its parameters and state are stored.</param>
    /// <param name="following">The activation that its outputs go through; identity for none.</param>
    /// <param name="generator">The source of random numbers.</param>
    public abstract void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
