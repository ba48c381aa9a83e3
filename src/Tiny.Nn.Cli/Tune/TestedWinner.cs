using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Train;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Tune;

/// <summary>What the test rows say of the winner, or why they say nothing.</summary>
/// <param name="Judged">How it does; null where nobody knows.</param>
/// <param name="Untested">Why nobody knows, as a sentence; empty where it is known.</param>
internal sealed record TestedWinner(Judged<float>? Judged, string Untested)
{
    private static readonly TestedWinner Interrupted = new(null, "It was interrupted before the test rows were asked.");

    /// <summary>Asks them, this once.</summary>
    internal static TestedWinner Of(
        Session session,
        Plan<float> plan,
        SearchSpace space,
        Trial winner,
        Interruption interruption
    )
    {
        if (plan.Split.Test.IsEmpty)
        {
            return new(null, "No rows were set aside: nothing but the folds that chose it tells how good it is.");
        }
        if (interruption.HasEnded())
        {
            return Interrupted;
        }
        session.Note($"judging trial {winner.Number}, and what is trained where no flag describes a network");
        try
        {
            return new(plan.JudgeWinner(space, winner, interruption.Token), "");
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (TrainingDivergedException)
        {
            return new(null, "With all rows that it learns from its training diverged: nothing tells how good it is.");
        }
    }
}
