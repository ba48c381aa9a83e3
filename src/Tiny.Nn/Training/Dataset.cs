using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Samples to train on or to validate with: inputs, targets and, optionally, a weight for each sample.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SampleNumbers<T> inputs;
    private readonly SampleNumbers<T> targets;

    /// <summary>A data set over matrices that are not copied.</summary>
    /// <param name="inputs">features × samples.</param>
    /// <param name="targets">outputs × samples.</param>
    /// <param name="sampleWeights">How much each sample counts, finite and not negative; empty where all count 1.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, or a weight is negative or not finite.</exception>
    public Dataset(Matrix<T> inputs, Matrix<T> targets, ReadOnlyMemory<T> sampleWeights = default)
        : this(new MatrixNumbers<T>(inputs), new MatrixNumbers<T>(targets), sampleWeights)
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
        : this(new MatrixNumbers<T>(inputs), new CodedTargets<T>(codes, classes), sampleWeights) { }

    /// <summary>
    /// The same over numbers that need not stand in memory: targets that are classes take none, and inputs may be in a file. <see cref="Inputs"/> and <see cref="Targets"/> put
    /// all of them there when they are asked for, which training never does.
    /// </summary>
    /// <param name="inputs">The inputs of the samples.</param>
    /// <param name="targets">The targets of as many samples.</param>
    /// <param name="sampleWeights">How much each sample counts; empty where all count 1.</param>
    internal Dataset(SampleNumbers<T> inputs, SampleNumbers<T> targets, ReadOnlyMemory<T> sampleWeights)
    {
        this.inputs = inputs;
        this.targets = targets;
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
    public Matrix<T> Inputs => inputs.All;

    /// <summary>outputs × samples.</summary>
    public Matrix<T> Targets => targets.All;

    /// <summary>How much each sample counts; empty where all count 1.</summary>
    public ReadOnlyMemory<T> SampleWeights { get; }

    /// <summary>How many samples there are.</summary>
    public int Count => inputs.Count;

    /// <summary>How many numbers go into a network.</summary>
    internal int Features => inputs.Rows;

    /// <summary>How many numbers a target has.</summary>
    internal int Outputs => targets.Rows;

    /// <summary>The class of each sample, where that is what its target says; else null.</summary>
    internal ReadOnlyMemory<int>? Codes => targets.Codes;

    /// <summary>How many samples there are, and their sizes.</summary>
    public override string ToString() =>
        $"{Count} samples of {Features} inputs and {Outputs} targets{(SampleWeights.IsEmpty ? "" : ", weighted")}";

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
        return new Dataset<T>(inputs.Select(samples), targets.Select(samples), weights);
    }

    /// <summary>Copies inputs and targets of some samples, in the order given.</summary>
    /// <param name="samples">Which samples.</param>
    /// <param name="room">inputs × and outputs × at least as many samples; receive them from their beginning on.</param>
    internal void Gather(ReadOnlySpan<int> samples, SampleRoom<T> room)
    {
        inputs.Gather(samples, room.Inputs);
        targets.Gather(samples, room.Targets);
    }

    /// <summary>Room for so many samples, as far as they stand in no memory of their own.</summary>
    internal SampleRoom<T> Room(int samples) => new(inputs.Room(samples), targets.Room(samples));

    /// <summary>Neighbouring samples as a batch: a view of the data, or of the room.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="room">What <see cref="Room"/> made.</param>
    internal Batch<T> Slice(int first, int count, SampleRoom<T> room) =>
        new(
            inputs.Slice(first, count, room.Inputs),
            targets.Slice(first, count, room.Targets),
            SampleWeights.IsEmpty ? default : SampleWeights.Slice(first, count)
        );

    /// <summary>The inputs of all samples in their order, those of a few at a time.</summary>
    internal IEnumerable<Matrix<T>> InputPortions() => inputs.Portions();

    /// <summary>The targets of all samples in their order, those of a few at a time.</summary>
    internal IEnumerable<Matrix<T>> TargetPortions() => targets.Portions();
}

/// <summary>Memory for samples that stand in none of their own.</summary>
/// <param name="Inputs">inputs × samples; empty where inputs need no room.</param>
/// <param name="Targets">outputs × samples; empty where targets need no room.</param>
internal readonly record struct SampleRoom<T>(Matrix<T> Inputs, Matrix<T> Targets)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
