using System.Collections.Immutable;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>
/// Successive halving over folds: a bracket of trials is judged by one fold, the best third of them by three, the best third of those by nine, and so on up to
/// all. A fold is trained in full, so a trial that goes on loses nothing, and one that is dropped was dropped on the very rows that it was compared on.
/// </summary>
/// <remarks>Jamieson, Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter Optimization", 2016, with η = 3.</remarks>
internal sealed class Halving
{
    /// <summary>η.</summary>
    private const int Rate = 3;

    /// <param name="folds">How many folds there are in all.</param>
    internal Halving(int folds)
    {
        List<int> rungs = [];
        BracketSize = 1;
        for (long judged = 1; judged < folds; judged *= Rate)
        {
            rungs.Add((int)judged);
            BracketSize *= Rate;
        }
        Rungs = [.. rungs, folds];
    }

    /// <summary>By how many folds trials are judged, rung after rung.</summary>
    internal ImmutableArray<int> Rungs { get; }

    /// <summary>How many trials begin together, so that one is left at the end.</summary>
    internal int BracketSize { get; }

    /// <summary>The trials that go on: the best third, one at least; none that came to nothing. Of equals those with the lower numbers.</summary>
    internal static Trial[] Survivors(IReadOnlyList<Trial> rung) =>
        [.. Ranked(rung).Take((rung.Count + Rate - 1) / Rate)];

    /// <summary>All trials that came to something, the best first: those that were judged by more folds go before the others.</summary>
    internal static IEnumerable<Trial> Ranked(IEnumerable<Trial> trials) =>
        trials
            .Where(trial => double.IsFinite(trial.Loss))
            .OrderByDescending(trial => trial.Losses.Length)
            .ThenBy(trial => trial.Loss)
            .ThenBy(trial => trial.Number);
}
