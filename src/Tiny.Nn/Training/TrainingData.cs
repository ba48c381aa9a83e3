using System.Globalization;
using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>The checks that samples can be learned from, before the first step.</summary>
internal static class TrainingData
{
    /// <param name="data">The samples; null for none asked for.</param>
    /// <param name="network">The network that learns from them.</param>
    /// <param name="name">What the caller calls them.</param>
    /// <exception cref="ArgumentException">They cannot be learned from.</exception>
    internal static void Require<T>(Dataset<T>? data, SequentialNetwork<T> network, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (data is not null)
        {
            Require(data, network.Inputs, network.Outputs, name);
        }
    }

    /// <param name="data">The samples.</param>
    /// <param name="inputs">How many numbers go into the network that learns from them.</param>
    /// <param name="outputs">How many come out.</param>
    /// <param name="name">What the caller calls them.</param>
    /// <exception cref="ArgumentException">They cannot be learned from.</exception>
    internal static void Require<T>(Dataset<T> data, int inputs, int outputs, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (data.Count == 0)
        {
            throw new ArgumentException("There are no samples.", name);
        }
        if (data.Features != inputs || data.Outputs != outputs)
        {
            throw new ArgumentException(
                $"Samples of {data.Features} inputs and {data.Outputs} targets were given, "
                    + $"the network has {inputs} inputs and {outputs} outputs.",
                name
            );
        }
        if (!data.SampleWeights.IsEmpty && !data.SampleWeights.Span.ContainsAnyExcept(T.Zero))
        {
            throw new ArgumentException("All samples have weight 0.", name);
        }
        RequireFinite(data.InputPortions(), "Inputs", name);
        if (data.Codes is null)
        {
            RequireFinite(data.TargetPortions(), "Targets", name);
        }
    }

    /// <summary>What led to an objective that is not finite, if it is the samples' fault.</summary>
    /// <exception cref="ArgumentException">An input, a target or a weight is not finite.</exception>
    internal static void RequireFinite<T>(Batch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireFinite(batch.Inputs, "Inputs", 0, nameof(batch));
        RequireFinite(batch.Targets, "Targets", 0, nameof(batch));
        foreach (T weight in batch.Weights.Span)
        {
            if (!T.IsFinite(weight))
            {
                throw new ArgumentException("A weight is finite and not negative.", nameof(batch));
            }
        }
    }

    private static void RequireFinite<T>(IEnumerable<Matrix<T>> portions, string what, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int first = 0;
        foreach (Matrix<T> portion in portions)
        {
            RequireFinite(portion, what, first, name);
            first += portion.Columns;
        }
    }

    private static void RequireFinite<T>(Matrix<T> numbers, string what, int first, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // One quick look at the sum; only where that is not finite, which large numbers alone may lead to, at each number.
        if (T.IsFinite(Sums.SumOfMagnitudes<T>(numbers.Values)))
        {
            return;
        }
        for (int sample = 0; sample < numbers.Columns; sample++)
        {
            for (int row = 0; row < numbers.Rows; row++)
            {
                if (!T.IsFinite(numbers[row, sample]))
                {
                    throw new ArgumentException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{what}[{row}, {first + sample}] is {numbers[row, sample]}: every input and target must be a finite number."
                        ),
                        name
                    );
                }
            }
        }
    }
}
