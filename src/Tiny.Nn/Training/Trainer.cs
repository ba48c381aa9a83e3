using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training;

/// <summary>Trains a network: <see cref="Step(Batch{T})"/> is the whole of it, and <see cref="Fit"/> a loop over steps.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly Objective<T> objective;
    private readonly UpdateRule rule;
    private readonly OptimizerState<T> state;
    private readonly Generator generator;

    // A generic virtual method is looked up at every call; this one was looked up once.
    private readonly Update update;
    private Workspace<T> workspace;

    /// <summary>A trainer of a network. It changes the network's parameters, step by step.</summary>
    /// <param name="network">What is to be trained.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="rule">How a step changes the parameters: an optimizer, or one with a penalty and clipping.</param>
    /// <param name="generator">Where shuffling and dropout draw from.</param>
    public Trainer(SequentialNetwork<T> network, Loss loss, UpdateRule rule, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(generator);
        this.network = network;
        this.rule = rule;
        this.generator = generator;
        update = rule.Optimizer.Update;
        objective = Objective.Create(network, loss, rule.Penalty);
        state = new OptimizerState<T>(rule.Optimizer, network.Parameters.Rows);
        workspace = new Workspace<T>(objective.Network, capacity: 1);
    }

    private delegate void Update(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    );

    /// <summary>Who looks at every step; null for nobody.</summary>
    public IStepObserver<T>? Observer { get; init; }

    /// <summary>How many steps were made.</summary>
    public long Steps => state.Steps;

    /// <summary>∂L/∂θ of the last step, after clipping: parameters × 1.</summary>
    public Matrix<T> Gradient => workspace.Gradient;

    /// <summary>One step: forward, loss, backward, update. Allocates nothing once a batch of this size has been seen.</summary>
    /// <param name="batch">The samples, with their targets.</param>
    /// <returns>The batch's objective before the update.</returns>
    /// <exception cref="TrainingDivergedException">The objective, or its gradient, is not finite. The parameters are as before.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Step(Batch<T> batch)
    {
        if (workspace.Capacity < batch.Count)
        {
            workspace = new Workspace<T>(objective.Network, batch.Count);
        }
        T value = objective.Gradient(batch, workspace, generator);
        Span<T> gradient = workspace.Gradient.Values;

        // A gradient may overflow where the loss does not yet: one look at its length sees that too.
        if (!T.IsFinite(value) || !T.IsFinite(Sums.SumOfMagnitudes<T>(gradient)))
        {
            throw new TrainingDivergedException(
                double.CreateTruncating(value),
                state.Steps + 1,
                rule.Optimizer.LearningRate
            );
        }
        rule.Clipping?.Apply(gradient);
        update(network.Parameters.Values, gradient, state, rule.Optimizer.LearningRate);
        objective.Network.Commit(batch.Inputs, workspace);
        Observer?.Observe(objective.Network, batch.Inputs, workspace);
        return value;
    }

    /// <summary>One step on samples that all weigh the same.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <inheritdoc cref="Step(Batch{T})"/>
    public T Step(Matrix<T> x, Matrix<T> target) => Step(new Batch<T>(x, target));

    /// <summary>
    /// Steps over shuffled batches, epoch by epoch. Where there are validation samples or a stopping rule, the network ends with
    /// the parameters of its best epoch, else with those of the last.
    /// </summary>
    /// <param name="training">The samples that are learned from.</param>
    /// <param name="validation">Samples that only tell how well it goes; null for none.</param>
    /// <param name="options">How long, in which portions, and when to stop.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; see <see cref="History.Kept"/> for the parameters that remain.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">There is no sample to learn from, or none in what is to validate.</exception>
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
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        Require(training, nameof(training));
        Require(validation, nameof(validation));
        BatchLoader<T> batches = new(training, options.BatchSize);
        Workspace<T> validating = new(objective.Network, validation is null ? 1 : Math.Min(validation.Count, 1024));
        ValidationScore<T>? score = validation is null
            ? null
            : ValidationScore.Create(objective.Loss, validation.Targets);
        BestParameters<T>? best =
            validation is null && options.StoppingRule is null ? null : new BestParameters<T>(network);
        History history = new();
        while (history.Epochs.Count < options.Epochs && history.StopReason == StopReason.AllEpochs)
        {
            if (RunEpoch(batches, cancellation) is not { } trainingLoss)
            {
                history.StopReason = StopReason.Cancelled;
                break;
            }
            double? validationLoss = validation is null ? null : objective.Evaluate(validation.All, validating, score);
            if (validationLoss is { } judged && !double.IsFinite(judged))
            {
                throw new TrainingDivergedException(judged, state.Steps, rule.Optimizer.LearningRate);
            }
            EpochReport report = new(history.Epochs.Count + 1, trainingLoss, validationLoss);
            report = score?.AddTo(report) ?? report;
            history.Add(report);
            best?.Offer(report.Monitored);
            progress?.Report(report);
            if (options.StoppingRule?.ShouldStop(history) == true)
            {
                history.StopReason = StopReason.StoppingRule;
            }
        }
        best?.Restore();
        history.Kept =
            best is not null ? history.Best
            : history.Epochs is [.., EpochReport last] ? last
            : null;
        return history;
    }

    private static void Require(Dataset<T>? data, string name)
    {
        if (data is { Count: 0 })
        {
            throw new ArgumentException("There are no samples.", name);
        }
        if (data is { SampleWeights.IsEmpty: false } && !data.SampleWeights.Span.ContainsAnyExcept(T.Zero))
        {
            throw new ArgumentException("All samples have weight 0.", name);
        }
    }

    /// <summary>One pass over all samples.</summary>
    /// <returns>The mean of the steps' objectives; null where it was cancelled.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double? RunEpoch(BatchLoader<T> batches, CancellationToken cancellation)
    {
        double sum = 0;
        double total = 0;
        batches.Shuffle(generator);
        while (batches.MoveNext())
        {
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }
            Batch<T> batch = batches.Current;
            sum += double.CreateTruncating(Step(batch)) * batch.Count;
            total += batch.Count;
        }
        return sum / total;
    }
}
