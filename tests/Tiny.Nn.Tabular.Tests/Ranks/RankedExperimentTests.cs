using System.Collections.Immutable;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Experiments;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Ranks;

/// <summary>On any number of ranks a run comes to the very bytes that it comes to in one process.</summary>
[TestFixture]
public sealed class RankedExperimentTests
{
    private static readonly int[] Counts = [1, 2, 3, 4];
    private static readonly Table Classes = TestTables.Clusters<float>(60, 3);
    private static readonly Table Numbers = TestTables.Line<float>(50);

    /// <summary>Epochs differ in number, so that the ranks are not in step.</summary>
    private static readonly Recipe Short = new Recipe() with { Hidden = [8], Epochs = 30, Patience = 3 };

    [Test]
    public void Bags([ValueSource(nameof(Counts))] int count)
    {
        Recipe recipe = new() { Effort = Effort.Normal };
        Same(Classes, recipe, count);
        Same(Numbers, recipe, count);
    }

    [Test]
    public void A_network([ValueSource(nameof(Counts))] int count)
    {
        Same(Classes, Short, count);
        Same(Numbers, Short.Linear(), count);
    }

    [Test]
    public void Only_the_first_rank_trains_a_single_network()
    {
        bool[] hasTrained = ThreadRanks.Run(
            3,
            ranks =>
            {
                Watch watch = new();
                Plan<float> plan = Experiment.Plan<float>(Classes, Short);
                plan.Ranks = ranks;
                plan.Train(watch);
                return watch.Epochs > 0;
            }
        );
        Assert.That(hasTrained, Is.EqualTo([true, false, false]));
    }

    [Test]
    public void Folds([ValueSource(nameof(Counts))] int count)
    {
        foreach (Recipe recipe in new[] { Short, Short.Linear() })
        {
            CrossValidationOptions options = new() { Folds = 5, Threads = 2 };
            CrossValidationResult alone = CrossValidation.Run<float>(Classes, recipe, options);
            CrossValidationResult[] all = ThreadRanks.Run(
                count,
                ranks => CrossValidation.Run<float>(Classes, recipe, options with { Ranks = ranks })
            );
            foreach (CrossValidationResult one in all)
            {
                Assert.That(one.Folds, Has.Count.EqualTo(5));
                foreach ((FoldResult own, FoldResult expected) in one.Folds.Zip(alone.Folds))
                {
                    Assert.That(own.Predictions, Is.EqualTo(expected.Predictions).UsingPropertiesComparer());
                    Assert.That(own.History.Epochs, Is.EqualTo(expected.History.Epochs));
                    Assert.That(own.Report.ToString(), Is.EqualTo(expected.Report.ToString()));
                }
            }
        }
    }

    [Test]
    public void Trials([ValueSource(nameof(Counts))] int count)
    {
        string[] Search(IRanks? ranks)
        {
            Plan<float> plan = Experiment.Plan<float>(Classes, new Recipe());
            plan.Ranks = ranks ?? plan.Ranks;
            SearchSpace space = new(
                new Dictionary<string, string> { ["hidden"] = "4", ["epochs"] = "3" },
                plan.Task.Kind,
                20
            );
            TuningResult result = RandomSearch.Run(plan, space, new TuningOptions { Trials = 5, Folds = 4 });
            return [.. result.Trials.Select(trial => $"{trial}: {string.Join(' ', trial.Losses)}{trial.Fault}")];
        }
        string[] alone = Search(null);
        Assert.That(alone, Has.Length.EqualTo(5));
        Assert.That(ThreadRanks.Run(count, Search), Has.All.EqualTo(alone));
    }

    [TestCase(2, 300)]
    [TestCase(3, 40)]
    public void A_run_that_was_interrupted_on_many_ranks_goes_on_in_one_process_and_on_others(int count, int steps)
    {
        Recipe recipe = new() { Effort = Effort.Normal };
        byte[] alone = TestTables.Bytes(Experiment.Plan<float>(Classes, recipe).Train().Model);
        InterruptedRuns runs = new();
        byte[] Train(IRanks ranks, CancellationToken cancellation)
        {
            Plan<float> plan = Experiment.Plan<float>(Classes, recipe);
            (plan.Ranks, plan.Checkpoint) = (ranks, ranks.Number == 0 ? runs : Copy(runs));
            return TestTables.Bytes(plan.Train(null, cancellation).Model);
        }
        int run = 0;
        byte[] resumed = runs.Through(
            [steps, steps, steps],
            cancellation =>
                ThreadRanks.Run(
                    run++ % 2 == 0 ? count : 1,
                    ranks => Train(ranks, ranks.Number == 0 ? cancellation : default)
                )[0]
        );
        Assert.That(run, Is.EqualTo(4));
        Assert.That(resumed, Is.EqualTo(alone));
    }

    private static void Same(Table table, Recipe recipe, int count)
    {
        byte[] alone = TestTables.Bytes(Experiment.Plan<float>(table, recipe).Train().Model);
        byte[][] all = ThreadRanks.Run(
            count,
            ranks =>
            {
                Plan<float> plan = Experiment.Plan<float>(table, recipe);
                plan.Ranks = ranks;
                return TestTables.Bytes(plan.Train().Model);
            }
        );
        Assert.That(all, Has.All.EqualTo(alone));
    }

    /// <summary>What another process has of a checkpoint: the states that it held at the start.</summary>
    private static KeptStates Copy(InterruptedRuns runs) =>
        new(
            null,
            runs.States.ToImmutableDictionary(
                state => state.Key.TrimStart('/'),
                state => (ReadOnlyMemory<byte>)state.Value
            )
        );

    private sealed class Watch : IProgress<EpochReport>
    {
        internal int Epochs { get; private set; }

        public void Report(EpochReport value) => Epochs++;
    }
}
