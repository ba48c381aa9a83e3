using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The network that a recipe describes, and its training: the one way from a recipe to parameters.</summary>
internal static class RecipeNetwork
{
    /// <summary>The network of a recipe for the inputs of an encoding.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="encoding">What the inputs are.</param>
    /// <param name="outputs">How many outputs.</param>
    /// <param name="outputActivation">The activation of the output layer.</param>
    internal static Architecture Design(Recipe recipe, TableEncoding encoding, int outputs, Activation outputActivation)
    {
        Architecture architecture = Embeddings(recipe, encoding);
        if (recipe.InputScales == Trainability.Learned)
        {
            architecture = architecture.Add(new DiagonalScalingDescription());
        }
        foreach (int units in recipe.Hidden)
        {
            architecture = architecture.Add(Dense(recipe, units));
            architecture = recipe.Normalization switch
            {
                Normalization.Batch => architecture.BatchNormalization(),
                Normalization.Layer => architecture.LayerNormalization(),
                _ => architecture,
            };
            architecture =
                recipe.Slopes == Trainability.Learned
                    ? architecture.Add(new ParametricActivationDescription(recipe.Activation))
                    : architecture.Activation(recipe.Activation);
            architecture =
                recipe.Dropout > 0
                    ? architecture.Add(new DropoutDescription(recipe.Dropout) { Schedule = recipe.DropoutSchedule })
                    : architecture;
        }
        return architecture
            .Add(Dense(recipe, outputs, recipe.Start == Start.Zero ? Initializer.Zeros : null))
            .Activation(outputActivation);
    }

    /// <summary>The layers that embed categories and amounts, where the recipe does so and there are any.</summary>
    private static Architecture Embeddings(Recipe recipe, TableEncoding encoding)
    {
        Architecture architecture = Architecture.WithInputs(encoding.Outputs);
        int width = recipe.CategoryEmbedding;
        (int First, int Count)[] embedded =
        [
            .. encoding.Categories.Where(category => width > 0 && category.Count >= recipe.EmbedFrom),
        ];
        if (embedded.Length > 0)
        {
            architecture = architecture.Add(new CategoryEmbeddingDescription(InputRanges.OfBlocks(embedded), width));
        }
        if (recipe.Embedding == NumberEmbedding.Periodic && encoding.Amounts is { Count: > 0 } amounts)
        {
            // Each category before an amount now takes as many places as it is wide.
            int Moved(int place) =>
                place + embedded.Where(category => category.First < place).Sum(category => width - category.Count);
            architecture = architecture.Add(
                new PeriodicEmbeddingDescription(InputRanges.Of(amounts.Select(Moved))) { Deviation = recipe.Frequency }
            );
        }
        return architecture;
    }

    private static LayerDescription Dense(Recipe recipe, int units, Initializer? initializer = null) =>
        recipe.Parametrization == Parametrization.Ntk
            ? new NtkDenseDescription(units, initializer ?? recipe.Initializer)
            : new DenseDescription(units, initializer ?? recipe.Initializer);

    /// <summary>A network with the parameters that training starts from: the same ones each time.</summary>
    /// <param name="recipe">How parameters start.</param>
    /// <param name="architecture">What the recipe designed.</param>
    /// <param name="seed">The random seed.</param>
    /// <param name="inputs">The training samples; asked for only where the start depends on them.</param>
    internal static SequentialNetwork<T> Build<T>(
        Recipe recipe,
        Architecture architecture,
        ulong seed,
        Func<Matrix<T>> inputs
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(seed, RandomStreams.Initialization);
        SequentialNetwork<T> network = architecture.Build<T>(generator);
        if (recipe.Start == Start.Data)
        {
            DataDrivenStart.Apply(network, inputs(), generator);
        }
        return network;
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
        ICheckpoint? checkpoint,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (observer is not null && (recipe.FullBatch is not null || recipe.Shards > 1))
        {
            throw new ArgumentException("There are no steps of whole batches to observe.", nameof(observer));
        }
        if (recipe.FullBatch is not null)
        {
            return FullBatchTraining.Train(
                recipe,
                network,
                loss,
                training,
                validation,
                checkpoint,
                progress,
                cancellation
            );
        }
        (Trainer<T> trainer, FitOptions options) = Prepare(recipe, network, loss, validation, observer);
        options = options with { Checkpoint = checkpoint };
        return trainer.Fit(training, validation, options, progress, cancellation);
    }

    /// <summary>What steps on batches, and for how long, as the recipe says.</summary>
    internal static (Trainer<T> Trainer, FitOptions Options) Prepare<T>(
        Recipe recipe,
        SequentialNetwork<T> network,
        Loss loss,
        Dataset<T>? validation,
        IStepObserver<T>? observer
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(recipe.Seed, RandomStreams.Training);
        Trainer<T> trainer = new(network, loss, recipe.UpdateRule, generator)
        {
            Observer = observer,
            Shards = recipe.Shards,
        };
        FitOptions options = new()
        {
            Epochs = recipe.Epochs,
            BatchSize = recipe.BatchSize,
            Criterion = recipe.BestBy,
            StoppingRule = validation is null ? null : recipe.StoppingRule,
        };
        return (trainer, options);
    }
}
