using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>
/// Trains a network to its optimum under one L2 penalty after the other, from strong to weak, each from where the one before ended, and keeps the optimum that validation
/// samples like best. As soon as a weaker penalty does no better, the path ends.
/// Friedman, Hastie, Tibshirani, "Regularization Paths for Generalized Linear Models via Coordinate Descent", 2010, with warm starts in this order.
/// </summary>
/// <remarks>Every step counts as an epoch. The validation samples choose the penalty and nothing else: no step's epoch is reported with their loss.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class PenaltyPath<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly Loss loss;
    private readonly Lbfgs method;
    private readonly IReadOnlyList<WeightPenalty> penalties;

    /// <summary>A path for a network. It changes the network's parameters.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="loss">The loss of its outputs, compared with the targets.</param>
    /// <param name="method">How steps are made.</param>
    /// <param name="penalties">λ₂ of every optimum, from strong to weak; at least one.</param>
    /// <exception cref="ArgumentException">There is no penalty.</exception>
    public PenaltyPath(SequentialNetwork<T> network, Loss loss, Lbfgs method, IReadOnlyList<double> penalties)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(penalties);
        if (penalties.Count == 0)
        {
            throw new ArgumentException("There is no penalty to choose.", nameof(penalties));
        }
        this.network = network;
        this.loss = loss;
        this.method = method;
        this.penalties = [.. penalties.Select(l2 => new WeightPenalty(L2: l2))];
    }

    /// <summary>The penalty that was chosen; null before there is one.</summary>
    public WeightPenalty? Chosen { get; private set; }

    /// <summary>Where the state of a training is kept, between two penalties, and where it goes on from; null for nowhere.</summary>
    public ICheckpoint? Checkpoint { get; init; }

    /// <summary>Goes along the path.</summary>
    /// <param name="training">The samples to train on.</param>
    /// <param name="validation">The samples that choose the penalty.</param>
    /// <param name="epochs">How many steps to make at most, all penalties together.</param>
    /// <param name="progress">Receives a report of every epoch, on this thread, also of those that are not kept.</param>
    /// <param name="cancellation">Ends it inside the current step; the best optimum so far stays, or, before there is one, the last step.</param>
    /// <returns>
    /// The steps that led to the parameters that were kept; <see cref="History.StopReason"/> is that of the optimum kept, and
    /// <see cref="History.ChosenPenalty"/> its penalty.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Samples are none, do not fit the network, all weigh 0, or hold a number that is not finite; or the network has dropout or batch normalization.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The objective, or its gradient, is not finite at the start, or a validation loss later.</exception>
    public History Fit(
        Dataset<T> training,
        Dataset<T> validation,
        int epochs,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        Validator<T> validator = NetworkDescent<T>.Validate(network, loss, validation)!;
        PenaltySteps<T> steps = new(
            network,
            penalties,
            epochs,
            validator,
            penalty => new NetworkDescent<T>(network, loss, method, penalty, training, cancellation),
            progress
        );
        Checkpoint.Run(steps, null, cancellation);
        Chosen = steps.Chosen;
        return steps.End();
    }
}
