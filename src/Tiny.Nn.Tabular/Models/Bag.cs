using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;

namespace Tiny.Nn.Tabular.Models;

/// <summary>
/// Networks of one kind that answer together: the mean of their probabilities, or of their numbers. Each was trained on other rows, or from
/// another start, so that their errors are not the same ones. A single network is a bag of one.
/// </summary>
/// <remarks>Breiman, "Bagging Predictors", 1996.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Bag<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A bag of networks, which it does not copy.</summary>
    /// <param name="encoding">From the cells of a table to the inputs of all networks.</param>
    /// <param name="networks">One at least, all of the same numbers of inputs and outputs.</param>
    /// <exception cref="ArgumentException">There is none, or they do not fit each other or the encoding.</exception>
    public Bag(TableEncoding encoding, IReadOnlyList<SequentialNetwork<T>> networks)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Count == 0)
        {
            throw new ArgumentException("A bag has one network at least.", nameof(networks));
        }
        foreach (SequentialNetwork<T> network in networks)
        {
            if (encoding.Outputs != network.Inputs)
            {
                throw new ArgumentException(
                    $"The encoding makes {encoding.Outputs} inputs, the network takes {network.Inputs}."
                );
            }
            if (network.Outputs != networks[0].Outputs)
            {
                throw new ArgumentException(
                    $"One network has {networks[0].Outputs} outputs, another {network.Outputs}."
                );
            }
        }
        Encoding = encoding;
        Networks = [.. networks];
    }

    /// <summary>From the cells of a table to the inputs of all networks.</summary>
    public TableEncoding Encoding { get; }

    /// <summary>The networks.</summary>
    public IReadOnlyList<SequentialNetwork<T>> Networks { get; }

    /// <summary>How much the bag counts beside other bags of a model; positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public double Weight
    {
        get;
        init => field = Within.Positive(value);
    } = 1;

    /// <summary>How many networks, and the sizes of the first.</summary>
    public override string ToString() => Networks.Count == 1 ? $"{Networks[0]}" : $"{Networks.Count} × {Networks[0]}";
}
