using System.Globalization;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>The sequence of a search: bracket after bracket, rung after rung. It knows nothing of networks.</summary>
/// <param name="train">Trains and judges a fold of a trial; null where it was cancelled on the way.</param>
/// <param name="halving">Which trials are judged by how many folds.</param>
/// <param name="ranks">Over which ranks the folds are dealt.</param>
/// <param name="threads">How many folds each of them trains at the same time.</param>
/// <param name="known">Trials of which some folds are known.</param>
internal sealed class BracketSequence(
    Func<Trial, int, CancellationToken, FoldOutcome?> train,
    Halving halving,
    IRanks ranks,
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
                (rung, DealtEnd end) = Judge(rung, folds);
                if (end != DealtEnd.All)
                {
                    return Result(end == DealtEnd.Cancelled ? TuningEnd.Cancelled : TuningEnd.Enough);
                }
                rung = Halving.Survivors(rung);
            }
        }
        return Result(begun.Count == most ? TuningEnd.AllTrials : TuningEnd.AllConfigurations);
    }

    private TuningResult Result(TuningEnd end) => new([.. begun.Values], halving.Rungs[^1], end);

    /// <summary>Judges trials by so many folds, as far as there is time.</summary>
    private (Trial[] Rung, DealtEnd End) Judge(Trial[] rung, int folds)
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

        void Add(int place, FoldOutcome outcome)
        {
            (Trial trial, int fold) = work[place];
            lock (gate)
            {
                outcomes[(trial.Number, fold)] = outcome;
                begun[trial.Number] = Sum(trial, outcomes);
                Progress?.Report(begun[trial.Number]);
            }
        }

        Dealing? dealing = null;
        dealing = new Dealing(ranks, threads)
        {
            Work = (place, cancelled) =>
            {
                if (train(work[place].Trial, work[place].Fold, cancelled) is not { } outcome)
                {
                    return false;
                }
                Add(place, outcome);
                dealing!.Tell(place.ToString(CultureInfo.InvariantCulture), outcome.ToBytes());
                return true;
            },
            Heard = (place, outcome) =>
                Add(int.Parse(place, CultureInfo.InvariantCulture), FoldOutcome.FromBytes(outcome)),
        };
        DealtEnd end = dealing.Run(work.Length, Enough, Cancellation);
        return ([.. rung.Select(trial => begun.GetValueOrDefault(trial.Number, trial))], end);
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
