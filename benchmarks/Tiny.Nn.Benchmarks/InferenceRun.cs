using System.Diagnostics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Training;

namespace Tiny.Nn.Benchmarks;

/// <summary>Asks the network of W3: one row at a time, or a thousand.</summary>
internal static class InferenceRun
{
    private const int Calls = 20_000;
    private const int WarmUp = 500;
    private const int Batch = 1000;
    private const int Rounds = 7;

    /// <summary>W6s: the time of a single row, as the caller sees it.</summary>
    internal static Line Latency(string folder)
    {
        (SequentialNetwork<float> network, Dataset<float> _, Dataset<float> test) = Prepare(folder);
        Workspace<float> workspace = network.CreateWorkspace(1);
        Matrix<float> answer = new(network.Outputs, 1);
        int rows = Math.Min(Batch, test.Count);
        double[] microseconds = new double[Calls];
        for (int i = -WarmUp; i < Calls; i++)
        {
            Matrix<float> row = test.Inputs.Slice((i + WarmUp) % rows, 1);
            long start = Stopwatch.GetTimestamp();
            network.Predict(row, workspace, answer);
            if (i >= 0)
            {
                microseconds[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }
        Array.Sort(microseconds);
        return new Line("W6s", 1)
        {
            ["latency_us"] = Line.Median(microseconds),
            ["p99_us"] = microseconds[Calls * 99 / 100],
            ["accuracy"] = TrainingRun.ShareRight(network, test),
        };
    }

    /// <summary>W6b: all training rows, a thousand at a time.</summary>
    internal static Line Throughput(string folder, int threads)
    {
        (SequentialNetwork<float> network, Dataset<float> training, Dataset<float> test) = Prepare(folder);
        using IDisposable allowed = StepThreads.Use(threads);
        Workspace<float> workspace = network.CreateWorkspace(Batch);
        Matrix<float> answers = new(network.Outputs, training.Count);
        List<double> seconds = [];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            network.Predict(training.Inputs, workspace, answers);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        double median = Line.Median(seconds.Skip(1));
        return new Line("W6b", threads)
        {
            ["infer_s"] = median,
            ["rows_per_s"] = training.Count / median,
            ["accuracy"] = TrainingRun.ShareRight(network, test),
        };
    }

    private static (SequentialNetwork<float> Network, Dataset<float> Training, Dataset<float> Test) Prepare(
        string folder
    )
    {
        Workload workload = Workload.Named("W3");
        (Dataset<float> training, Dataset<float> test, _) = TrainingRun.Load(workload, folder);
        return (TrainingRun.Train(workload, training, seed: 1), training, test);
    }
}
