using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>
/// Trains a network on all samples at once: each step of <see cref="Lbfgs"/> looks at all of them, and counts as an epoch.
/// For few samples or a convex objective, as a linear model has it: there it ends at the optimum.
/// </summary>
/// <remarks>Nothing is drawn at random, and the objective is computed in double: see <see cref="FullBatchObjective{T}"/>.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class FullBatchTrainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly Loss loss;
    private readonly Lbfgs method;
    private readonly WeightPenalty? penalty;

    /// <summary>A trainer of a network. It changes the network's parameters, step by step.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="loss">The loss of its outputs, compared with the targets; smooth, or the end may be no minimum.</param>
    /// <param name="method">How steps are made.</param>
    /// <param name="penalty">The penalty on large weights, without L1; null for none.</param>
    public FullBatchTrainer(SequentialNetwork<T> network, Loss loss, Lbfgs method, WeightPenalty? penalty = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(method);
        this.network = network;
        this.loss = loss;
        this.method = method;
        this.penalty = penalty;
    }

    /// <summary>Where the state of a training is kept from time to time, and where it goes on from; null for nowhere.</summary>
    public ICheckpoint? Checkpoint { get; init; }

    /// <summary>
    /// Steps until the gradient vanishes, the objective falls no further, a rule says so, or there were enough. Where there are validation samples, the
    /// network ends with the parameters of its best epoch by them, else with those of the lowest objective.
    /// </summary>
    /// <param name="training">The samples to train on.</param>
    /// <param name="validation">The samples to validate with after each step; null for none.</param>
    /// <param name="epochs">How many steps to make at most.</param>
    /// <param name="stoppingRule">Decides after every step whether to stop early; null for no such rule.</param>
    /// <param name="progress">Receives a report of every epoch, on this thread.</param>
    /// <param name="cancellation">Stops training inside the current step, which is lost.</param>
    /// <returns>The history of the training.</returns>
    /// <exception cref="ArgumentException">
    /// Samples are none, do not fit the network, all weigh 0, or hold a number that is not finite; the network has dropout or batch normalization, or the penalty
    /// an L1 part.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The objective, or its gradient, is not finite at the start, or the validation loss later.</exception>
    public History Fit(
        Dataset<T> training,
        Dataset<T>? validation,
        int epochs,
        IStoppingRule? stoppingRule = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        NetworkDescent<T> descent = new(network, loss, method, penalty, training, cancellation);
        Validator<T>? validator = NetworkDescent<T>.Validate(network, loss, validation);
        FullBatchFitting<T> fitting = new(network, descent, validator, epochs, stoppingRule);
        Checkpoint.Run(fitting, progress, cancellation);
        fitting.End();
        return fitting.History;
    }
}
