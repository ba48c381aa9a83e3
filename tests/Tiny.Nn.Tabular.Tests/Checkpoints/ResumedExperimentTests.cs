using Tiny.Nn.Minimization;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Experiments;

namespace Tiny.Nn.Tabular.Tests.Checkpoints;

/// <summary>Interrupted and gone on with, bags, folds and networks end with the very bytes of a run that was not interrupted.</summary>
public sealed class ResumedExperimentTests
{
    private static readonly int[][] Interruptions =
    [
        [1],
        [5],
        [40, 30],
        [3, 3, 3, 3],
        [90, 1],
    ];
    private static readonly Table Classes = TestTables.Clusters<float>(60, 3);
    private static readonly Table Numbers = TestTables.Line<float>(50);

    [Test]
    public void Bags_of_classes() => Same(Classes, new Recipe() { Effort = Effort.Normal }, [40, 2000]);

    [Test]
    public void Bags_of_numbers() => Same(Numbers, new Recipe() { Effort = Effort.Normal }, [1, 500]);

    [Test]
    public void A_network_of_batches([ValueSource(nameof(Interruptions))] int[] steps)
    {
        Recipe recipe = new Recipe() with { Hidden = [8], Epochs = 40, Dropout = 0.1 };
        Same(Classes, recipe, steps);
        Same(Numbers, recipe, steps);
    }

    [Test]
    public void A_network_on_all_rows_at_once([ValueSource(nameof(Interruptions))] int[] steps) =>
        Same(Classes, new Recipe() with { Hidden = [8], Epochs = 40, FullBatch = new Lbfgs() }, steps);

    [Test]
    public void Folds([ValueSource(nameof(Interruptions))] int[] steps)
    {
        Recipe recipe = new Recipe() with { Hidden = [8], Epochs = 12 };
        CrossValidationOptions options = new() { Folds = 3, Threads = 2 };
        CrossValidationResult straight = CrossValidation.Run<float>(Classes, recipe, options);
        InterruptedRuns runs = new();
        CrossValidationResult resumed = runs.Through(
            steps,
            cancellation =>
                CrossValidation.Run<float>(Classes, recipe, options with { Checkpoint = runs }, null, cancellation)
        );
        Assert.That(resumed.Folds, Has.Count.EqualTo(3));
        foreach ((FoldResult one, FoldResult other) in resumed.Folds.Zip(straight.Folds))
        {
            Assert.That(one.Predictions, Is.EqualTo(other.Predictions).UsingPropertiesComparer());
            Assert.That(one.History.Epochs, Is.EqualTo(other.History.Epochs));
        }
    }

    private static void Same(Table table, Recipe recipe, int[] steps)
    {
        byte[] straight = TestTables.Bytes(Experiment.Plan<float>(table, recipe).Train().Model);
        InterruptedRuns runs = new();
        byte[] resumed = runs.Through(
            steps,
            cancellation =>
            {
                Plan<float> plan = Experiment.Plan<float>(table, recipe);
                plan.Checkpoint = runs;
                return TestTables.Bytes(plan.Train(null, cancellation).Model);
            }
        );
        Assert.That(resumed, Is.EqualTo(straight));
    }
}
