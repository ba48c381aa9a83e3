using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>Makes a trained model of a plan.</summary>
public static class PlanTraining
{
    /// <summary>Trains the network.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over: there is no model yet.</exception>
    /// <exception cref="DisagreementException">Of several processes one came to other parameters.</exception>
    public static Trained<T> Train<T>(
        this Plan<T> plan,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Bags.Count == 0
            ? plan.Train(plan.Build(), null, progress, cancellation)
            : TrainBags(plan, progress, cancellation);
    }

    private static Trained<T> TrainBags<T>(
        Plan<T> plan,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IReadOnlyList<TrainedBag<T>> bags = EnsembleTraining.TrainBags(plan, progress, cancellation);
        ModelTarget target = plan.BagTarget;
        if (plan.Recipe.Effort == Effort.High)
        {
            double[] weights = GreedyBlend.Weights(bags, target, plan.Table.Target!);
            bags = [.. bags.Zip(weights, (bag, weight) => bag.Weighing(weight))];
        }
        Blend blend = Blend.Of(bags, target, plan.Table.Target!);
        Predictions? outOfFold = blend.Predictions();
        History history = bags[0].History;
        Model<T> model = Finish(
            plan,
            [.. bags.Select(bag => bag.Bag)],
            target,
            blend.Calibration,
            history,
            () => outOfFold!
        );
        return new Trained<T>(plan, model, history) { Bags = bags, OutOfFold = outOfFold };
    }

    /// <summary>Trains a network that somebody has looked at before its first step, or wants to watch step by step.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="network">The network of <see cref="Plan{T}.Build"/>. Training changes it, and the model keeps it.</param>
    /// <param name="observer">Looks at every step of batches; null for nobody.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="ArgumentException">
    /// The network is not of this plan's architecture; or steps are to be observed, and the recipe trains on all rows at once.
    /// </exception>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over: there is no model yet.</exception>
    /// <exception cref="DisagreementException">Of several processes one came to other parameters.</exception>
    public static Trained<T> Train<T>(
        this Plan<T> plan,
        SequentialNetwork<T> network,
        IStepObserver<T>? observer,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(network);
        if (!network.Architecture.Equals(plan.Architecture))
        {
            throw new ArgumentException(
                $"The network is {network.Architecture}; the plan is for {plan.Architecture}.",
                nameof(network)
            );
        }
        History history = FirstRank.Train(
            plan.Ranks,
            plan.Checkpoint,
            (checkpoint, cancelled) =>
                RecipeNetwork.Train(
                    plan.Recipe,
                    network,
                    plan.Loss,
                    plan.Training,
                    plan.Validation,
                    observer,
                    checkpoint,
                    progress,
                    cancelled
                ),
            cancellation
        );
        return history is { StopReason: StopReason.Cancelled, Epochs.Count: 0 }
            ? throw new OperationCanceledException(
                "Training was cancelled before its first epoch was over: there is no model yet.",
                cancellation
            )
            : new Trained<T>(plan, Finish(plan, network, history), history);
    }

    /// <summary>The model of one trained network.</summary>
    internal static Model<T> Finish<T>(Plan<T> plan, SequentialNetwork<T> network, History history)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Bag<T>[] bags = [new(plan.Encoding, [network])];
        Model<T> model = new(bags, plan.Target, Provenance.Unknown);
        return Finish(
            plan,
            bags,
            plan.Target,
            Calibration.None,
            history,
            () => Evaluation.Predict(model, plan.Table, plan.Split.Validation.AsSpan())
        );
    }

    /// <summary>The model of trained networks: with the threshold that unseen rows choose, where the recipe wants one.</summary>
    private static Model<T> Finish<T>(
        Plan<T> plan,
        IReadOnlyList<Bag<T>> bags,
        ModelTarget target,
        Calibration calibration,
        History history,
        Func<Predictions> unseen
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        plan.Ranks.Require(
            "parameters",
            hash =>
            {
                foreach (SequentialNetwork<T> network in bags.SelectMany(bag => bag.Networks))
                {
                    hash.AppendData(MemoryMarshal.AsBytes(network.Parameters.Values));
                    hash.AppendData(MemoryMarshal.AsBytes(network.State.Values));
                }
            }
        );
        Provenance provenance = new(
            Version,
            Path.GetFileName(plan.Table.Source),
            plan.Split.Training.Length + plan.Split.Validation.Length,
            plan.Recipe.ToSettings(plan.Task.Kind, plan.TestShare),
            history.Epochs
        );
        return new(bags, plan.Task.Complete(target, unseen), provenance)
        {
            DataFormat = plan.Table.Format,
            Calibration = calibration,
        };
    }

    /// <summary>The version of the library, for those who ask how a model came to be.</summary>
    internal static string Version =>
        typeof(Recipe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            is { } version
            ? version.Split('+')[0]
            : "";
}
