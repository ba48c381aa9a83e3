using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Keeps a copy of a network's parameters from the epoch with the lowest monitored loss, the first of equals.</summary>
internal sealed class BestParameters<T>(Matrix<T> parameters)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Matrix<T> copy = new(parameters.Rows, parameters.Columns);
    private double lowest = double.PositiveInfinity;

    /// <summary>Copies the parameters as they are now if the loss is lower than ever.</summary>
    internal void Offer(double loss)
    {
        if (loss < lowest)
        {
            lowest = loss;
            parameters.CopyTo(copy);
        }
    }

    /// <summary>Puts the best parameters back, if there were any.</summary>
    internal void Restore()
    {
        if (!double.IsPositiveInfinity(lowest))
        {
            copy.CopyTo(parameters);
        }
    }
}
