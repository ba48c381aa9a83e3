using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Samples to train on or to validate with: inputs, targets and, optionally, a weight for each sample.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SampleTargets<T> targets;

    /// <summary>A data set over matrices that are not copied.</summary>
    /// <param name="inputs">features × samples.</param>
    /// <param name="targets">outputs × samples.</param>
    /// <param name="sampleWeights">How much each sample counts, finite and not negative; empty where all count 1.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, or a weight is negative or not finite.</exception>
    public Dataset(Matrix<T> inputs, Matrix<T> targets, ReadOnlyMemory<T> sampleWeights = default)
        : this(inputs, new MatrixTargets<T>(targets), sampleWeights)
    {
        // It refuses what is not of the same number of samples.
        _ = new Batch<T>(inputs, targets, sampleWeights);
    }

    /// <summary>The same where a target is one of several classes: <see cref="Targets"/> are one-hot, and take no memory before they are asked for.</summary>
    /// <param name="inputs">features × samples.</param>
    /// <param name="codes">The class of each sample.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="sampleWeights">How much each sample counts; empty where all count 1.</param>
    internal Dataset(Matrix<T> inputs, int[] codes, int classes, ReadOnlyMemory<T> sampleWeights)
        : this(inputs, new CodedTargets<T>(codes, classes), sampleWeights) { }

    private Dataset(Matrix<T> inputs, SampleTargets<T> targets, ReadOnlyMemory<T> sampleWeights)
    {
        this.targets = targets;
        Inputs = inputs;
        SampleWeights = sampleWeights;
        foreach (T weight in sampleWeights.Span)
        {
            if (!T.IsFinite(weight) || weight < T.Zero)
            {
                throw new ArgumentException("A weight is finite and not negative.", nameof(sampleWeights));
            }
        }
    }

    /// <summary>All samples as one batch.</summary>
    public Batch<T> All => new(Inputs, Targets, SampleWeights);

    /// <summary>features × samples.</summary>
    public Matrix<T> Inputs { get; }

    /// <summary>outputs × samples.</summary>
    public Matrix<T> Targets => targets.All;

    /// <summary>How much each sample counts; empty where all count 1.</summary>
    public ReadOnlyMemory<T> SampleWeights { get; }

    /// <summary>How many samples there are.</summary>
    public int Count => Inputs.Columns;

    /// <summary>How many numbers a target has.</summary>
    internal int Outputs => targets.Outputs;

    /// <summary>The class of each sample, where that is what its target says; else null.</summary>
    internal ReadOnlyMemory<int>? Codes => targets.Codes;

    /// <summary>How many samples there are, and their sizes.</summary>
    public override string ToString() =>
        $"{Count} samples of {Inputs.Rows} inputs and {Outputs} targets{(SampleWeights.IsEmpty ? "" : ", weighted")}";

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
        return new Dataset<T>(Samples.Select(Inputs, samples), targets.Select(samples), weights);
    }

    /// <summary>Copies the targets of some samples.</summary>
    /// <param name="samples">Which samples.</param>
    /// <param name="room">outputs × at least as many samples.</param>
    internal void GatherTargets(ReadOnlySpan<int> samples, Matrix<T> room) => targets.Gather(samples, room);

    /// <summary>Room for the targets of so many samples, where they stand in no memory of their own; else empty.</summary>
    internal Matrix<T> Room(int samples) => targets.NeedsRoom ? new(Outputs, samples) : default;

    /// <summary>Neighbouring samples as a batch: a view of the data, or of the room.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="room">What <see cref="Room"/> made.</param>
    internal Batch<T> Slice(int first, int count, Matrix<T> room) =>
        new(
            Inputs.Slice(first, count),
            targets.Slice(first, count, room),
            SampleWeights.IsEmpty ? default : SampleWeights.Slice(first, count)
        );
}
