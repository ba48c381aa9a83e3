using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training.Updates;

namespace Tiny.Nn.Training;

/// <summary>Trains a network: <see cref="Step(in Batch{T})"/> is the whole of it, and <see cref="Fit"/> a loop over steps.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Trainer<T> : IStepper<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly Objective<T> objective;
    private readonly UpdateRule rule;
    private readonly ParameterUpdate<T> update;
    private readonly IScheduledLayer[] scheduled;
    private readonly LearningRateSchedule smoothing;
    private readonly bool readsLosses;
    private readonly Generator generator;
    private Workspace<T> workspace;
    private ShardedGradient<T>? sharded;

    // Where the schedule stands: the steps since its training began, and what the epochs came to.
    private readonly List<double> losses = [];
    private PlateauCount plateaus = new();
    private long firstStep;

    /// <summary>A trainer of a network. It changes the network's parameters, step by step.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="loss">The loss of its outputs, compared with the targets.</param>
    /// <param name="rule">How a step changes the parameters: an optimizer, or one with a schedule, a penalty, clipping, factors and decay.</param>
    /// <param name="generator">The source of random numbers for shuffling and dropout.</param>
    public Trainer(SequentialNetwork<T> network, Loss loss, UpdateRule rule, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(generator);
        this.network = network;
        this.rule = rule;
        this.generator = generator;
        objective = Objective.Create(network, loss, rule.Penalty);
        update = new ParameterUpdate<T>(network, rule);
        scheduled = [.. objective.Network.Layers.OfType<IScheduledLayer>()];
        smoothing = (loss as SmoothedLoss)?.SmoothingSchedule ?? LearningRateSchedule.Constant;
        readsLosses =
            rule.Schedule.ReadsLosses
            || smoothing.ReadsLosses
            || rule.Decay?.Schedule.ReadsLosses == true
            || scheduled.Any(layer => layer.Schedule.ReadsLosses);
        workspace = objective.Network.CreateWorkspace(capacity: 1);
        LearningRate = rule.Optimizer.LearningRate;
    }

    /// <summary>Observes every step; null for no observer. Steps of shards are not observed: nobody sees the whole batch.</summary>
    public IStepObserver<T>? Observer { get; init; }

    /// <summary>
    /// S: into how many shards of neighbouring samples each batch is cut, each with a gradient of its own, which are summed in a fixed order; 1 for none. The
    /// bits depend on S, and not on how many threads (<see cref="StepThreads"/>) compute the shards. They are for large batches.
    /// </summary>
    /// <exception cref="ArgumentException">It is below 1; or a layer looks at the whole batch, as batch normalization does.</exception>
    public int Shards
    {
        get;
        init
        {
            field = Within.Positive(value);
            sharded = value > 1 ? new ShardedGradient<T>(objective, value) : null;
        }
    } = 1;

    /// <summary>How many steps were made.</summary>
    public long Steps => update.Steps;

    /// <summary>
    /// How long training is meant to be, for schedules that depend on it; null where it is not known. Setting it starts the schedule
    /// anew. <see cref="Fit"/> sets it itself.
    /// </summary>
    public TrainingLength? Length
    {
        get;
        set
        {
            field = value;
            firstStep = Steps;
            losses.Clear();
            plateaus = new PlateauCount();
        }
    }

    /// <summary>η of the last step: the optimizer's times the schedule's factor; before the first step the optimizer's.</summary>
    public double LearningRate { get; private set; }

    /// <summary>∂L/∂θ of the last step, after clipping: parameters × 1.</summary>
    public Matrix<T> Gradient => sharded?.Gradient ?? workspace.Gradient;

    /// <summary>One step: forward, loss, backward, update. Allocates nothing once a batch of this size has been seen.</summary>
    /// <param name="batch">The samples, with their targets.</param>
    /// <returns>The batch's objective before the update.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network, or holds a number that is not finite. The parameters are as before.</exception>
    /// <exception cref="TrainingDivergedException">The objective, or its gradient, is not finite. The parameters are as before.</exception>
    /// <exception cref="InvalidOperationException">The schedule depends on the <see cref="Length"/> of the training, which is not known.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Step(in Batch<T> batch)
    {
        TrainingPosition position = new(Steps - firstStep, Length, CollectionsMarshal.AsSpan(losses))
        {
            Plateaus = plateaus,
        };
        LearningRate = rule.Optimizer.LearningRate * rule.Schedule.Factor(position);
        foreach (IScheduledLayer layer in scheduled)
        {
            layer.Factor = layer.Schedule.Factor(position);
        }
        objective.SmoothingFactor = smoothing.Factor(position);
        T value = Differentiate(in batch);
        Span<T> gradient = Gradient.Values;

        // A gradient may overflow where the loss does not yet: one look at its length sees that too.
        if (!T.IsFinite(value) || !Sums.AreFinite<T>(gradient))
        {
            TrainingData.RequireFinite(batch);
            throw new TrainingDivergedException(double.CreateTruncating(value), Steps + 1, Steps, LearningRate);
        }
        rule.Clipping?.Apply(gradient);
        update.Make(gradient, LearningRate, rule.Decay?.Schedule.Factor(position) ?? 0);
        if (sharded is null)
        {
            objective.Network.Commit(workspace);
            Observer?.Observe(objective.Network, batch.Inputs, workspace);
        }
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Differentiate(in Batch<T> batch)
    {
        if (sharded is not null)
        {
            return sharded.Compute(in batch, generator) + objective.Penalize(sharded.Gradient);
        }
        if (workspace.Capacity < batch.Count)
        {
            workspace = objective.Network.CreateWorkspace(batch.Count);
        }
        return objective.Gradient(in batch, workspace, generator);
    }

    /// <summary>One step on samples that all weigh the same.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <inheritdoc cref="Step(in Batch{T})"/>
    public T Step(Matrix<T> x, Matrix<T> target) => Step(new Batch<T>(x, target));

    /// <summary>Tells the schedule how an epoch of a loop of one's own ended: "reduce on plateau" depends on it, the others do not.</summary>
    /// <param name="loss">The monitored loss: of validation samples, or the mean of the epoch's steps.</param>
    public void EndEpoch(double loss)
    {
        if (readsLosses)
        {
            losses.Add(loss);
        }
    }

    /// <summary>
    /// Steps over shuffled batches, epoch by epoch. Where there are validation samples or a stopping rule, the network ends with
    /// the parameters of its best epoch, else with those of the last.
    /// </summary>
    /// <param name="training">The samples to train on.</param>
    /// <param name="validation">The samples to validate with after each epoch; null for none.</param>
    /// <param name="options">The number of epochs, the batch size, and when to stop early.</param>
    /// <param name="progress">Receives a report of every epoch, on this thread.</param>
    /// <param name="cancellation">Stops training after the current step; see <see cref="History.Kept"/> for the parameters that remain.</param>
    /// <returns>The history of the training.</returns>
    /// <exception cref="ArgumentException">
    /// Training or validation samples are none, do not fit the network, all weigh 0, or hold a number that is not finite.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint is of another training.</exception>
    /// <exception cref="TrainingDivergedException">
    /// The objective of a step, or its gradient, is not finite: the parameters are those before it. Or the validation loss is not:
    /// they are those after it.
    /// </exception>
    public History Fit(
        Dataset<T> training,
        Dataset<T>? validation,
        FitOptions options,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        Fitting<T> fitting = Begin(training, validation, options);
        options.Checkpoint.Run(fitting, progress, cancellation);
        fitting.End();
        return fitting.History;
    }

    /// <summary>The same training, for whoever moves it on step by step.</summary>
    /// <exception cref="ArgumentException">Training or validation samples cannot be trained with.</exception>
    internal Fitting<T> Begin(Dataset<T> training, Dataset<T>? validation, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        TrainingData.Require(training, network, nameof(training));
        TrainingData.Require(validation, network, nameof(validation));
        if (Shards > options.BatchSize)
        {
            throw new ArgumentException($"{Shards} shards need larger batches than {options.BatchSize}.");
        }
        Length = TrainingLength.Of(training.Count, options.BatchSize, options.Epochs);
        return new Fitting<T>(this, network, objective, generator, training, validation, options);
    }

    /// <summary>Passes over the samples of a loader.</summary>
    internal ShuffledPasses<T> Over(BatchLoader<T> batches) => new(this, batches, generator);

    void IResumable.Save(BinaryWriter writer)
    {
        GeneratorState drawn = generator.State;
        writer.WriteAll<ulong>([drawn.S0, drawn.S1, drawn.S2, drawn.S3]);
        writer.Write(LearningRate);
        writer.Write(firstStep);
        writer.Write(losses.Count);
        writer.WriteAll<double>(CollectionsMarshal.AsSpan(losses));
        update.Save(writer);
    }

    void IResumable.Restore(BinaryReader reader)
    {
        Span<ulong> drawn = stackalloc ulong[4];
        reader.ReadAll(drawn);
        generator.State = new GeneratorState(drawn[0], drawn[1], drawn[2], drawn[3]);
        LearningRate = reader.ReadDouble();
        firstStep = reader.ReadInt64();
        CollectionsMarshal.SetCount(losses, reader.ReadInt32());
        reader.ReadAll(CollectionsMarshal.AsSpan(losses));
        plateaus = new PlateauCount();
        update.Restore(reader);
    }
}
