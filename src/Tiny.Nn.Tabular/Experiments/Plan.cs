using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// What a recipe makes of a table before anything is trained: which rows are for what, how features become inputs, and the network's
/// architecture. It is the first of three values, plan, trained and judged: each holds the one
/// before, and what is fitted to the training rows is fitted once.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Plan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Splitter splitter;
    private readonly ReadOnlyMemory<double> weights;
    private readonly Lazy<EncodedRows<T>> encoded;

    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="task">What the target asks for.</param>
    /// <param name="splitter">Says what the rows are for.</param>
    /// <param name="split">What they are for.</param>
    /// <param name="testShare">The share of the test rows; null where they were given.</param>
    /// <param name="testTable">The table that the test rows are of.</param>
    /// <param name="weights">How much each row of the table counts in training; empty where all count the same.</param>
    internal Plan(
        Table table,
        Recipe recipe,
        LearningTask task,
        Splitter splitter,
        Split split,
        double? testShare,
        Table testTable,
        ReadOnlyMemory<double> weights
    )
    {
        this.splitter = splitter;
        this.weights = weights;
        Table = table;
        Recipe = recipe;
        Task = task;
        Split = split;
        TestTable = testTable;
        Encoding = Fit(table, split, recipe.InputEncoding);
        TestShare = testShare;
        Bags = recipe.HasBags ? Choose() : [];
        Architecture = Bags is [var first, ..]
            ? first.Architecture
            : RecipeNetwork.Design(recipe, Encoding, task.Outputs, task.OutputActivation);
        encoded = new(Encode);
    }

    /// <summary>Another network for rows of the same table, encoded alike.</summary>
    private Plan(Plan<T> other, Recipe recipe, Split split)
    {
        splitter = other.splitter;
        weights = other.weights;
        Table = other.Table;
        Recipe = recipe;
        Task = RecipeTask.Choose(Table, recipe);
        Split = split;
        TestTable = other.TestTable;
        Encoding = other.Encoding;
        Bags = [];
        Architecture = RecipeNetwork.Design(recipe, Encoding, Task.Outputs, Task.OutputActivation);
        TestShare = other.TestShare;
        encoded = ReferenceEquals(split, other.Split) ? other.encoded : new(Encode);
    }

    /// <summary>Features and a target.</summary>
    public Table Table { get; }

    /// <summary>How to train.</summary>
    public Recipe Recipe { get; }

    /// <summary>What the target asks for: classes or a number.</summary>
    internal LearningTask Task { get; }

    /// <summary>What the rows are for. Rows of training and validation are of <see cref="Table"/>, those of the test of <see cref="TestTable"/>.</summary>
    public Split Split { get; }

    /// <summary>The table that the test rows are of: <see cref="Table"/>, or another with the same columns.</summary>
    public Table TestTable { get; }

    /// <summary>From features to inputs, as the training rows, and no other, have it.</summary>
    public TableEncoding Encoding { get; }

    /// <summary>The bags that would be trained; none where it is one network.</summary>
    internal IReadOnlyList<BagPlan> Bags { get; }

    /// <summary>How many epochs there are at most, in all bags.</summary>
    internal int Epochs => Bags.Count == 0 ? Recipe.Epochs : Bags.Sum(bag => bag.Bag.Recipe.Epochs);

    /// <summary>The network that would be trained; of several the first. It has no parameters yet, whatever its size.</summary>
    public Architecture Architecture { get; }

    /// <summary>What compares the network's outputs with the targets.</summary>
    public Loss Loss => Task.Loss;

    /// <summary>True where the samples are in memory.</summary>
    internal bool IsEncoded => encoded.IsValueCreated;

    /// <summary>What is to be predicted, as far as the training rows tell.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    public ModelTarget Target => Encoded().Target;

    /// <summary>What is to be predicted, as far as the rows of bags tell: all rows but those of the test.</summary>
    internal ModelTarget BagTarget => Task.Fit(Bags[0].Rows);

    /// <summary>The samples to learn from, in the order of the split. They are made when first asked for, and kept.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    public Dataset<T> Training => Encoded().Training;

    /// <summary>The samples that choose the best epoch, in the order of the split; null for none.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    public Dataset<T>? Validation => Encoded().Validation;

    /// <summary>Where the state of its training is kept from time to time, and where it goes on from; null for nowhere.</summary>
    /// <remarks>Not the linear model's, with which a report compares: that is trained anew.</remarks>
    public ICheckpoint? Checkpoint { get; set; }

    /// <summary>
    /// The processes that share the training: each makes this run, with the same plan, and has the same model in the end. Of bags the networks are dealt over them, a single
    /// network is trained by the first. Usually this one alone.
    /// </summary>
    public IRanks Ranks { get; set; } = OneRank.OfMachine;

    /// <summary>The network and the split.</summary>
    public override string ToString() => $"{Architecture}: {Split}";

    /// <summary>How much each row of the table counts in training; empty where all count the same.</summary>
    internal ReadOnlyMemory<double> Weights => weights;

    /// <summary>The share of the test rows; null where they were given, and not a share.</summary>
    internal double? TestShare { get; }

    /// <summary>A network with the parameters that training starts from: the same ones each time.</summary>
    public SequentialNetwork<T> Build() =>
        RecipeNetwork.Build(Recipe, Architecture, Recipe.Seed, () => Training.Inputs);

    private static TableEncoding Fit(Table table, Split split, EncodingOptions options) =>
        TableEncoding.Fit(table.Schema, table.Cells, split.Training.AsMemory(), options);

    private BagPlan[] Choose()
    {
        int rows = Split.Training.Length + Split.Validation.Length;
        NetworkSize size = new(Encoding.Outputs, Encoding.Amounts.Count, Task.Outputs);
        Dictionary<EncodingOptions, TableEncoding> fitted = new() { [Recipe.InputEncoding] = Encoding };
        List<BagPlan> plans = [];
        double smoothing = Task.MostSmoothing(Split.Training.AsSpan());
        foreach (BagRecipe chosen in Portfolio.Choose(Recipe, Task.Kind, rows, size))
        {
            BagRecipe bag = chosen with
            {
                Recipe = chosen.Recipe with { LabelSmoothing = Math.Min(smoothing, chosen.Recipe.LabelSmoothing) },
            };

            // Several recipes encode alike: what is fitted to the training rows is fitted once.
            if (!fitted.TryGetValue(bag.Recipe.Encoding, out TableEncoding? encoding))
            {
                encoding = Fit(Table, Split, bag.Recipe.Encoding);
                fitted.Add(bag.Recipe.Encoding, encoding);
            }
            LearningTask task = RecipeTask.Choose(Table, bag.Recipe);
            plans.Add(new BagPlan(bag, encoding, Table, task, Split, splitter, weights));
        }
        return [.. plans];
    }

    /// <summary>Another recipe's single network for the same rows: they and the encoding are shared.</summary>
    internal Plan<T> With(Recipe recipe) => new(this, recipe, Split);

    /// <summary>The same, where a share of the training rows is set aside for validation.</summary>
    internal Plan<T> HoldingOut(double share, Recipe recipe)
    {
        Split inner = splitter.SetAside([.. Split.Training], Task.Strata(), share, recipe.Seed);
        return new(this, recipe, new Split(inner.Training, inner.Test, Split.Test));
    }

    /// <summary>Another recipe for the same table: the test rows stay, the others are for training and validation as it wants.</summary>
    internal Plan<T> Anew(Recipe recipe)
    {
        LearningTask task = RecipeTask.Choose(Table, recipe);
        Split known = splitter.Divide(task.Strata(), recipe.ValidationShare, recipe.Seed);
        Split split = new(known.Training, known.Validation, Split.Test);
        return new Plan<T>(Table, recipe, task, splitter, split, TestShare, TestTable, weights) { Ranks = Ranks };
    }

    /// <summary>Another recipe for the same table, of which other rows test.</summary>
    internal Plan<T> Anew(Recipe recipe, Split split) =>
        new(Table, recipe, RecipeTask.Choose(Table, recipe), splitter, split, null, Table, weights);

    /// <summary>The test rows, of the table itself, as the training rows have them encoded.</summary>
    internal Dataset<T> Judging() => EncodedRows<T>.Of(Table, Task, Target, Split.Test, Split, Encoding, weights.Span);

    /// <summary>
    /// All rows but those of the test, dealt into folds, each of which tests what learned from the others; of those the recipe's share chooses the epoch.
    /// </summary>
    /// <param name="count">How many folds; there are fewer where the rows allow no more, and one where the table says which rows validate, or when they were.</param>
    /// <exception cref="DataException">The rows cannot be divided so.</exception>
    internal IReadOnlyList<Split> Folds(int count)
    {
        int[] strata = Task.Strata();
        Split outer = splitter.Divide(strata, 0, Recipe.Seed);
        int[] rows = [.. outer.Training.Concat(outer.Validation).Order()];
        Split Divide(Fold fold)
        {
            int[] known = Rows.Pick(rows, fold.Training);
            Split own = splitter.SetAside(known, strata, Recipe.ValidationShare, Recipe.Seed);
            return new Split(own.Training, own.Test, Rows.Pick(rows, fold.Validation));
        }
        return [.. FoldDeal.Of(rows, outer, splitter, Task, count, Recipe.Seed).Select(Divide)];
    }

    /// <summary>Makes sure that recipe, task and rows go together, before anything is trained.</summary>
    /// <exception cref="DataException">They do not.</exception>
    internal void Require() => RecipeTask.Require(Recipe, Task, Table.Target!.Name, UnseenRows);

    /// <summary>How many rows some network does not learn from, and says something of.</summary>
    private int UnseenRows =>
        Bags.Count == 0 ? Split.Validation.Length : Bags[0].Folds.Sum(fold => fold.Validation.Length);

    private EncodedRows<T> Encoded()
    {
        Require();
        return encoded.Value;
    }

    private EncodedRows<T> Encode() => EncodedRows<T>.Create(Table, Task, Split, Encoding, weights.Span);
}
