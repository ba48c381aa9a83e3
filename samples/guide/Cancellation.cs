using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Guide;

internal static class Cancellation
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        using CancellationTokenSource source = new();

        // Told on the training thread, when it happens. Progress<T> of .NET posts to another thread, and prints late.
        EachEpoch progress = new(report =>
        {
            if (report.Epoch == 10)
            {
                source.Cancel();
            }
        });
        Judged<float> judged = Experiment.Run<float>(table, new Recipe { Patience = null }, progress, source.Token);

        if (judged.History.StopReason == StopReason.Cancelled)
        {
            Console.WriteLine($"cancelled after {judged.History.Epochs.Count} epochs");
        }
    }

    private sealed class EachEpoch(Action<EpochReport> tell) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => tell(value);
    }
}
