using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary>The flags that say how long a search lasts, and how its trials are judged.</summary>
internal sealed class SearchOptions
{
    private static readonly TimeSpan UsualBudget = TimeSpan.FromMinutes(2);

    private readonly Option<int?> trials = Flag.Count(
        "--trials",
        "Try so many configurations, however long it takes: the same ones each time.",
        "27"
    );
    private readonly Option<TimeSpan?> budget = Flag.Duration(
        "--budget",
        "Begin nothing new after this time: 30s, 5m or 1h. [2m, or none with --trials]"
    );
    private readonly Option<int?> folds = Flag.Count(
        "--folds",
        "Into how many folds the rows are dealt, test rows apart; each judges what learned from the others. [9]",
        "5"
    );
    private readonly Option<int?> threads = Flag.Count(
        "--threads",
        "How many folds are trained at a time; no result depends on it. [as many as there are processors]",
        "2"
    );

    internal IEnumerable<Option> All => [trials, budget, Folds, threads];

    /// <summary>Into how many folds: the same trials are judged otherwise by others.</summary>
    internal Option<int?> Folds => folds;

    /// <summary>The flag of the time.</summary>
    internal Option Budget => budget;

    /// <summary>When to begin nothing new; null for never.</summary>
    internal TimeSpan? Time(ParseResult parsed) =>
        parsed.GetValue(budget) ?? (Given.Has(parsed, trials) ? null : UsualBudget);

    internal TuningOptions Read(ParseResult parsed, IRanks ranks)
    {
        TuningOptions usual = new();
        return parsed.GetValue(folds) == 1
            ? throw new UsageException(
                "One fold leaves nothing to learn from.",
                "--folds 1",
                "Give, for example, --folds 5."
            )
            : new TuningOptions
            {
                Trials = parsed.GetValue(trials),
                Folds = parsed.GetValue(folds) ?? usual.Folds,
                Threads = parsed.GetValue(threads) ?? ranks.Threads,
            };
    }

    /// <summary>Refuses what leaves nothing to search.</summary>
    /// <exception cref="UsageException">The recipe is such.</exception>
    internal static void Require(Recipe recipe)
    {
        if (recipe.Hidden.IsEmpty)
        {
            throw new UsageException(
                "A linear model needs no search: train takes it to its optimum, and chooses its penalty.",
                $"--{NetworkSettings.Hidden.Name} none",
                "Leave it out, or give tinynn train --hidden none."
            );
        }
    }
}
