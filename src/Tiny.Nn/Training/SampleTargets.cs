using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>The targets of samples, as training asks for them: some at a time.</summary>
internal abstract class SampleTargets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers a target has.</summary>
    internal abstract int Outputs { get; }

    /// <summary>All targets: outputs × samples. Of classes they are made when first asked for.</summary>
    internal abstract Matrix<T> All { get; }

    /// <summary>The class of each sample; null where targets are numbers.</summary>
    internal virtual ReadOnlyMemory<int>? Codes => null;

    /// <summary>Copies the targets of some samples, in the order given.</summary>
    /// <param name="samples">Which samples.</param>
    /// <param name="targets">outputs × at least as many samples; receives them from its beginning on.</param>
    internal abstract void Gather(ReadOnlySpan<int> samples, Matrix<T> targets);

    /// <summary>The targets of some samples of one's own, in the order given.</summary>
    internal abstract SampleTargets<T> Select(ReadOnlySpan<int> samples);

    /// <summary>The targets of neighbouring samples.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="room">outputs × at least as many samples, where they may be put; empty where <see cref="NeedsRoom"/> is false.</param>
    internal abstract Matrix<T> Slice(int first, int count, Matrix<T> room);

    /// <summary>True where a slice is no view.</summary>
    internal abstract bool NeedsRoom { get; }
}

/// <summary>Targets that are numbers, or stand as numbers in memory.</summary>
/// <param name="targets">outputs × samples; not copied.</param>
internal sealed class MatrixTargets<T>(Matrix<T> targets) : SampleTargets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override int Outputs => targets.Rows;

    internal override Matrix<T> All => targets;

    internal override bool NeedsRoom => false;

    internal override void Gather(ReadOnlySpan<int> samples, Matrix<T> room) =>
        Gathering.Columns(targets, samples, room);

    internal override SampleTargets<T> Select(ReadOnlySpan<int> samples) =>
        new MatrixTargets<T>(Samples.Select(targets, samples));

    internal override Matrix<T> Slice(int first, int count, Matrix<T> room) => targets.Slice(first, count);
}

/// <summary>One of k classes per sample, a number each; one-hot only as far as a step looks at it: of ten thousand classes all would take gigabytes.</summary>
internal sealed class CodedTargets<T> : SampleTargets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] codes;
    private readonly Lazy<Matrix<T>> all;

    /// <param name="codes">The class of each sample; not copied.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is no class.</exception>
    internal CodedTargets(int[] codes, int classes)
    {
        foreach (int code in codes)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)code, (uint)classes, nameof(codes));
        }
        this.codes = codes;
        Outputs = classes;
        all = new(() => OneHot.Encode<T>(codes, classes));
    }

    internal override int Outputs { get; }

    internal override Matrix<T> All => all.Value;

    internal override ReadOnlyMemory<int>? Codes => codes;

    internal override bool NeedsRoom => true;

    internal override void Gather(ReadOnlySpan<int> samples, Matrix<T> targets)
    {
        targets.Slice(0, samples.Length).Values.Clear();
        for (int i = 0; i < samples.Length; i++)
        {
            targets[codes[samples[i]], i] = T.One;
        }
    }

    internal override SampleTargets<T> Select(ReadOnlySpan<int> samples)
    {
        int[] chosen = new int[samples.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                (uint)samples[i],
                (uint)codes.Length,
                nameof(samples)
            );
            chosen[i] = codes[samples[i]];
        }
        return new CodedTargets<T>(chosen, Outputs);
    }

    internal override Matrix<T> Slice(int first, int count, Matrix<T> room)
    {
        Matrix<T> targets = room.Slice(0, count);
        targets.Values.Clear();
        for (int i = 0; i < count; i++)
        {
            targets[codes[first + i], i] = T.One;
        }
        return targets;
    }
}
