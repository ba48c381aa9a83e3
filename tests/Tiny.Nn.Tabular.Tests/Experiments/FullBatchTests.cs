using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class FullBatchTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe FullBatch = new() { Hidden = [6], FullBatch = new Lbfgs() };

    [Test]
    public void A_network_is_trained_on_all_rows_at_once()
    {
        Judged<T> judged = Experiment.Run<T>(TestTables.Clusters<T>(60, 3), FullBatch);
        History history = judged.History;
        Assert.That(history.Kept, Is.SameAs(history.Best));
        Assert.That(history.EpochCount, Is.InRange(1, 60));
        Assert.That(history.Best!.ValidationLoss, Is.Not.Null);
        Assert.That(history.Epochs.Select(epoch => epoch.TrainingLoss), Is.Ordered.Descending);
        Assert.That(((ClassReport)judged.Test!).Accuracy, Is.GreaterThan(0.9));
    }

    [Test]
    public void Neither_batches_nor_schedule_nor_optimizer_move_a_bit_of_it()
    {
        Table table = TestTables.Clusters<T>(60, 3);
        Recipe other = FullBatch with
        {
            BatchSize = 3,
            Optimizer = new Sgd(),
            Schedule = Schedules.LearningRateSchedule.Cosine(),
            Clipping = GradientClipping.ByNorm(1e-3),
        };
        Assert.That(
            Experiment.Plan<T>(table, other).Train().Model.Network.Parameters.Values.ToArray(),
            Is.EqualTo(Experiment.Plan<T>(table, FullBatch).Train().Model.Network.Parameters.Values.ToArray())
        );
    }

    [Test]
    public void A_linear_model_is_at_the_optimum_of_its_penalty()
    {
        Trained<T> trained = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), FullBatch.Linear()).Train();
        Assert.That(trained.History.StopReason, Is.EqualTo(StopReason.Minimum));
        Assert.That(trained.History.Best, Is.EqualTo(trained.History.Kept));
        Assert.That(trained.History.Epochs.Select(epoch => epoch.ValidationLoss), Is.All.Null);
    }

    [Test]
    public void Without_validation_rows_its_penalty_is_as_strong_as_one_row()
    {
        Recipe recipe = FullBatch.Linear() with { ValidationFraction = 0 };
        Plan<T> plan = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), recipe);
        Recipe given = recipe with
        {
            PenaltyChoice = PenaltyChoice.Given,
            Penalty = new WeightPenalty(L2: 1.0 / plan.Training.Count),
        };
        Plan<T> same = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), given);
        Assert.That(
            plan.Train().Model.Network.Parameters.Values.ToArray(),
            Is.EqualTo(same.Train().Model.Network.Parameters.Values.ToArray())
        );
    }

    /// <summary>From other weights, by another seed of the same rows.</summary>
    [Test]
    public void Its_optimum_does_not_depend_on_where_it_starts()
    {
        Plan<T> plan = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), FullBatch.Linear());
        SequentialNetwork<T> elsewhere = plan.Build();
        elsewhere.Parameters.Values.Fill(T.One);
        double one = plan.Train().History.Kept!.TrainingLoss;
        double other = plan.Train(elsewhere, observer: null).History.Kept!.TrainingLoss;
        Assert.That(one, Is.EqualTo(other).Within(1e-7));
    }

    [Test]
    public void The_recipe_of_the_linear_model_survives_its_texts()
    {
        IReadOnlyDictionary<string, string> settings = FullBatch.Linear().ToSettings(TargetKind.Classification);
        Assert.That(settings["optimizer"], Is.EqualTo("lbfgs"));
        Assert.That(settings["l2"], Is.EqualTo("auto"));
        Assert.That(settings.Keys, Does.Not.Contain("learning-rate").And.Not.Contain("batch-size"));
        Recipe again = Recipe.FromSettings(settings);
        Assert.That((again.FullBatch, again.PenaltyChoice), Is.EqualTo((new Lbfgs(), PenaltyChoice.Validation)));
        Assert.That($"{again}", Is.EqualTo($"{FullBatch.Linear() with { Kind = TargetKind.Classification }}"));
    }

    [TestCase("batch-size", "8")]
    [TestCase("learning-rate", "0.1")]
    [TestCase("schedule", "cosine")]
    [TestCase("momentum", "0.5")]
    [TestCase("clip-norm", "1")]
    [TestCase("clip-value", "1")]
    public void Settings_of_steps_do_not_go_with_it(string name, string value)
    {
        Dictionary<string, string> settings = new() { ["optimizer"] = "lbfgs", [name] = value };
        Assert.That(
            () => Recipe.FromSettings(settings),
            Throws.TypeOf<FormatException>().With.Message.Contains("this one is lbfgs")
        );
    }

    private static readonly TestCaseData[] Faults =
    [
        new(FullBatch with { Dropout = 0.1 }, "dropout"),
        new(FullBatch with { Normalization = Normalization.Batch }, "batch normalization"),
        new(FullBatch with { Penalty = new WeightPenalty(L1: 0.1) }, "bend"),
        new(FullBatch with { PenaltyChoice = PenaltyChoice.Validation }, "linear model"),
        new(new Recipe { PenaltyChoice = PenaltyChoice.Validation, Hidden = [] }, "optima"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void What_does_not_go_with_it_is_refused_in_three_lines(Recipe recipe, string what)
    {
        DataException fault = Assert.Throws<DataException>(() =>
            Experiment.Run<T>(TestTables.Clusters<T>(60, 3), recipe)
        )!;
        Assert.That(fault.What, Does.Contain(what));
        Assert.That(fault.Where, Is.Not.Empty);
        Assert.That(fault.Advice, Is.Not.Empty);
    }

    [Test]
    public void There_are_no_steps_to_observe()
    {
        Plan<T> plan = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), FullBatch);
        Assert.That(() => plan.Train(plan.Build(), new Observer()), Throws.ArgumentException);
    }

    [TestCase(5e8, int.MaxValue)]
    [TestCase(6e8, 16)]
    [TestCase(1e12, 3)]
    public void Of_large_data_a_linear_model_takes_a_bounded_number_of_steps(double work, int steps) =>
        Assert.That(FullBatchTraining.Steps(work), Is.EqualTo(steps));

    [Test]
    public void No_epoch_leaves_the_weights_as_they_start()
    {
        Plan<T> plan = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), FullBatch with { Epochs = 0 });
        Assert.That(
            plan.Train().Model.Network.Parameters.Values.ToArray(),
            Is.EqualTo(plan.Build().Parameters.Values.ToArray())
        );
    }

    [Test]
    public void Weights_of_rows_and_a_loss_of_numbers_are_honoured()
    {
        Table table = TestTables.Line<T>(60);
        double[] weights = [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 1.0 : 0.0)];
        Recipe recipe = FullBatch.Linear() with { RegressionLoss = Loss.Huber };
        Trained<T> weighted = Experiment.Plan<T>(table, recipe, weights: weights).Train();
        Trained<T> plain = Experiment.Plan<T>(table, recipe).Train();
        Assert.That(
            weighted.Model.Network.Parameters.Values.ToArray(),
            Is.Not.EqualTo(plain.Model.Network.Parameters.Values.ToArray())
        );
    }

    private sealed class Observer : IStepObserver<T>
    {
        public void Observe(SequentialNetwork<T> network, Numerics.Matrix<T> x, Workspace<T> workspace) { }
    }
}
