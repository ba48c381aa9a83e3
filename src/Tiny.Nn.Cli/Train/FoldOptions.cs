using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flags of cross-validation.</summary>
internal sealed class FoldOptions
{
    private readonly Option<int?> repeats = Flag.Count("--repeats", "How often to deal the folds anew. [1]", "3");
    private readonly Option<int?> threads = Flag.Count(
        "--threads",
        "How many threads: of folds [as many as there are processors], else inside a step [1]; no result depends on it.",
        "2"
    );

    /// <summary>Into how many folds.</summary>
    internal Option<int?> Folds { get; } =
        Flag.Count(
            "--cv",
            "Judge by cross-validation with so many folds; the model that is saved then learns from all rows.",
            "5"
        );

    internal IEnumerable<Option> All => [.. Deal, threads];

    /// <summary>How the folds are dealt.</summary>
    internal IEnumerable<Option> Deal => [Folds, repeats];

    /// <summary>Lets large products of this thread use as many as are given, until disposed of.</summary>
    internal IDisposable AllowThreads(ParseResult parsed) => StepThreads.Use(parsed.GetValue(threads) ?? 1);

    /// <exception cref="UsageException">Repeats are wanted of nothing, or one fold.</exception>
    internal void Check(ParseResult parsed)
    {
        if (Given.Has(parsed, repeats) && !Given.Has(parsed, Folds))
        {
            throw new UsageException(
                "--repeats says how often cross-validation is done, and none is asked for.",
                repeats.Name,
                "Give --cv 5 as well, or leave it out."
            );
        }
        if (parsed.GetValue(Folds) == 1)
        {
            throw new UsageException("One fold leaves nothing to learn from.", "--cv 1", "Give, for example, --cv 5.");
        }
    }

    /// <summary>How to divide, where folds are asked for.</summary>
    internal CrossValidationOptions Read(
        ParseResult parsed,
        IRanks ranks,
        IReadOnlyList<string>? groups,
        ReadOnlyMemory<double> weights
    ) =>
        new()
        {
            Folds = parsed.GetValue(Folds)!.Value,
            Repeats = parsed.GetValue(repeats) ?? 1,
            Threads = parsed.GetValue(threads) ?? ranks.Threads,
            Ranks = ranks,
            Groups = groups,
            Weights = weights,
        };

    /// <summary>Judges the recipe of a plan by cross-validation; null where it was cancelled.</summary>
    internal CrossValidated? Judge(
        ParseResult parsed,
        Session session,
        Plan<float> plan,
        ProtocolOptions protocol,
        RunLog? log,
        ICheckpoint? checkpoint,
        Interruption interruption
    )
    {
        CrossValidationOptions options = Read(
            parsed,
            plan.Ranks,
            protocol.Groups(parsed, plan.Table),
            protocol.Weights(parsed, plan.Table)
        ) with
        {
            Checkpoint = checkpoint,
        };
        foreach (
            string note in TrainingNotes.Unlearned(
                CrossValidation.Unlearned(plan.Table, plan.Recipe, options),
                options.Folds * options.Repeats
            )
        )
        {
            session.Note(note);
        }
        CrossValidated? validated = Run(session, log, plan.Table, plan.Recipe, options, interruption.Token)
            ?.Look(plan.Table);
        if (interruption.HasEnded() || validated is null)
        {
            return null;
        }
        session.Note(TrainingNotes.Folds(validated));
        return validated;
    }

    /// <summary>Trains and judges all folds, and the linear model on the same ones; null where it was cancelled before the first was done.</summary>
    internal static CrossValidated? Run(
        Session session,
        RunLog? log,
        Table table,
        Recipe recipe,
        CrossValidationOptions options,
        CancellationToken cancellation
    )
    {
        CrossValidationResult RunOne(Recipe chosen, string name, string part) =>
            CrossValidation.Run<float>(
                table,
                chosen,
                options with
                {
                    Checkpoint = options.Checkpoint?.Part(part),
                },
                new Counter(session, log, chosen, name, options.Folds * options.Repeats),
                cancellation
            );
        CrossValidationResult? network = null;
        try
        {
            network = RunOne(recipe, "folds  ", "folds");
            if (recipe.Hidden.IsEmpty || network.Folds.Count < network.Planned)
            {
                return new CrossValidated(network, null, null);
            }
            CrossValidationResult linear = RunOne(recipe.Linear(), "linear ", "linear folds");
            return new CrossValidated(network, linear.Folds.Count == linear.Planned ? linear : null, null);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (OutOfMemoryException) when (network is not null)
        {
            const string reason = "There is no linear model to compare with: there was not enough memory for it.";
            return new CrossValidated(network, null, reason);
        }
        catch (TrainingDivergedException) when (network is not null)
        {
            const string reason = "There is no linear model to compare with: its training diverged.";
            return new CrossValidated(network, null, reason);
        }
    }

    /// <summary>How many folds are done: which ones came first is a matter of time, and not said.</summary>
    private sealed class Counter(Session session, RunLog? log, Recipe recipe, string name, int planned)
        : IProgress<FoldResult>
    {
        private int done;

        public void Report(FoldResult value)
        {
            done++;
            log?.EndFold(value, recipe);
            session.Note(string.Create(CultureInfo.InvariantCulture, $"{name} {done} of {planned} done"));
        }
    }
}
