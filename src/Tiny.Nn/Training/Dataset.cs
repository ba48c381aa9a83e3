using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Samples to train on or to validate with: inputs, targets and, optionally, a weight for each sample.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A data set over matrices that are not copied.</summary>
    /// <param name="inputs">features × samples.</param>
    /// <param name="targets">outputs × samples.</param>
    /// <param name="sampleWeights">How much each sample counts, finite and not negative; empty where all count 1.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, or a weight is negative or not finite.</exception>
    public Dataset(Matrix<T> inputs, Matrix<T> targets, ReadOnlyMemory<T> sampleWeights = default)
    {
        All = new Batch<T>(inputs, targets, sampleWeights);
        foreach (T weight in sampleWeights.Span)
        {
            if (!T.IsFinite(weight) || weight < T.Zero)
            {
                throw new ArgumentException("A weight is finite and not negative.", nameof(sampleWeights));
            }
        }
    }

    /// <summary>All samples as one batch.</summary>
    public Batch<T> All { get; }

    /// <summary>features × samples.</summary>
    public Matrix<T> Inputs => All.Inputs;

    /// <summary>outputs × samples.</summary>
    public Matrix<T> Targets => All.Targets;

    /// <summary>How much each sample counts; empty where all count 1.</summary>
    public ReadOnlyMemory<T> SampleWeights => All.Weights;

    /// <summary>How many samples there are.</summary>
    public int Count => All.Count;

    /// <summary>How many samples there are, and their sizes.</summary>
    public override string ToString() => $"{All}";

    /// <summary>Copies some samples, in the order given; a sample may be taken more than once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Dataset<T> Select(ReadOnlySpan<int> samples)
    {
        T[] weights = new T[SampleWeights.IsEmpty ? 0 : samples.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)samples[i], (uint)Count, nameof(samples));
            weights[i] = SampleWeights.Span[samples[i]];
        }
        return new Dataset<T>(Samples.Select(Inputs, samples), Samples.Select(Targets, samples), weights);
    }
}
