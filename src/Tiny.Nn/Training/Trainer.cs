using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training;

/// <summary>Trains a network: <see cref="Step"/> is the whole of it, and <see cref="Fit"/> a loop over steps.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly Objective<T> objective;
    private readonly Optimizer optimizer;
    private readonly OptimizerState<T> state;
    private readonly Generator generator;

    // A generic virtual method is looked up at every call; this one was looked up once.
    private readonly Update update;
    private Workspace<T> workspace;

    /// <summary>A trainer of a network. It changes the network's parameters, step by step.</summary>
    /// <param name="network">What is to be trained.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="optimizer">How a step is made of a gradient.</param>
    /// <param name="generator">Where shuffling and dropout draw from.</param>
    /// <param name="penalty">What large weights cost; null for nothing.</param>
    public Trainer(
        SequentialNetwork<T> network,
        Loss loss,
        Optimizer optimizer,
        Generator generator,
        WeightPenalty? penalty = null
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(generator);
        this.network = network;
        this.optimizer = optimizer;
        this.generator = generator;
        update = optimizer.Update;
        objective = Objective.Create(network, loss, penalty);
        state = new OptimizerState<T>(optimizer, network.Parameters.Rows);
        workspace = new Workspace<T>(objective.Network, capacity: 1);
    }

    private delegate void Update(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    );

    /// <summary>What is done to a gradient that is too large; null for nothing.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>Who looks at every step; null for nobody.</summary>
    public IStepObserver<T>? Observer { get; init; }

    /// <summary>How many steps were made.</summary>
    public long Steps => state.Steps;

    /// <summary>∂L/∂θ of the last step, after clipping: parameters × 1.</summary>
    public Matrix<T> Gradient => workspace.Gradient;

    /// <summary>One step: forward, loss, backward, update. Allocates nothing once a batch of this size has been seen.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <param name="weights">One per sample; empty where all weigh the same.</param>
    /// <returns>The batch's objective before the update.</returns>
    /// <exception cref="TrainingDivergedException">The objective, or its gradient, is not finite. The parameters are as before.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Step(Matrix<T> x, Matrix<T> target, ReadOnlySpan<T> weights = default)
    {
        if (workspace.Capacity < x.Columns)
        {
            workspace = new Workspace<T>(objective.Network, x.Columns);
        }
        T value = objective.Gradient(x, target, weights, workspace, generator);
        Span<T> gradient = workspace.Gradient.Values;

        // A gradient may overflow where the loss does not yet: one look at its length sees that too.
        if (!T.IsFinite(value) || !T.IsFinite(Sums.SumOfMagnitudes<T>(gradient)))
        {
            throw new TrainingDivergedException(
                double.CreateTruncating(value),
                state.Steps + 1,
                optimizer.LearningRate
            );
        }
        Clipping?.Apply(gradient);
        update(network.Parameters.Values, gradient, state, optimizer.LearningRate);
        objective.Network.Commit(x, workspace);
        Observer?.Observe(objective.Network, x, workspace);
        return value;
    }

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
            double? validationLoss = validation is null
                ? null
                : objective.Evaluate(
                    validation.Inputs,
                    validation.Targets,
                    validation.SampleWeights.Span,
                    validating,
                    score
                );
            if (validationLoss is { } judged && !double.IsFinite(judged))
            {
                throw new TrainingDivergedException(judged, state.Steps, optimizer.LearningRate);
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
            double value = double.CreateTruncating(Step(batches.Inputs, batches.Targets, batches.Weights));
            sum += value * batches.Inputs.Columns;
            total += batches.Inputs.Columns;
        }
        return sum / total;
    }
}
