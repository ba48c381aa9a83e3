using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Ten thousand levels of a category, and ten thousand classes, are learned or refused.</summary>
[TestFixture]
public sealed class ManyValuesTests
{
    private const int Many = 10_000;

    private static readonly string[] Names = [.. Enumerable.Range(0, Many).Select(i => $"v{i}")];

    /// <summary>Each level has a row of its own.</summary>
    private static readonly Table Levels = Of(Many, row => row, row => row % 3 == 0 ? "p" : "q");

    /// <summary>Each class has two rows.</summary>
    private static readonly Table Classes = Of(2 * Many, row => row % 5, row => Names[row / 2]);

    /// <summary>Enough rows for an epoch that takes no time.</summary>
    private static readonly int[] SomeRows = [.. Enumerable.Range(0, 60)];

    private static readonly Recipe Short = new() { TestFraction = 0.5 };

    [Test]
    public void Every_named_recipe_learns_from_a_category_of_that_many_levels([Range(0, 5)] int which)
    {
        NamedRecipe named = NamedRecipe.All[which];
        Recipe recipe = named.For(Short, TargetKind.Classification, Many) with { Hidden = [4], Epochs = 1 };
        Model<float> model = Experiment.Plan<float>(Levels, recipe).Train().Model;
        Assert.That(model.Predict(Levels, SomeRows).Values.ToArray(), Is.All.InRange(0, 1));
        Assert.That(model.Encoding.Notes.Select(note => note.Text), Has.Some.Contains("the others share one"));
    }

    [Test]
    public void A_table_of_a_category_is_as_large_as_it_has_levels()
    {
        // Fewer rows than levels: all that they have get a place.
        EncodingOptions all = new() { MaxLevels = Many };
        Recipe recipe = new()
        {
            Encoding = all,
            CategoryEmbedding = 2,
            Hidden = [2],
            Epochs = 1,
            TestFraction = 0.9,
        };
        Plan<float> plan = Experiment.Plan<float>(Levels, recipe);
        Model<float> model = plan.Train().Model;
        int known = plan.Split.Training.Length;
        Assert.That(model.Network.Blocks[0].Columns, Is.EqualTo(known));
        Assert.That(model.Predict(Levels, SomeRows).Values.ToArray(), Is.All.InRange(0, 1));
    }

    [Test]
    public void Bags_have_a_place_for_some_of_the_levels_and_begin_to_learn()
    {
        using CancellationTokenSource soon = new();
        Splitter few = Splitter.Of(new Split([.. Enumerable.Range(60, 300)], [.. SomeRows], []));
        Plan<float> plan = Experiment.Plan<float>(Levels, Short with { Effort = Effort.Normal }, few);
        Assert.That(plan.Bags.Select(bag => bag.Encoding.Outputs), Is.All.EqualTo(257));
        Model<float> model = plan.Train(new Ending(soon), soon.Token).Model;
        Assert.That(model.Predict(Levels, SomeRows).Values.ToArray(), Is.All.InRange(0, 1));
    }

    [Test]
    public void Every_named_recipe_learns_that_many_classes([Range(0, 5)] int which)
    {
        NamedRecipe named = NamedRecipe.All[which];
        Recipe recipe = named.For(Short, TargetKind.Classification, 2 * Many) with { Hidden = [2], Epochs = 1 };
        RequireProbabilities(Experiment.Plan<float>(Classes, SomeRows, recipe).Train().Model);
    }

    [Test]
    public void So_do_bags()
    {
        using CancellationTokenSource soon = new();
        Splitter few = Splitter.Of(new Split([.. SomeRows], [60, 61, 62], []));
        Plan<float> plan = Experiment.Plan<float>(Classes, Short with { Effort = Effort.Normal }, few);
        RequireProbabilities(plan.Train(new Ending(soon), soon.Token).Model);
    }

    /// <summary>The answers to all rows, twice as doubles, are more than all else that a training takes; whoever asks before it knows.</summary>
    [Test]
    public void Bags_say_what_that_many_classes_take()
    {
        Plan<float> plan = Experiment.Plan<float>(Classes, Short with { Effort = Effort.Normal, TestFraction = 0 });
        TrainingMemory memory = TrainingMemory.Of(plan);
        double answers = 2.0 * Classes.Rows * Many * sizeof(double);
        double validated = plan.Bags[0].Folds.Sum(fold => (double)fold.Validation.Length) * Many;
        Assert.That(memory.OutOfFold, Is.InRange(answers + 24 * validated, answers + 60 * validated));
        Assert.That(memory.Total, Is.GreaterThan(memory.OutOfFold));
        Plan<float> one = Experiment.Plan<float>(Classes, Short with { TestFraction = 0 });
        Assert.That(TrainingMemory.Of(one).OutOfFold, Is.Zero);
    }

    private static void RequireProbabilities(Model<float> model)
    {
        Matrix<double> answers = model.Predict(Classes, [0, 2 * Many - 1]);
        Assert.That(answers.Rows, Is.EqualTo(Many));
        Assert.That(answers.Values.ToArray().Min(), Is.GreaterThanOrEqualTo(0));
        Assert.That(answers.Column(0).ToArray().Sum(), Is.EqualTo(1).Within(1e-3));
    }

    private static Table Of(int rows, Func<int, double> cell, Func<int, string> target) =>
        new(
            [new CategoryFeature("a", Names)],
            new Matrix<double>(1, rows, [.. Enumerable.Range(0, rows).Select(cell)]),
            new TargetColumn("y", [.. Enumerable.Range(0, rows).Select(target)])
        );

    private sealed class Ending(CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => source.Cancel();
    }
}
