using System.Numerics;
using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Networks;

/// <summary>The numbers of a network in the state of a training: its parameters, and what its layers remember.</summary>
internal static class NetworkState
{
    internal static void Save<T>(this SequentialNetwork<T> network, BinaryWriter writer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        writer.WriteAll<T>(network.Parameters.Values);
        writer.WriteAll<T>(network.State.Values);
    }

    /// <exception cref="InvalidDataException">Another network was saved.</exception>
    internal static void Restore<T>(this SequentialNetwork<T> network, BinaryReader reader)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        reader.ReadAll(network.Parameters.Values);
        reader.ReadAll(network.State.Values);
    }
}
