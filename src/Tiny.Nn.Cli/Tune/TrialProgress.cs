using System.Diagnostics;
using System.Globalization;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary>Keeps every trial that it is told of, and says of the first one, and then now and then, how far the search is.</summary>
internal sealed class TrialProgress(Session session, TrialsFile file) : IProgress<Trial>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long last;

    public void Report(Trial value)
    {
        file.Add(value);
        if (value.Fault is { } fault)
        {
            session.Note($"lost    trial {value.Number}, {value.Configuration}: {fault}");
        }
        else if (last == 0 || Stopwatch.GetElapsedTime(last) >= Pause)
        {
            last = Stopwatch.GetTimestamp();
            session.Note(Describe(value));
        }
    }

    private string Describe(Trial trial)
    {
        TuningResult known = new([.. file.Trials], 0, TuningEnd.Enough);
        string best = known.Winner is { } winner
            ? $"; best so far {Rounded.Fixed(winner.Loss)} of trial {winner.Number}"
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"trial {trial.Number}  fold {trial.Losses.Length}{best}");
    }
}
