using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Samples that arrive one after the other; those of a block are packed as soon as it is full.</summary>
/// <param name="features">The numbers of one sample.</param>
/// <param name="scratch">Where they go; null for memory.</param>
internal sealed class SampleBuffer(int features, ScratchFile? scratch = null)
{
    /// <summary>A small table gets no more memory than this at first.</summary>
    private const int FirstNumbers = 1 << 14;

    private readonly PackedCells packed = new(features, scratch);
    private double[] block = [];
    private int inBlock;

    /// <summary>How many samples have been added.</summary>
    internal int Count => packed.Columns + inBlock;

    /// <summary>Room for one more sample, to be filled by the caller.</summary>
    /// <exception cref="DataException">The memory does not suffice.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<double> Add()
    {
        int start = inBlock * features;
        if (block.Length - start < features)
        {
            start = MakeRoom();
        }
        inBlock++;
        return block.AsSpan(start, features);
    }

    /// <summary>All samples. No more can be added.</summary>
    /// <exception cref="DataException">The memory does not suffice.</exception>
    internal PackedCells ToCells()
    {
        Pack();
        block = [];
        return packed;
    }

    /// <summary>Makes room for one more sample: in a larger block, or in an empty one.</summary>
    /// <returns>Where it starts.</returns>
    private int MakeRoom()
    {
        if (inBlock == packed.SamplesOfBlock)
        {
            Pack();
            return 0;
        }
        int samples = Math.Clamp(Math.Max(FirstNumbers / features, 2 * inBlock), 2, packed.SamplesOfBlock);
        Within(() => Array.Resize(ref block, samples * features));
        return inBlock * features;
    }

    private void Pack()
    {
        if (inBlock > 0)
        {
            Within(() => packed.Add(new Matrix<double>(features, inBlock, block)));
            inBlock = 0;
        }
    }

    private static void Within(Action action)
    {
        try
        {
            action();
        }
        catch (OutOfMemoryException fault)
        {
            throw new DataException(
                "There is not enough memory for the table.",
                null,
                "Leave out columns, or use fewer rows.",
                fault
            );
        }
    }
}
