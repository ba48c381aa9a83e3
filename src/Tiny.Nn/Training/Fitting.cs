using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>
/// A training under way, which whoever has it moves on step by step: shuffled batches, validation at the end of each epoch, the best parameters kept,
/// early stopping.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Fitting<T> : IUnderWay<EpochReport>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IStepper<T> trainer;
    private readonly SequentialNetwork<T> network;
    private readonly FitOptions options;
    private readonly ShuffledPasses<T> passes;
    private readonly Validator<T>? validator;
    private readonly BestParameters<T>? best;

    /// <param name="trainer">Makes the steps.</param>
    /// <param name="network">What it trains.</param>
    /// <param name="objective">What it makes small.</param>
    /// <param name="generator">Shuffles the samples.</param>
    /// <param name="training">The samples to train on.</param>
    /// <param name="validation">The samples to validate with; null for none.</param>
    /// <param name="options">Epochs, batch size, early stopping.</param>
    internal Fitting(
        IStepper<T> trainer,
        SequentialNetwork<T> network,
        Objective<T> objective,
        Generator generator,
        Dataset<T> training,
        Dataset<T>? validation,
        FitOptions options
    )
    {
        this.trainer = trainer;
        this.network = network;
        this.options = options;
        passes = new ShuffledPasses<T>(trainer, new BatchLoader<T>(training, options.BatchSize), generator);
        validator = validation is null ? null : new Validator<T>(objective, validation);
        best = validation is null && options.StoppingRule is null ? null : new BestParameters<T>(network);
        History = new History(options.Criterion);
    }

    /// <summary>The epochs that are over.</summary>
    internal History History { get; }

    /// <summary>True where no step is left to make.</summary>
    public bool IsOver => History.EpochCount >= options.Epochs || History.StopReason != StopReason.AllEpochs;

    /// <summary>One step, of which there is one; after the last one of an epoch its validation and the question whether to stop.</summary>
    /// <returns>The report of the epoch that ended with the step; null within an epoch.</returns>
    /// <exception cref="TrainingDivergedException">
    /// The objective, or its gradient, is not finite: the parameters are as before. Or the validation loss is not: they are those after the step.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EpochReport? Step() => passes.Step() is { } loss ? EndEpoch(loss) : null;

    /// <summary>No further step is made.</summary>
    public void Cancel() => History.StopReason = StopReason.Cancelled;

    /// <summary>
    /// Gives the network the parameters that training ends with: those of its best epoch where there are validation samples or a stopping rule, else
    /// the last ones.
    /// </summary>
    internal void End()
    {
        best?.PutBack();
        History.Kept = best is not null ? History.Best : History.Last;
    }

    /// <summary>Of a training that is over only what it came to is written.</summary>
    public void Save(BinaryWriter writer)
    {
        History.Save(writer);
        network.Save(writer);
        best?.Save(writer);
        if (!IsOver)
        {
            trainer.Save(writer);
            passes.Save(writer);
        }
    }

    public void Restore(BinaryReader reader)
    {
        History.Restore(reader);
        network.Restore(reader);
        best?.Restore(reader);
        if (!IsOver)
        {
            trainer.Restore(reader);
            passes.Restore(reader);
        }
    }

    private EpochReport EndEpoch(double trainingLoss)
    {
        EpochReport report = new(History.EpochCount + 1, trainingLoss, null) { LearningRate = trainer.LearningRate };
        report = validator?.Judge(report) ?? report;
        if (report.ValidationLoss is { } judged && !double.IsFinite(judged))
        {
            throw new TrainingDivergedException(judged, trainer.Steps, trainer.Steps, trainer.LearningRate);
        }
        History.Add(report);
        trainer.EndEpoch(report.Monitored);
        if (ReferenceEquals(History.Best, report))
        {
            best?.Keep();
        }
        if (options.StoppingRule?.ShouldStop(History) == true)
        {
            History.StopReason = StopReason.StoppingRule;
        }
        return report;
    }
}
