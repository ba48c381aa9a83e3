using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>A network of a bag in training: it learns from all folds but its own, and is validated on that.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BagMember<T> : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Portion = 256;

    private readonly Dataset<T> samples;
    private readonly Fold fold;
    private readonly Trainer<T> trainer;
    private readonly ShuffledPasses<T> passes;
    private readonly FoldLoss<T> loss;
    private readonly SequentialNetwork<T> beforeOutput;
    private readonly Workspace<T> workspace;
    private readonly Matrix<T> portion;
    private readonly Matrix<T> outputs;
    private readonly Matrix<T> bestOutputs;
    private readonly BestParameters<T> best;

    /// <param name="recipe">How to train.</param>
    /// <param name="network">The network, as it starts.</param>
    /// <param name="trained">The loss that is trained with.</param>
    /// <param name="samples">All samples of the bag.</param>
    /// <param name="fold">Which of them are for what.</param>
    /// <param name="seed">The random seed of this network's training.</param>
    internal BagMember(
        Recipe recipe,
        SequentialNetwork<T> network,
        Loss trained,
        Dataset<T> samples,
        Fold fold,
        ulong seed
    )
    {
        this.samples = samples;
        this.fold = fold;
        Network = network;
        int batchSize = Math.Min(recipe.BatchSize, fold.Training.Length);
        trainer = new Trainer<T>(network, trained, recipe.UpdateRule, new Generator(seed, RandomStreams.Training))
        {
            Shards = recipe.Shards,
            Length = new(
                (long)(fold.Training.Length / batchSize) * Math.Max(1, recipe.Epochs),
                fold.Training.Length / batchSize
            ),
        };
        passes = trainer.Over(new BatchLoader<T>(samples, [.. fold.Training], batchSize, least: batchSize));
        Objective<T> objective = Objective.Create(network, trained);
        beforeOutput = objective.Network;
        loss = CreateLoss(objective.Loss);
        int capacity = Math.Clamp(fold.Validation.Length, 1, Portion);
        workspace = beforeOutput.CreateWorkspace(capacity);
        portion = new Matrix<T>(network.Inputs, capacity);
        outputs = new Matrix<T>(network.Outputs, fold.Validation.Length);
        bestOutputs = new Matrix<T>(network.Outputs, fold.Validation.Length);
        best = new BestParameters<T>(network);
    }

    /// <summary>The network, which training changes.</summary>
    internal SequentialNetwork<T> Network { get; }

    /// <summary>The sum of the weights of the validation samples.</summary>
    internal double Weight => loss.Weight;

    /// <summary>What the network answered to the validation samples in its best epoch.</summary>
    internal UnseenRows<T> Unseen => new(fold.Validation, bestOutputs);

    /// <summary>One pass over the training samples, or what is left of it.</summary>
    /// <param name="isPaused">Asked before every step: whether to leave the rest for later.</param>
    /// <returns>The mean of the steps' objectives; null where something is left.</returns>
    internal double? RunEpoch(Func<bool> isPaused)
    {
        while (!isPaused())
        {
            if (passes.Step() is { } loss)
            {
                return loss;
            }
        }
        return null;
    }

    /// <summary>Asks the network about the validation samples.</summary>
    /// <returns>The sum over them of weight × loss.</returns>
    internal double Validate()
    {
        for (int first = 0; first < fold.Validation.Length; first += workspace.Capacity)
        {
            int count = Math.Min(workspace.Capacity, fold.Validation.Length - first);
            Gathering.Columns(samples.Inputs, fold.Validation.AsSpan(first, count), portion);
            beforeOutput.Predict(portion.Slice(0, count), workspace, outputs.Slice(first, count));
        }
        return fold.Validation.Length == 0 ? 0 : loss.Sum(outputs);
    }

    /// <summary>Keeps parameters and answers as they are now.</summary>
    internal void Keep()
    {
        best.Keep();
        outputs.CopyTo(bestOutputs);
    }

    /// <summary>Puts back what was kept.</summary>
    internal void PutBack() => best.PutBack();

    /// <summary>Writes what was kept: all that matters of a bag whose training is over.</summary>
    internal void SaveBest(BinaryWriter writer)
    {
        best.Save(writer);
        writer.WriteAll<T>(bestOutputs.Values);
    }

    internal void RestoreBest(BinaryReader reader)
    {
        best.Restore(reader);
        reader.ReadAll(bestOutputs.Values);
    }

    public void Save(BinaryWriter writer)
    {
        Network.Save(writer);
        writer.WriteAll<T>(outputs.Values);
        ((IResumable)trainer).Save(writer);
        passes.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        Network.Restore(reader);
        reader.ReadAll(outputs.Values);
        ((IResumable)trainer).Restore(reader);
        passes.Restore(reader);
    }

    private FoldLoss<T> CreateLoss(Loss ofOutputs)
    {
        Dataset<T> own = samples.Select(fold.Validation);
        if (ofOutputs is not (SoftmaxCrossEntropy or SigmoidBinaryCrossEntropy))
        {
            return new SummedLoss<T>(ofOutputs, own.All);
        }
        int[] classes = own.Codes is { } codes
            ? codes.ToArray()
            : [.. own.Targets.Values.ToArray().Select(target => target > T.Zero ? 1 : 0)];
        double[] weights = own.SampleWeights.IsEmpty
            ? [.. Enumerable.Repeat(1.0, own.Count)]
            : [.. own.SampleWeights.ToArray().Select(double.CreateTruncating)];
        return new RefinedLogLoss<T>(new Logits(Math.Max(2, own.Outputs), classes, weights));
    }
}
