using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Goes over samples in random order, a batch at a time; the last one may be smaller.</summary>
internal sealed class BatchLoader<T> : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> data;
    private readonly int[] order;
    private readonly Matrix<T> inputs;
    private readonly Matrix<T> targets;
    private readonly T[] weights;
    private readonly T weightFactor;
    private readonly int least;
    private Batch<T> current;
    private int position;

    /// <summary>Batches of all samples.</summary>
    internal BatchLoader(Dataset<T> data, int batchSize)
        : this(data, [.. Enumerable.Range(0, data.Count)], batchSize, least: 1) { }

    /// <summary>Batches of some of the samples, which are not copied.</summary>
    /// <param name="data">Samples.</param>
    /// <param name="samples">Which of them, each once; kept and brought into another order.</param>
    /// <param name="batchSize">How many samples a batch has.</param>
    /// <param name="least">A last batch with fewer samples is left out.</param>
    internal BatchLoader(Dataset<T> data, int[] samples, int batchSize, int least)
    {
        this.data = data;
        this.least = least;
        int size = Math.Min(batchSize, samples.Length);
        order = samples;
        inputs = new Matrix<T>(data.Features, size);
        targets = new Matrix<T>(data.Outputs, size);
        weights = new T[data.SampleWeights.IsEmpty ? 0 : size];

        // Of mean 1 over all samples, whatever their unit: a batch is then divided by its number of samples alone.
        weightFactor = weights.Length == 0 ? T.One : T.CreateTruncating(order.Length) / SumOfWeights();
    }

    /// <summary>This batch, overwritten by the next one. Its weights are scaled to mean 1 over all samples.</summary>
    internal ref readonly Batch<T> Current => ref current;

    /// <summary>Whether a batch comes after this one.</summary>
    internal bool HasNext => order.Length - position - current.Count >= least;

    /// <summary>A new order, before the first batch.</summary>
    internal void Shuffle(Generator generator)
    {
        generator.Shuffle<int>(order);
        position = 0;
        current = default;
    }

    /// <summary>Gathers the next batch; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool MoveNext()
    {
        position += current.Count;
        int count = Math.Min(inputs.Columns, order.Length - position);
        if (count != current.Count)
        {
            current = new Batch<T>(
                inputs.Slice(0, count),
                targets.Slice(0, count),
                weights.AsMemory(0, Math.Min(count, weights.Length))
            );
        }
        ReadOnlySpan<int> samples = order.AsSpan(position, count);
        data.Gather(samples, new SampleRoom<T>(inputs, targets));
        for (int i = 0; i < count && weights.Length > 0; i++)
        {
            weights[i] = weightFactor * data.SampleWeights.Span[samples[i]];
        }
        return count >= least;
    }

    public void Save(BinaryWriter writer)
    {
        writer.WriteAll<int>(order);
        writer.Write(position + current.Count);
    }

    public void Restore(BinaryReader reader)
    {
        reader.ReadAll<int>(order);
        position = reader.ReadInt32();
        current = default;
    }

    private T SumOfWeights()
    {
        ReadOnlyMemory<T> all = data.SampleWeights;
        return order.Length == data.Count
            ? Sums.Sum(all.Span)
            : Sums.Sum<T>(Array.ConvertAll(order, sample => all.Span[sample]));
    }
}
