using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tables.Packed;

/// <summary>
/// Cells in packed blocks of samples: a table grows without being copied, and takes an eighth to a half of the memory of its numbers as doubles where people have written them.
/// </summary>
internal sealed class PackedCells : TableCells
{
    /// <summary>A block has about so many numbers: they stay in a near cache while they are packed.</summary>
    private const int NumbersOfBlock = 1 << 18;
    private const int FewestSamples = 4;
    private const int MostSamples = 4096;

    private readonly int features;
    private readonly int shift;
    private readonly List<PackedBlock> blocks;
    private readonly byte[] decimals;
    private readonly ScratchFile? scratch;
    private byte[] room = [];
    private int columns;

    /// <summary>No samples yet.</summary>
    /// <param name="features">How many numbers a sample has.</param>
    /// <param name="scratch">Where they go; null for memory.</param>
    internal PackedCells(int features, ScratchFile? scratch = null)
        : this(features, ShiftOf(features), [], 0, scratch) { }

    private PackedCells(int features, int shift, List<PackedBlock> blocks, int columns, ScratchFile? scratch)
    {
        this.scratch = scratch;
        this.features = features;
        this.shift = shift;
        this.blocks = blocks;
        this.columns = columns;
        decimals = new byte[features];
    }

    internal override int Rows => features;

    internal override int Columns => columns;

    /// <summary>How many samples a block has; the last may have fewer.</summary>
    internal int SamplesOfBlock => 1 << shift;

    internal override double this[int feature, int sample] =>
        blocks[sample >> shift][feature, sample & (SamplesOfBlock - 1)];

    /// <summary>Adds a block.</summary>
    /// <param name="samples">Features × samples of a block; fewer only at the end.</param>
    internal void Add(Matrix<double> samples)
    {
        blocks.Add(PackedBlock.Pack(samples, decimals, ref room, scratch));
        columns += samples.Columns;
    }

    /// <summary>Writes cells anew, block by block.</summary>
    /// <param name="first">The first sample that changes, with which a block begins.</param>
    /// <param name="end">The sample behind the last.</param>
    /// <param name="change">Gets the numbers of a block, features × samples, to be overwritten.</param>
    internal void Change(int first, int end, Action<Matrix<double>> change)
    {
        for (int start = first; start < end; start += SamplesOfBlock)
        {
            int count = blocks[start >> shift].Samples;
            Matrix<double> numbers = new(features, count);
            CopyTo([.. Enumerable.Range(start, count)], numbers);
            change(numbers);
            blocks[start >> shift] = PackedBlock.Pack(numbers, decimals, ref room, scratch);
        }
    }

    /// <summary>Some of the features, whose numbers are not copied.</summary>
    internal PackedCells Keep(int[] kept) =>
        new(kept.Length, shift, [.. blocks.Select(block => block.Keep(kept))], columns, scratch);

    internal override void CopyTo(ReadOnlySpan<int> samples, Matrix<double> result)
    {
        for (int from = 0; from < samples.Length; )
        {
            ReadOnlySpan<int> run = FirstRun(samples[from..], out PackedBlock block, out int first);
            for (int feature = 0; feature < features; feature++)
            {
                block.CopyTo(feature, run, first, result.Values[(from * features + feature)..], features);
            }
            from += run.Length;
        }
    }

    internal override void CopyFeature(int feature, ReadOnlySpan<int> samples, Span<double> result)
    {
        for (int from = 0; from < samples.Length; )
        {
            ReadOnlySpan<int> run = FirstRun(samples[from..], out PackedBlock block, out int first);
            block.CopyTo(feature, run, first, result[from..], 1);
            from += run.Length;
        }
    }

    internal override Matrix<double> ToMatrix()
    {
        if ((long)features * columns > Array.MaxLength)
        {
            throw new DataException(
                "There are too many numbers for one matrix.",
                null,
                $"A matrix holds {Array.MaxLength} numbers at most: leave out columns, or use fewer rows."
            );
        }
        Matrix<double> matrix = new(features, columns);
        CopyTo([.. Enumerable.Range(0, columns)], matrix);
        return matrix;
    }

    /// <summary>As many samples at the beginning as are of one block.</summary>
    private ReadOnlySpan<int> FirstRun(ReadOnlySpan<int> samples, out PackedBlock block, out int first)
    {
        int place = samples[0] >> shift;
        int count = 1;
        while (count < samples.Length && samples[count] >> shift == place)
        {
            count++;
        }
        block = blocks[place];
        first = place << shift;
        return samples[..count];
    }

    private static int ShiftOf(int features) =>
        BitOperations.Log2((uint)Math.Clamp(NumbersOfBlock / Math.Max(1, features), FewestSamples, MostSamples));
}
