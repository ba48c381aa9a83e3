using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Ensembles;

/// <summary>Trains the bags of an ensemble, one after the other.</summary>
internal static class EnsembleTraining
{
    internal static TrainedBag<T> TrainBag<T>(
        BagRecipe bag,
        Table table,
        LearningTask task,
        Splitter splitter,
        int[] rows,
        int threads,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Recipe recipe = bag.Recipe;
        TableEncoding encoding = TableEncoding.Fit(table.Schema, table.Features, rows, recipe.Encoding);
        EncodedRows<T> encoded = EncodedRows<T>.Create(table, task, new Split(rows, [], []), encoding, []);
        Architecture architecture = RecipeNetwork.Design(recipe, encoding, task.Outputs, task.OutputActivation);
        Fold[] folds =
        [
            .. splitter
                .Folds(rows, task.FoldStrata(rows, bag.Folds), bag.Folds, recipe.Seed)
                .Select(split => new Fold([.. split.Training], [.. split.Test])),
        ];
        Generator seeds = new(recipe.Seed, RandomStreams.BagSeeds);
        List<BagMember<T>> members = [];
        foreach (Fold fold in folds)
        {
            ulong seed = seeds.NextBits();
            SequentialNetwork<T> network = RecipeNetwork.Build(
                recipe,
                architecture,
                seed,
                () => Samples.Select(encoded.Training.Inputs, fold.Training.AsSpan(0, Math.Min(fold.Training.Length, 2000)))
            );
            members.Add(new BagMember<T>(recipe, network, task.Loss, encoded.Training, fold, seed));
        }
        BagTraining<T> training = new(members, recipe.Epochs, recipe.StoppingRule, threads);
        History history = training.Run(progress, cancellation);
        return new TrainedBag<T>(bag, encoding, encoded.Target, members, history);
    }
}
