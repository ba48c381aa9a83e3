using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>One pass over the samples of a loader, in a new order, step by step.</summary>
internal sealed class EpochPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IStepper<T> trainer;
    private readonly BatchLoader<T> batches;
    private double sum;
    private double total;

    internal EpochPass(IStepper<T> trainer, BatchLoader<T> batches, Generator generator)
    {
        this.trainer = trainer;
        this.batches = batches;
        batches.Shuffle(generator);
    }

    /// <summary>Whether a step of the pass is left.</summary>
    internal bool HasNext => batches.HasNext;

    /// <summary>The mean of the steps' objectives, each counted by its samples.</summary>
    internal double Loss => sum / total;

    /// <summary>A step on the next batch, which there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Step()
    {
        batches.MoveNext();
        ref readonly Batch<T> batch = ref batches.Current;
        sum += double.CreateTruncating(trainer.Step(in batch)) * batch.Count;
        total += batch.Count;
    }
}
