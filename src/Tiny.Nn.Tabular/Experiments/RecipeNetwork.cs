using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The network that a recipe describes, and its training: the one way from a recipe to parameters.</summary>
internal static class RecipeNetwork
{
    /// <summary>The hidden layers of the recipe between so many inputs and outputs.</summary>
    internal static Architecture Design(Recipe recipe, int inputs, int outputs, Activation outputActivation)
    {
        Architecture architecture = Architecture.WithInputs(inputs);
        foreach (int units in recipe.Hidden)
        {
            architecture = architecture.Dense(units);
            architecture = recipe.Normalization switch
            {
                Normalization.Batch => architecture.BatchNormalization(),
                Normalization.Layer => architecture.LayerNormalization(),
                _ => architecture,
            };
            architecture = architecture.Activation(recipe.Activation);
            architecture = recipe.Dropout > 0 ? architecture.Dropout(recipe.Dropout) : architecture;
        }
        return architecture.Dense(outputs, outputActivation);
    }

    /// <summary>Trains a network, which is changed, as the recipe says.</summary>
    /// <exception cref="ArgumentException">Steps are to be observed, and the recipe trains on all rows at once.</exception>
    internal static History Train<T>(
        Recipe recipe,
        SequentialNetwork<T> network,
        Loss loss,
        Dataset<T> training,
        Dataset<T>? validation,
        IStepObserver<T>? observer,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (recipe.FullBatch is not null)
        {
            return observer is null
                ? FullBatchTraining.Train(recipe, network, loss, training, validation, progress, cancellation)
                : throw new ArgumentException("There are no steps of batches to observe.", nameof(observer));
        }
        Generator generator = new(recipe.Seed, RandomStreams.Training);
        Trainer<T> trainer = new(network, loss, recipe.UpdateRule, generator) { Observer = observer };
        FitOptions options = new()
        {
            Epochs = recipe.Epochs,
            BatchSize = recipe.BatchSize,
            StoppingRule =
                recipe.Patience is { } patience && validation is not null ? new EarlyStopping(patience) : null,
        };
        return trainer.Fit(training, validation, options, progress, cancellation);
    }
}
