using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary>What a search came to: all that there is to show.</summary>
/// <param name="Plan">The table, and which of its rows test.</param>
/// <param name="Space">What was searched.</param>
/// <param name="Identity">Which search it was.</param>
/// <param name="Result">The trials, of which one won.</param>
/// <param name="Tested">What the test rows say of the winner.</param>
internal sealed record TuningRun(
    Plan<float> Plan,
    SearchSpace Space,
    SearchIdentity Identity,
    TuningResult Result,
    TestedWinner Tested
)
{
    /// <summary>The best trial.</summary>
    internal Trial Winner => Result.Winner!;

    /// <summary>All of its settings.</summary>
    internal required ResolvedSettings Settings { get; init; }

    /// <summary>The command line that trains it.</summary>
    internal required string Command { get; init; }

    /// <summary>Where its settings are.</summary>
    internal required string WinnerPath { get; init; }

    /// <summary>Where the trials are.</summary>
    internal required string TrialsPath { get; init; }
}
