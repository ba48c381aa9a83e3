using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>Makes networks of architectures: <c>architecture.Build&lt;float&gt;(new Generator(seed: 1))</c>.</summary>
public static class NetworkConstruction
{
    /// <summary>A network of this architecture with fresh parameters.</summary>
    /// <param name="architecture">What the network is made of.</param>
    /// <param name="generator">Where the initial weights come from.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="InvalidOperationException">It has no layers, or more parameters than fit into one array.</exception>
    public static SequentialNetwork<T> Build<T>(this Architecture architecture, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SequentialNetwork<T> network = architecture.BuildUninitialized<T>();
        for (int i = 0; i < network.Layers.Count; i++)
        {
            architecture
                .Layers[i]
                .Start(network.Layers[i].Inputs, network.NumbersOf(i), architecture.ActivationAfter(i), generator);
        }
        return network;
    }

    /// <summary>A network of this architecture whose parameters are all 0, to be filled with known ones.</summary>
    /// <param name="architecture">What the network is made of.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="InvalidOperationException">It has no layers, or more parameters than fit into one array.</exception>
    public static SequentialNetwork<T> BuildUninitialized<T>(this Architecture architecture)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (architecture.Layers.IsEmpty)
        {
            throw new InvalidOperationException("An architecture needs at least one layer.");
        }
        long most = Math.Max(architecture.ParameterCount, architecture.StateCount);
        if (most > Array.MaxLength)
        {
            throw new InvalidOperationException($"{most} parameters do not fit into one array.");
        }
        return new SequentialNetwork<T>(architecture);
    }
}
