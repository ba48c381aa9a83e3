using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Keeps a copy of a network's parameters and state from the epoch with the lowest monitored loss, the first of equals.</summary>
internal sealed class BestParameters<T>(SequentialNetwork<T> network) : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Matrix<T> parameters = new(network.Parameters.Rows, 1);
    private readonly Matrix<T> state = new(network.State.Rows, 1);
    private double lowest = double.PositiveInfinity;
    private bool isKept;

    /// <summary>Copies parameters and state as they are now if the loss is lower than ever.</summary>
    internal void Offer(double loss)
    {
        if (loss < lowest)
        {
            lowest = loss;
            Keep();
        }
    }

    /// <summary>Copies parameters and state as they are now.</summary>
    internal void Keep()
    {
        isKept = true;
        network.Parameters.CopyTo(parameters);
        network.State.CopyTo(state);
    }

    /// <summary>Puts the best parameters and their state back, if there were any.</summary>
    internal void PutBack()
    {
        if (isKept)
        {
            parameters.CopyTo(network.Parameters);
            state.CopyTo(network.State);
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(isKept);
        writer.Write(lowest);
        writer.WriteAll<T>(parameters.Values);
        writer.WriteAll<T>(state.Values);
    }

    public void Restore(BinaryReader reader)
    {
        isKept = reader.ReadBoolean();
        lowest = reader.ReadDouble();
        reader.ReadAll(parameters.Values);
        reader.ReadAll(state.Values);
    }
}
