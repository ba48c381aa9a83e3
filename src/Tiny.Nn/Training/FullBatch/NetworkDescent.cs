using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>A minimization under way that a network follows: after each step its parameters are those of the step, rounded to its numbers.</summary>
internal sealed class NetworkDescent<T> : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly Descent descent;

    /// <summary>Starts from the network's parameters.</summary>
    /// <exception cref="ArgumentException">Samples, layers or penalty do not suit it.</exception>
    /// <exception cref="TrainingDivergedException">Objective or gradient is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal NetworkDescent(
        SequentialNetwork<T> network,
        Loss loss,
        Lbfgs method,
        WeightPenalty? penalty,
        Dataset<T> training,
        CancellationToken cancellation
    )
    {
        this.network = network;
        FullBatchObjective<T> objective = new(network.Architecture, loss, penalty, training, cancellation);
        double[] start = new double[objective.Count];
        Numbers.Convert<T, double>(network.Parameters.Values, start);
        descent = new Descent(objective, start, method.Memory, method.Tolerance, cancellation);
        if (!descent.IsFinite)
        {
            throw new TrainingDivergedException(descent.Value, step: 1, updates: 0, learningRate: null);
        }
    }

    /// <summary>The objective after the last step.</summary>
    internal double Value => descent.Value;

    /// <summary>Why there was no further step.</summary>
    internal StopReason StopReason =>
        descent.Ending switch
        {
            MinimizationEnding.GradientVanished => StopReason.Minimum,
            MinimizationEnding.NoDecrease => StopReason.NoDecrease,
            MinimizationEnding.Cancelled => StopReason.Cancelled,
            _ => StopReason.AllEpochs,
        };

    /// <summary>Makes a step, and the network follows.</summary>
    /// <returns>False where there is none to be made.</returns>
    internal bool Step()
    {
        if (!descent.Step())
        {
            return false;
        }
        Numbers.Convert(descent.Point, network.Parameters.Values);
        return true;
    }

    public void Save(BinaryWriter writer) => descent.Save(writer);

    public void Restore(BinaryReader reader)
    {
        descent.Restore(reader);
        Numbers.Convert(descent.Point, network.Parameters.Values);
    }

    /// <exception cref="TrainingDivergedException">The validation loss is not finite.</exception>
    internal static void RequireFinite(EpochReport report)
    {
        if (report.ValidationLoss is { } loss && !double.IsFinite(loss))
        {
            throw new TrainingDivergedException(loss, report.Epoch, report.Epoch, learningRate: null);
        }
    }

    /// <summary>Who asks the network about validation samples; null where there are none.</summary>
    /// <exception cref="ArgumentException">The samples do not suit the network.</exception>
    internal static Validator<T>? Validate(SequentialNetwork<T> network, Loss loss, Dataset<T>? validation)
    {
        TrainingData.Require(validation, network, nameof(validation));
        return validation is null ? null : new Validator<T>(Objective.Create(network, loss), validation);
    }
}
