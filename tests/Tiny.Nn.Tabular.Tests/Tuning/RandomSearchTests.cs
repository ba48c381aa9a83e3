using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Experiments;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Tabular.Tests.Tuning;

/// <summary>Searches on small tables, of small networks and few epochs.</summary>
[TestFixture]
public sealed class RandomSearchTests
{
    private static readonly Dictionary<string, string> Given = new() { ["hidden"] = "4", ["epochs"] = "3" };
    private static readonly TuningOptions Four = new() { Trials = 4, Folds = 3 };

    [Test]
    public void The_results_are_the_same_for_any_number_of_threads()
    {
        string[] one = Texts(Run(Plan(Clusters(40)), Four));
        Assert.That(Texts(Run(Plan(Clusters(40)), Four with { Threads = 3 })), Is.EqualTo(one));
        Assert.That(one, Has.Length.EqualTo(4));
    }

    [Test]
    public void A_search_that_is_gone_on_with_ends_as_if_it_had_never_stopped()
    {
        TuningResult whole = Run(Plan(Clusters(40)), Four);
        TuningResult part = Run(Plan(Clusters(40)), Four with { Trials = 2 });
        Assert.That(Texts(Run(Plan(Clusters(40)), Four, part.Trials)), Is.EqualTo(Texts(whole)));
    }

    [Test]
    public void No_test_row_has_a_part_in_it()
    {
        Table table = Clusters(40);
        Plan<float> plan = Plan(table);
        string[] before = Texts(Run(plan, Four));
        foreach (int row in plan.Split.Test)
        {
            table.Features.Column(row).Fill(1e6);
        }
        Assert.That(Texts(Run(Plan(table), Four)), Is.EqualTo(before));
        table.Features.Column(plan.Split.Training[0]).Fill(1e6);
        Assert.That(Texts(Run(Plan(table), Four)), Is.Not.EqualTo(before), "those of training have");
    }

    [TestCase(0.15)]
    [TestCase(0)]
    public void A_fold_is_what_training_makes_with_these_rows_for_a_test(double validation)
    {
        Table table = Clusters(60);
        Plan<float> plan = Experiment.Plan<float>(table, new Recipe { ValidationFraction = validation });
        SearchSpace space = Space(plan, ("validation", validation == 0 ? "0" : "0.15"));
        Trial first = RandomSearch.Run(plan, space, Four with { Trials = 1 }).Trials[0];
        IReadOnlyList<Split> folds = plan.Folds(3);
        Assert.That(
            folds.SelectMany(fold => fold.Test).Concat(plan.Split.Test).Order(),
            Is.EqualTo(Enumerable.Range(0, 60))
        );
        foreach ((double loss, Split fold) in first.Losses.Zip(folds))
        {
            Judged<float> judged = Experiment
                .Plan<float>(table, space.RecipeOf(first), Splitter.Of(fold))
                .Train()
                .Judge();
            double expected = judged.Test!.Measures.Single(measure => measure.Name == "log-loss").Value;
            Assert.That(loss, Is.EqualTo(expected).Within(1e-6));
            Assert.That(fold.Validation.Length, validation == 0 ? Is.Zero : Is.EqualTo(5).Within(1));
        }
    }

    [Test]
    public void Numbers_are_judged_by_the_loss_that_they_are_learned_by()
    {
        Plan<float> plan = Plan(TestTables.Line<float>(60));
        SearchSpace space = Space(plan);
        Trial first = RandomSearch.Run(plan, space, Four with { Trials = 1 }).Trials[0];

        // A model holds its answers within the range of what it learned from; the loss is that of the network.
        Recipe recipe = space.RecipeOf(first) with
        {
            Extrapolates = true,
        };
        foreach ((double loss, Split fold) in first.Losses.Zip(plan.Folds(3)))
        {
            Trained<float> trained = Experiment.Plan<float>(plan.Table, recipe, Splitter.Of(fold)).Train();
            double deviation = ((NumberTarget)trained.Model.Target).Scaling.Scale[0];
            double error = trained.Judge().Test!.Measures[0].Value / deviation;
            Assert.That(loss, Is.EqualTo(error * error / 2).Within(1e-5), "half the square of the scaled error");
        }
    }

    [Test]
    public void Smoothing_is_a_way_to_train_and_not_to_judge()
    {
        Plan<float> plan = Plan(Clusters(40));
        SearchSpace space = new(
            new Dictionary<string, string>(Given) { ["label-smoothing"] = "0.3", ["epochs"] = "0" },
            TargetKind.Classification,
            20,
            NamedRecipe.Plain
        );
        SearchSpace sharp = new(
            new Dictionary<string, string>(Given) { ["epochs"] = "0" },
            TargetKind.Classification,
            20,
            NamedRecipe.Plain
        );
        double Loss(SearchSpace one) => RandomSearch.Run(plan, one, Four with { Trials = 1 }).Trials[0].Loss;
        Assert.That(Loss(space), Is.EqualTo(Loss(sharp)), "an untrained network is as wrong either way");
    }

    [Test]
    public void A_trial_that_diverges_is_lost_with_its_reason_and_the_others_go_on()
    {
        Plan<float> plan = Plan(Clusters(40));
        SearchSpace space = new(
            new Dictionary<string, string>(Given) { ["optimizer"] = "sgd", ["learning-rate"] = "1e30" },
            TargetKind.Classification,
            20,
            NamedRecipe.Plain
        );
        TuningResult result = RandomSearch.Run(plan, space, Four);
        Assert.That(result.Trials.Select(trial => trial.Fault), Has.Some.EqualTo("Its training diverged in fold 1."));
        Assert.That(result.Trials, Has.Count.EqualTo(4));
        Assert.That(result.Ranked.Select(trial => trial.Fault), Is.All.Null);
    }

    [Test]
    public void Groups_stay_whole_and_what_was_later_validates()
    {
        Table table = Clusters(40);
        Recipe recipe = new();
        string[] groups = [.. Enumerable.Range(0, 40).Select(row => $"g{row / 5}")];
        IReadOnlyList<Split> folds = Experiment.Plan<float>(table, recipe, Splitter.ByGroup(groups, 0.2)).Folds(3);
        Assert.That(folds, Has.Count.EqualTo(3));
        foreach (Split fold in folds)
        {
            Assert.That(
                fold.Training.Select(row => groups[row]).Intersect(fold.Test.Select(row => groups[row])),
                Is.Empty
            );
        }
        double[] times = [.. Enumerable.Range(0, 40).Select(row => (double)row)];
        Split last = Experiment.Plan<float>(table, recipe, Splitter.ByTime(times, 0.2)).Folds(3).Single();
        Assert.That(last.Training.Max(), Is.LessThan(last.Validation.Min()));
        Assert.That(last.Validation.Max(), Is.LessThan(last.Test.Min()));
        Assert.That(last.Test.Max(), Is.LessThan(32));
    }

    [Test]
    public void Rows_that_are_too_few_for_the_folds_are_refused() =>
        Assert.That(
            () => Run(Plan(Clusters(10)), new TuningOptions { Trials = 1 }),
            Throws.TypeOf<DataException>().With.Message.StartsWith("There are 8 rows to learn from for 9 folds")
        );

    [TestCase(1)]
    [TestCase(0)]
    public void Folds_are_two_at_least(int folds) =>
        Assert.That(() => new TuningOptions { Folds = folds }, Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void The_winner_is_judged_as_training_would_and_bags_stand_beside_it()
    {
        Plan<float> plan = Plan(Clusters(30));
        SearchSpace space = Space(plan);
        Trial trial = space.Trials(1).First();
        Judged<float> judged = plan.JudgeWinner(space, trial);
        Judged<float> alone = Experiment.Run<float>(plan.Table, space.RecipeOf(trial));
        Assert.That(TestTables.Bytes(judged.Model), Is.EqualTo(TestTables.Bytes(alone.Model)));
        Assert.That(
            judged.Test!.Baselines.Select(one => one.Name),
            Is.EqualTo(["majority class", "linear model", "bags of networks"])
        );
        Predictions bags = Experiment.Run<float>(plan.Table, new Recipe { Effort = Effort.Normal }).TestPredictions!;
        Assert.That(judged.Test.Baselines[2].Report.ToString(), Is.EqualTo(bags.Report().ToString()));
    }

    private static Table Clusters(int rows) => TestTables.Clusters<float>(rows, 2);

    private static Plan<float> Plan(Table table) => Experiment.Plan<float>(table, new Recipe());

    private static SearchSpace Space(Plan<float> plan, params (string Name, string Text)[] more) =>
        new(
            Given.Concat(more.Select(one => KeyValuePair.Create(one.Name, one.Text))).ToDictionary(),
            plan.Task.Kind,
            20
        );

    private static TuningResult Run(Plan<float> plan, TuningOptions options, IReadOnlyList<Trial>? known = null) =>
        RandomSearch.Run(plan, Space(plan), options, known);

    private static string[] Texts(TuningResult result) =>
        [.. result.Trials.Select(trial => $"{trial.Configuration}: {string.Join(' ', trial.Losses)}{trial.Fault}")];
}
