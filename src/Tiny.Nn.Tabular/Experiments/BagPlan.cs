using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>What a recipe makes of the rows of a bag before anything is trained: folds, inputs and architecture.</summary>
internal sealed class BagPlan
{
    private readonly Table table;
    private readonly LearningTask task;
    private readonly int[] rows;
    private readonly ReadOnlyMemory<double> weights;

    /// <param name="bag">How the networks are trained.</param>
    /// <param name="encoding">From features to inputs, fitted to the training rows.</param>
    /// <param name="table">Features and a target.</param>
    /// <param name="task">What the target asks for.</param>
    /// <param name="split">Training rows, which are dealt into folds; or, where validation rows are given, training rows and these.</param>
    /// <param name="splitter">Deals rows into folds.</param>
    /// <param name="weights">How much each row of the table counts in training; empty where all count the same.</param>
    internal BagPlan(
        BagRecipe bag,
        TableEncoding encoding,
        Table table,
        LearningTask task,
        Split split,
        Splitter splitter,
        ReadOnlyMemory<double> weights
    )
    {
        Bag = bag;
        this.table = table;
        this.task = task;
        this.weights = weights;
        rows = [.. split.Training.Concat(split.Validation).Order()];
        Folds = FoldDeal.Of(rows, split, splitter, task, bag.Folds, bag.Recipe.Seed);
        Encoding = encoding;
        Architecture = RecipeNetwork.Design(bag.Recipe, Encoding, task.Outputs, task.OutputActivation);
    }

    /// <summary>How the networks are trained.</summary>
    internal BagRecipe Bag { get; }

    /// <summary>The rows of the table, in the order of the samples.</summary>
    internal ReadOnlySpan<int> Rows => rows;

    /// <summary>Which samples each network learns from.</summary>
    internal ImmutableArray<Fold> Folds { get; }

    /// <summary>From features to inputs.</summary>
    internal TableEncoding Encoding { get; }

    /// <summary>The networks.</summary>
    internal Architecture Architecture { get; }

    /// <summary>The networks as they start, and the samples that they learn from.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    internal IReadOnlyList<BagMember<T>> Build<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dataset<T> samples = EncodedRows<T>
            .Create(table, task, new Split(rows, [], []), Encoding, weights.Span)
            .Training;
        Recipe recipe = Bag.Recipe;
        Generator seeds = new(recipe.Seed, RandomStreams.BagSeeds);
        List<BagMember<T>> members = [];
        foreach (Fold fold in Folds)
        {
            ulong seed = seeds.NextBits();
            SequentialNetwork<T> network = RecipeNetwork.Build(
                recipe,
                Architecture,
                seed,
                () => Samples.Select(samples.Inputs, fold.Training)
            );
            members.Add(new BagMember<T>(recipe, network, task.Loss, samples, fold, seed));
        }
        return members;
    }
}
