using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// The training of a plan's one network, moved on step by step by whoever wants to look between steps. Moved to its end it gives the very bytes of
/// <see cref="PlanTraining.Train{T}(Plan{T}, IProgress{EpochReport}, CancellationToken)"/>.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class SteppedTraining<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer;
    private readonly Fitting<T> fitting;

    /// <param name="plan">A plan for one network, with an optimizer that steps on batches.</param>
    /// <param name="network">Its network before the first step, which training changes.</param>
    /// <param name="observer">Looks at every step; null for nobody.</param>
    /// <exception cref="ArgumentException">The plan is for bags, or trains on all rows at once.</exception>
    internal SteppedTraining(Plan<T> plan, SequentialNetwork<T> network, IStepObserver<T>? observer = null)
    {
        if (plan.Bags.Count > 0 || plan.Recipe.FullBatch is not null)
        {
            throw new ArgumentException("There are no steps of one network to make.", nameof(plan));
        }
        Plan = plan;
        Network = network;
        (trainer, FitOptions options) = RecipeNetwork.Prepare(
            plan.Recipe,
            network,
            plan.Loss,
            plan.Validation,
            observer
        );
        fitting = trainer.Begin(plan.Training, plan.Validation, options);
    }

    /// <summary>What is trained by.</summary>
    internal Plan<T> Plan { get; }

    /// <summary>The network, as the last step left it.</summary>
    internal SequentialNetwork<T> Network { get; }

    /// <summary>The epochs that are over.</summary>
    internal History History => fitting.History;

    /// <summary>How many steps were made.</summary>
    internal long Steps => trainer.Steps;

    /// <summary>η of the last step.</summary>
    internal double LearningRate => trainer.LearningRate;

    /// <summary>True where no step is left to make.</summary>
    internal bool IsOver => fitting.IsOver;

    /// <summary>One step, of which there is one.</summary>
    /// <returns>The report of the epoch that ended with the step; null within an epoch.</returns>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    internal EpochReport? Step() => fitting.Step();

    /// <summary>
    /// The model that training gives if it ends here: that of the best epoch, or of the last. Training can go on: the network is left as it is.
    /// </summary>
    internal Trained<T> Now()
    {
        SequentialNetwork<T> going = Network.Copy();
        fitting.End();
        SequentialNetwork<T> kept = Network.Copy();
        going.Parameters.CopyTo(Network.Parameters);
        going.State.CopyTo(Network.State);
        return new Trained<T>(Plan, PlanTraining.Finish(Plan, kept, History), History);
    }
}
