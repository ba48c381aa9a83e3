using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>Trains what stands ready: the one training behind all that an experiment does, for whoever wants to look at its steps.</summary>
public static class PreparedTraining
{
    /// <summary>Trains the network.</summary>
    /// <param name="prepared">The network, which is changed, and the samples.</param>
    /// <param name="recipe">How: the one it was prepared by.</param>
    /// <param name="observer">Looks at every step; null for nobody.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    public static History Train<T>(
        this Preparation<T> prepared,
        Recipe recipe,
        IStepObserver<T>? observer = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(recipe);
        Generator generator = new(recipe.Seed, RandomStreams.Training);
        Trainer<T> trainer = new(prepared.Network, prepared.Loss, recipe.UpdateRule, generator) { Observer = observer };
        FitOptions options = new()
        {
            Epochs = recipe.Epochs,
            BatchSize = recipe.BatchSize,
            StoppingRule =
                recipe.Patience is { } patience && prepared.Validation is not null ? new EarlyStopping(patience) : null,
        };
        return trainer.Fit(prepared.Training, prepared.Validation, options, progress, cancellation);
    }
}
