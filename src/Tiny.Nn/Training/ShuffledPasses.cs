using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Passes over the samples of a loader, each in a new order, step by step.</summary>
/// <param name="trainer">Makes the steps.</param>
/// <param name="batches">The samples.</param>
/// <param name="generator">Shuffles them.</param>
internal sealed class ShuffledPasses<T>(IStepper<T> trainer, BatchLoader<T> batches, Generator generator) : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private bool isUnderWay;
    private double sum;
    private double total;

    /// <summary>A step on the next batch; the first one of a pass shuffles.</summary>
    /// <returns>After the last step of a pass the mean of its steps' objectives, each counted by its samples; else null.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double? Step()
    {
        if (!isUnderWay)
        {
            batches.Shuffle(generator);
            (sum, total, isUnderWay) = (0, 0, true);
        }
        batches.MoveNext();
        ref readonly Batch<T> batch = ref batches.Current;
        sum += double.CreateTruncating(trainer.Step(in batch)) * batch.Count;
        total += batch.Count;
        isUnderWay = batches.HasNext;
        return isUnderWay ? null : sum / total;
    }

    public void Save(BinaryWriter writer)
    {
        batches.Save(writer);
        writer.Write(isUnderWay);
        writer.Write(sum);
        writer.Write(total);
    }

    public void Restore(BinaryReader reader)
    {
        batches.Restore(reader);
        isUnderWay = reader.ReadBoolean();
        sum = reader.ReadDouble();
        total = reader.ReadDouble();
    }
}
