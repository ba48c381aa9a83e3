using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Numbers of samples, inputs or targets, as training asks for them: those of some samples at a time.</summary>
internal abstract class SampleNumbers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many samples are looked at at a time where they are no view.</summary>
    private const int Portion = 4096;

    /// <summary>How many numbers a sample has.</summary>
    internal abstract int Rows { get; }

    /// <summary>How many samples there are.</summary>
    internal abstract int Count { get; }

    /// <summary>All numbers: rows × samples. Where they do not stand in memory they are put there when first asked for.</summary>
    internal abstract Matrix<T> All { get; }

    /// <summary>The class of each sample, where that is what its numbers say; else null.</summary>
    internal virtual ReadOnlyMemory<int>? Codes => null;

    /// <summary>True where a slice is no view.</summary>
    internal abstract bool NeedsRoom { get; }

    /// <summary>Copies the numbers of some samples, in the order given.</summary>
    /// <param name="samples">Which samples.</param>
    /// <param name="room">rows × at least as many samples; receives them from its beginning on.</param>
    internal abstract void Gather(ReadOnlySpan<int> samples, Matrix<T> room);

    /// <summary>The numbers of some samples of one's own, in the order given.</summary>
    internal abstract SampleNumbers<T> Select(ReadOnlySpan<int> samples);

    /// <summary>The numbers of neighbouring samples.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="room">rows × at least as many samples, where they may be put; empty where <see cref="NeedsRoom"/> is false.</param>
    internal abstract Matrix<T> Slice(int first, int count, Matrix<T> room);

    /// <summary>Room for so many samples, where they stand in no memory of their own; else empty.</summary>
    internal Matrix<T> Room(int samples) => NeedsRoom ? new(Rows, samples) : default;

    /// <summary>The numbers of all samples in their order, those of a few at a time.</summary>
    internal IEnumerable<Matrix<T>> Portions()
    {
        int most = NeedsRoom ? Math.Min(Portion, Count) : Count;
        Matrix<T> room = Room(most);
        for (int first = 0; first < Count; first += most)
        {
            yield return Slice(first, Math.Min(most, Count - first), room);
        }
    }
}

/// <summary>Numbers that stand in memory.</summary>
/// <param name="numbers">rows × samples; not copied.</param>
internal sealed class MatrixNumbers<T>(Matrix<T> numbers) : SampleNumbers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override int Rows => numbers.Rows;

    internal override int Count => numbers.Columns;

    internal override Matrix<T> All => numbers;

    internal override bool NeedsRoom => false;

    internal override void Gather(ReadOnlySpan<int> samples, Matrix<T> room) =>
        Gathering.Columns(numbers, samples, room);

    internal override SampleNumbers<T> Select(ReadOnlySpan<int> samples) =>
        new MatrixNumbers<T>(Samples.Select(numbers, samples));

    internal override Matrix<T> Slice(int first, int count, Matrix<T> room) => numbers.Slice(first, count);
}

/// <summary>One of k classes per sample, a number each; one-hot only as far as a step looks at it: of ten thousand classes all would take gigabytes.</summary>
internal sealed class CodedTargets<T> : SampleNumbers<T>
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
        Rows = classes;
        all = new(() => OneHot.Encode<T>(codes, classes));
    }

    internal override int Rows { get; }

    internal override int Count => codes.Length;

    internal override Matrix<T> All => all.Value;

    internal override ReadOnlyMemory<int>? Codes => codes;

    internal override bool NeedsRoom => true;

    internal override void Gather(ReadOnlySpan<int> samples, Matrix<T> room)
    {
        room.Slice(0, samples.Length).Values.Clear();
        for (int i = 0; i < samples.Length; i++)
        {
            room[codes[samples[i]], i] = T.One;
        }
    }

    internal override SampleNumbers<T> Select(ReadOnlySpan<int> samples)
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
        return new CodedTargets<T>(chosen, Rows);
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
