using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>The sequence of a search: bracket after bracket, rung after rung. It knows nothing of networks.</summary>
/// <param name="train">Trains and judges a fold of a trial; null where it was cancelled on the way.</param>
/// <param name="halving">Which trials are judged by how many folds.</param>
/// <param name="threads">How many folds are trained at the same time.</param>
/// <param name="known">Trials of which some folds are known.</param>
internal sealed class BracketSequence(
    Func<Trial, int, CancellationToken, FoldOutcome?> train,
    Halving halving,
    int threads,
    IEnumerable<Trial> known
)
{
    private readonly Dictionary<int, Trial> known = known.ToDictionary(trial => trial.Number);
    private readonly SortedDictionary<int, Trial> begun = [];
    private readonly Lock gate = new();

    /// <summary>Is told of a trial after each of its folds.</summary>
    internal IProgress<Trial>? Progress { get; init; }

    /// <summary>From when on no fold is begun.</summary>
    internal CancellationToken Enough { get; init; }

    /// <summary>Ends folds under way.</summary>
    internal CancellationToken Cancellation { get; init; }

    private bool IsOver => Enough.IsCancellationRequested || Cancellation.IsCancellationRequested;

    /// <summary>Goes through the brackets.</summary>
    /// <param name="trials">All trials of the space.</param>
    /// <param name="most">How many of them are made; null for all.</param>
    internal TuningResult Run(IEnumerable<Trial> trials, int? most)
    {
        foreach (Trial[] bracket in trials.Take(most ?? int.MaxValue).Chunk(halving.BracketSize))
        {
            Trial[] rung = bracket;
            foreach (int folds in halving.Rungs)
            {
                rung = Judge(rung, folds);
                if (IsOver)
                {
                    return Result(Cancellation.IsCancellationRequested ? TuningEnd.Cancelled : TuningEnd.Enough);
                }
                rung = Halving.Survivors(rung);
            }
        }
        return Result(begun.Count == most ? TuningEnd.AllTrials : TuningEnd.AllConfigurations);
    }

    private TuningResult Result(TuningEnd end) => new([.. begun.Values], halving.Rungs[^1], end);

    /// <summary>Judges trials by so many folds, as far as there is time.</summary>
    private Trial[] Judge(Trial[] rung, int folds)
    {
        Dictionary<(int Trial, int Fold), FoldOutcome> outcomes = [];
        (Trial Trial, int Fold)[] work =
        [
            .. from trial in rung
            let start = Start(trial, folds)
            where start.Fault is null
            from fold in Enumerable.Range(start.Losses.Length, Math.Max(0, folds - start.Losses.Length))
            select (start, fold),
        ];

        void Work((Trial Trial, int Fold) one)
        {
            if (IsOver || train(one.Trial, one.Fold, Cancellation) is not { } outcome)
            {
                return;
            }
            lock (gate)
            {
                outcomes[(one.Trial.Number, one.Fold)] = outcome;
                begun[one.Trial.Number] = Sum(one.Trial, outcomes);
                Progress?.Report(begun[one.Trial.Number]);
            }
        }
        RunAll(work, Work);
        return [.. rung.Select(trial => begun.GetValueOrDefault(trial.Number, trial))];
    }

    /// <summary>Begins the work in its order on any number of threads, so that what was begun before the end is finished.</summary>
    private void RunAll<TItem>(IReadOnlyList<TItem> work, Action<TItem> run)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                run
            );
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <summary>What is known of a trial before it is judged by so many folds.</summary>
    private Trial Start(Trial trial, int folds)
    {
        Trial start = begun.TryGetValue(trial.Number, out Trial? own) ? own : trial;
        if (known.TryGetValue(trial.Number, out Trial? kept) && kept.Configuration == trial.Configuration)
        {
            Trial some = kept.Within(folds);
            start =
                some.Losses.Length < start.Losses.Length
                    ? start
                    : trial with
                    {
                        Losses = some.Losses,
                        Fault = some.Fault,
                    };
        }
        if (!start.Losses.IsEmpty || start.Fault is not null)
        {
            begun[trial.Number] = start;
        }
        return start;
    }

    /// <summary>A trial with what became of its folds, in their order, up to the first that is not known.</summary>
    private static Trial Sum(Trial trial, Dictionary<(int Trial, int Fold), FoldOutcome> outcomes)
    {
        while (
            trial.Fault is null && outcomes.TryGetValue((trial.Number, trial.Losses.Length), out FoldOutcome outcome)
        )
        {
            trial = trial.With(outcome);
        }
        return trial;
    }
}
