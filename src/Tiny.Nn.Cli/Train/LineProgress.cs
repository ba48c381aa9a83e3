using System.Diagnostics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>A line for the first epoch, and then now and then: for files and pipes.</summary>
/// <param name="notes">Where the lines go.</param>
/// <param name="course">How long it lasts.</param>
/// <param name="pause">How long to be silent after a line; none for a line per epoch.</param>
internal sealed class LineProgress(TextWriter notes, Course course, TimeSpan pause) : Progress, IProgress<EpochReport>
{
    private long last;

    internal override TResult While<TResult>(Func<IProgress<EpochReport>, TResult> train) => train(this);

    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        if (last == 0 || Stopwatch.GetElapsedTime(last) >= pause)
        {
            notes.WriteLine(Describe(value, course));
            last = Stopwatch.GetTimestamp();
        }
    }
}
