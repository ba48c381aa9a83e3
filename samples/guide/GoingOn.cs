using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Guide;

internal static class GoingOn
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Recipe recipe = new() { Epochs = 200, Patience = null };

        using CancellationTokenSource source = new();
        Plan<float> first = Experiment.Plan<float>(table, recipe);
        CheckpointFile file = CheckpointFile.Begin("run.ckpt", first.Identity(), every: TimeSpan.FromMinutes(5));
        first.Checkpoint = file;
        Trained<float> part = first.Train(new EndAfter(60, source), source.Token);
        file.Write();
        Console.WriteLine($"{part.History.EpochCount} epochs, {part.History.StopReason}");

        Plan<float> second = Experiment.Plan<float>(table, recipe);
        second.Checkpoint = CheckpointFile.Resume("run.ckpt", second.Identity(), every: TimeSpan.FromMinutes(5));
        Trained<float> rest = second.Train();
        Console.WriteLine($"{rest.History.EpochCount} epochs, {rest.History.StopReason}");

        Trained<float> whole = Experiment.Plan<float>(table, recipe).Train();
        ReadOnlySpan<float> numbers = whole.Model.Network.Parameters.Values;
        Console.WriteLine($"the same bits: {numbers.SequenceEqual(rest.Model.Network.Parameters.Values)}");
        file.Delete();
    }

    private sealed class EndAfter(int epochs, CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Epoch == epochs)
            {
                source.Cancel();
            }
        }
    }
}
