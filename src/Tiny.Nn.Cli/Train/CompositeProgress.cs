using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>Tells two of every epoch, one after the other.</summary>
/// <param name="first">Who is told first.</param>
/// <param name="second">Who is told then; null for nobody.</param>
internal sealed class CompositeProgress(IProgress<EpochReport> first, IProgress<EpochReport>? second)
    : IProgress<EpochReport>
{
    public void Report(EpochReport value)
    {
        first.Report(value);
        second?.Report(value);
    }
}
