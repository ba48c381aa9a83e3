using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// Which bags of networks are trained for a table where nobody describes a network. It follows from the effort, the task and the size of the
/// table, by counted work and never by the clock: the same table gives the same model on every machine.
/// </summary>
/// <remarks>docs/learning.md has the measurements behind it.</remarks>
internal static class Portfolio
{
    /// <summary>Multiplications and additions that a training may take: half a minute or so on two cores.</summary>
    private const double NormalWork = 6e12;

    /// <summary>The same for those who wait for some minutes.</summary>
    private const double HighWork = 6e13;

    /// <summary>From so many rows on bags of many kinds gain less than one of them with more epochs.</summary>
    private const int ManyRows = 30_000;

    private const int FewestEpochs = 8;
    private const int FewestFolds = 3;

    /// <summary>What the cosines of a number take, in weights of a dense layer.</summary>
    private const double WorkOfEmbedding = 200;

    /// <summary>How many inputs a number has beside itself where it is embedded.</summary>
    private const double EmbeddedBeside = 3;

    /// <summary>How many folds there may be; of one a tenth of the rows is held out.</summary>
    private static readonly int[] Folds = [8, 5, FewestFolds, 1];

    /// <summary>The bags for a table.</summary>
    /// <param name="recipe">Says of data, rows, classes and seed what holds for all of them.</param>
    /// <param name="kind">What is predicted.</param>
    /// <param name="rows">How many rows there are to learn from.</param>
    /// <param name="size">How many numbers a network without embeddings and bins takes and gives.</param>
    internal static IReadOnlyList<BagRecipe> Choose(Recipe recipe, TargetKind kind, int rows, NetworkSize size)
    {
        List<BagRecipe> bags = [.. Candidates(recipe, kind, rows)];
        double work = recipe.Effort == Effort.High ? HighWork : NormalWork;
        double Least(BagRecipe bag) => WorkOf(bag, FewestFolds, rows, size);

        // A bag of one network would count as much as others and know less: its share of the work is better spent on them.
        while (bags.Count > 1 && bags.FindLastIndex(bag => Least(bag) > work / bags.Count) is >= 0 and var tooLarge)
        {
            bags.RemoveAt(tooLarge);
        }
        return
        [
            .. bags.Select(bag => Within(bag, work / bags.Count, rows, size))
                .Select((bag, place) => bag with { Recipe = bag.Recipe with { Seed = recipe.Seed + (ulong)place } }),
        ];
    }

    /// <summary>Diverse recipes: each is wrong about other rows.</summary>
    private static BagRecipe[] Candidates(Recipe recipe, TargetKind kind, int rows)
    {
        BagRecipe Of(NamedRecipe named) => new(named.Name, named.For(recipe, kind, rows), Folds[0]);
        BagRecipe periodic = Of(NamedRecipe.RealMlpSmall);
        BagRecipe simple = Of(NamedRecipe.RealMlpSSmall);
        BagRecipe binned = Of(NamedRecipe.Binned);
        if (rows > ManyRows && recipe.Effort != Effort.High)
        {
            return [simple];
        }
        BagRecipe[] usual = kind == TargetKind.Regression ? [simple, binned] : [periodic, simple, binned];
        if (recipe.Effort != Effort.High)
        {
            return usual;
        }
        return
        [
            .. usual,
            .. kind == TargetKind.Regression ? [periodic] : Array.Empty<BagRecipe>(),
            periodic with
            {
                Name = "realmlp-small, 128 epochs",
                Recipe = periodic.Recipe with { Epochs = 128 },
            },
            periodic with
            {
                Name = "realmlp-small, high frequencies",
                Recipe = periodic.Recipe with { Frequency = 1, Dropout = 0.3 },
            },
            simple with
            {
                Name = "realmlp-s-small, plain inputs",
                Recipe = simple.Recipe with { Embedding = NumberEmbedding.None },
            },
            simple with
            {
                Name = "realmlp-s-small, bins",
                Recipe = simple.Recipe with
                {
                    Embedding = NumberEmbedding.None,
                    Encoding = simple.Recipe.Encoding with { Bins = 24 },
                },
            },
            binned with
            {
                Name = "binned, 8 bins",
                Recipe = binned.Recipe with { Encoding = binned.Recipe.Encoding with { Bins = 8 } },
            },
            Of(NamedRecipe.Plain),
            simple,
            binned,
            periodic,
        ];
    }

    /// <summary>A bag with as many folds, and then as many epochs, as the work allows.</summary>
    private static BagRecipe Within(BagRecipe bag, double work, int rows, NetworkSize size)
    {
        int folds = Math.Min(
            Folds.First(count => count == Folds[^1] || WorkOf(bag, count, rows, size) <= work),
            Math.Max(rows, 1)
        );
        int epochs = bag.Recipe.Epochs;
        while (
            epochs / 2 >= FewestEpochs
            && WorkOf(bag with { Recipe = bag.Recipe with { Epochs = epochs } }, folds, rows, size) > work
        )
        {
            epochs /= 2;
        }
        return bag with { Folds = folds, Recipe = bag.Recipe with { Epochs = epochs } };
    }

    /// <summary>Forward, backward and gradient: three products of two operations for each weight, row and epoch.</summary>
    private static double WorkOf(BagRecipe bag, int folds, int rows, NetworkSize size)
    {
        Recipe recipe = bag.Recipe;
        bool isPeriodic = recipe.Embedding == NumberEmbedding.Periodic;
        double wide = size.Inputs + (double)size.Amounts * (isPeriodic ? EmbeddedBeside : recipe.Encoding.Bins);
        double weights = isPeriodic ? size.Amounts * WorkOfEmbedding : 0;
        foreach (int units in recipe.Hidden)
        {
            weights += wide * units;
            wide = units;
        }
        weights += wide * size.Outputs;
        double learned = folds > 1 ? (double)rows * (folds - 1) : 0.9 * rows;

        // Those who stop early rarely come far.
        double epochs = recipe.Patience is null ? recipe.Epochs : Math.Min(recipe.Epochs, 80);
        return 6 * weights * learned * epochs;
    }
}
