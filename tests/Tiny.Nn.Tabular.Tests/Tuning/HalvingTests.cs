using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Tabular.Tests.Tuning;

/// <summary>Who is judged by how many folds, on losses that are made up.</summary>
[TestFixture]
public sealed class HalvingTests
{
    /// <summary>The losses of seven trials by three folds.</summary>
    private static readonly double[][] Losses =
    [
        [5, 1, 1],
        [3, 9, 9],
        [4, 1, 1],
        [2, 4, 6],
        [2, 1, 1],
        [double.NaN, 1, 1],
        [7, 7, 7],
    ];

    [TestCase(1, new[] { 1 }, 1)]
    [TestCase(2, new[] { 1, 2 }, 3)]
    [TestCase(3, new[] { 1, 3 }, 3)]
    [TestCase(5, new[] { 1, 3, 5 }, 9)]
    [TestCase(9, new[] { 1, 3, 9 }, 9)]
    [TestCase(10, new[] { 1, 3, 9, 10 }, 27)]
    public void Each_rung_has_three_times_the_folds_until_all_of_them(int folds, int[] rungs, int bracket)
    {
        Halving halving = new(folds);
        Assert.That(halving.Rungs, Is.EqualTo(rungs));
        Assert.That(halving.BracketSize, Is.EqualTo(bracket));
    }

    [Test]
    public void The_best_third_of_a_bracket_goes_on()
    {
        // Brackets of three: 1 2 3 by one fold, of which 2 goes on; 4 5 6, of which 4 does, for it comes before its equal; 7 alone.
        TuningResult result = Run(Losses.Length);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.End, Is.EqualTo(TuningEnd.AllTrials));
            Assert.That(result.Trials.Select(trial => trial.Losses.Length), Is.EqualTo([1, 3, 1, 3, 1, 0, 3]));
            Assert.That(result.Trials[5].Fault, Is.EqualTo("lost"));
            Assert.That(result.Trials[3].Loss, Is.EqualTo(4));
            Assert.That(result.Ranked.Select(trial => trial.Number), Is.EqualTo([4, 2, 7, 5, 3, 1]));
            Assert.That(result.Winner!.Number, Is.EqualTo(4));
        }
    }

    [Test]
    public void The_first_trials_are_the_same_however_many_there_are()
    {
        IReadOnlyList<Trial> all = Run(7).Trials;
        for (int count = 3; count < 7; count += 3)
        {
            Assert.That(Texts(Run(count).Trials), Is.EqualTo(Texts(all.Take(count))));
        }
    }

    [Test]
    public void Where_the_space_ends_so_does_the_search() =>
        Assert.That(Run(null).End, Is.EqualTo(TuningEnd.AllConfigurations));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    public void A_search_that_stopped_anywhere_ends_as_if_it_had_not(int threads)
    {
        string[] whole = Texts(Run(7).Trials);
        for (int folds = 0; folds <= 13; folds++)
        {
            using CancellationTokenSource clock = new();
            List<(int, int)> trained = [];
            TuningResult part = Run(7, [], clock, folds, threads, trained);
            Assert.That(part.End, Is.EqualTo(TuningEnd.Enough));
            Assert.That(Texts(Run(7, part.Trials, null, 0, threads, trained).Trials), Is.EqualTo(whole));
            Assert.That(trained, Is.Unique, "no fold was trained twice");
        }
    }

    [Test]
    public void More_than_is_asked_for_may_be_known_and_changes_nothing()
    {
        IReadOnlyList<Trial> four = Run(4).Trials;
        Assert.That(four[3].Losses, Has.Length.EqualTo(3), "alone in its bracket it goes through all folds");
        double[][] others = [.. Losses];
        others[4] = [1, 1, 1];
        string[] expected = Texts(Run(6, [], losses: others).Trials);
        Assert.That(Texts(Run(6, four, losses: others).Trials), Is.EqualTo(expected));
        Assert.That(expected[3], Is.EqualTo("4: 2"), "beside a better one it goes no further");
    }

    [Test]
    public void Trials_of_another_configuration_are_not_looked_at()
    {
        Trial other = new(1, NamedRecipe.Plain, [new("hidden", "7")]) { Losses = [0, 0, 0] };
        Assert.That(Texts(Run(3, [other]).Trials), Is.EqualTo(Texts(Run(3).Trials)));
    }

    [Test]
    public void A_fold_that_was_cancelled_is_not_known()
    {
        using CancellationTokenSource source = new();
        BracketSequence sequence = new(
            (trial, fold, _) =>
            {
                if (trial.Number == 2)
                {
                    source.Cancel();
                    return null;
                }
                return Outcome(Losses, trial, fold);
            },
            new Halving(3),
            OneRank.OfMachine,
            1,
            []
        )
        {
            Cancellation = source.Token,
        };
        TuningResult result = sequence.Run(Trials(), 7);
        Assert.That(result.End, Is.EqualTo(TuningEnd.Cancelled));
        Assert.That(Texts(result.Trials), Is.EqualTo(["1: 5"]));
    }

    [Test]
    public void What_the_listener_throws_comes_out_as_it_is()
    {
        BracketSequence sequence = new(
            (trial, fold, _) => Outcome(Losses, trial, fold),
            new Halving(3),
            OneRank.OfMachine,
            2,
            []
        )
        {
            Progress = new Refusing(),
        };
        Assert.That(() => sequence.Run(Trials(), 7), Throws.TypeOf<IOException>());
    }

    private static TuningResult Run(
        int? trials,
        IReadOnlyList<Trial>? known = null,
        CancellationTokenSource? clock = null,
        int folds = 0,
        int threads = 1,
        List<(int, int)>? trained = null,
        double[][]? losses = null
    )
    {
        int begun = 0;
        if (clock is not null && folds == 0)
        {
            clock.Cancel();
        }
        BracketSequence sequence = new(
            (trial, fold, _) =>
            {
                if (Interlocked.Increment(ref begun) == folds)
                {
                    clock?.Cancel();
                }
                lock (Losses)
                {
                    trained?.Add((trial.Number, fold));
                }
                return Outcome(losses ?? Losses, trial, fold);
            },
            new Halving(3),
            OneRank.OfMachine,
            threads,
            known ?? []
        )
        {
            Enough = clock?.Token ?? default,
        };
        return sequence.Run(Trials(), trials);
    }

    private static FoldOutcome Outcome(double[][] losses, Trial trial, int fold)
    {
        double loss = losses[trial.Number - 1][fold];
        return new FoldOutcome(loss, double.IsNaN(loss) ? "lost" : null);
    }

    private static IEnumerable<Trial> Trials() =>
        Losses.Select((_, place) => new Trial(place + 1, NamedRecipe.Plain, [new("hidden", $"{place + 1}")]));

    private static string[] Texts(IEnumerable<Trial> trials) =>
        [.. trials.Select(trial => $"{trial.Number}: {string.Join(' ', trial.Losses)}{trial.Fault}")];

    private sealed class Refusing : IProgress<Trial>
    {
        public void Report(Trial value) => throw new IOException("full");
    }
}
