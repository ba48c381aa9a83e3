using System.Diagnostics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Benchmarks;

/// <summary>Trains a workload's network several times: what that took, and how well it learned.</summary>
internal static class TrainingRun
{
    private const string Target = "label";

    /// <summary>One line of results: median of the trainings after the first, the first in the process, loading, loss and accuracy.</summary>
    internal static Line Measure(Workload workload, string folder, int repeats, int threads)
    {
        (Dataset<float> training, Dataset<float> judges, double load) = Load(workload, folder);
        using IDisposable allowed = StepThreads.Use(threads);
        List<double> seconds = [];
        SequentialNetwork<float> network = null!;
        for (int i = 0; i < Math.Max(repeats, 1); i++)
        {
            long start = Stopwatch.GetTimestamp();
            network = Train(workload, training, seed: (ulong)i + 1);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        double median = Line.Median(seconds.Skip(seconds.Count > 1 ? 1 : 0));
        return new Line(workload.Name, threads)
        {
            ["train_s"] = median,
            ["first_train_s"] = seconds[0],
            ["samples_per_s"] = training.Count * workload.Epochs / median,
            ["load_s"] = load,
            ["loss"] = MeanLoss(network, training),
            ["accuracy"] = ShareRight(network, judges),
        };
    }

    /// <summary>Training and test samples as the network takes them, and the seconds of reading the training file.</summary>
    internal static (Dataset<float> Training, Dataset<float> Test, double Seconds) Load(
        Workload workload,
        string folder
    )
    {
        string testFile = Path.Combine(folder, $"{workload.Data}.test.csv");
        long start = Stopwatch.GetTimestamp();
        Table table = Read(Path.Combine(folder, $"{workload.Data}.train.csv"));
        double load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Table test = File.Exists(testFile) ? Read(testFile) : table;
        Standardization scaling = workload.Scaling(table.Features);
        Dataset<float> training = Prepare(table, scaling);
        return (training, test == table ? training : Prepare(test, scaling), load);
    }

    private static Table Read(string path) => CsvTable.Read(path, Target);

    private static Dataset<float> Prepare(Table table, Standardization scaling)
    {
        Matrix<float> inputs = new(table.Features.Rows, table.Rows);
        TableEncoding.Standardized(table.FeatureNames, scaling).Apply(table.Features, inputs);
        ReadOnlySpan<int> codes = table.Target!.Codes.Span;
        int classes = table.Target.Levels.Count;
        if (classes > 2)
        {
            return new Dataset<float>(inputs, OneHot.Encode<float>(codes, classes));
        }
        Matrix<float> target = new(1, codes.Length);
        for (int i = 0; i < codes.Length; i++)
        {
            target[0, i] = codes[i];
        }
        return new Dataset<float>(inputs, target);
    }

    internal static SequentialNetwork<float> Train(Workload workload, Dataset<float> training, ulong seed)
    {
        int outputs = training.Targets.Rows;
        Architecture architecture = Architecture.WithInputs(training.Inputs.Rows);
        foreach (int units in workload.Hidden)
        {
            architecture = architecture.Dense(units, Activation.Relu);
        }
        architecture = architecture.Dense(outputs, outputs == 1 ? Activation.Sigmoid : Activation.Softmax);
        SequentialNetwork<float> network = architecture.Build<float>(new Generator(seed));
        Trainer<float> trainer = new(network, LossOf(network), workload.Optimizer, new Generator(seed, stream: 1));
        trainer.Fit(training, null, new FitOptions { Epochs = workload.Epochs, BatchSize = workload.BatchSize });
        return network;
    }

    private static double MeanLoss(SequentialNetwork<float> network, Dataset<float> data)
    {
        Objective<float> objective = Objective.Create(network, LossOf(network));
        return objective.Evaluate(data.All, objective.Network.CreateWorkspace(1000));
    }

    internal static double ShareRight(SequentialNetwork<float> network, Dataset<float> data)
    {
        Matrix<float> answers = network.Predict(data.Inputs);
        int right = 0;
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> answer = answers.Column(i);
            ReadOnlySpan<float> target = data.Targets.Column(i);
            bool same =
                answer.Length == 1
                    ? answer[0] > 0.5f == target[0] > 0.5f
                    : answer.IndexOf(Max(answer)) == target.IndexOf(1f);
            right += same ? 1 : 0;
        }
        return (double)right / data.Count;
    }

    private static Loss LossOf(SequentialNetwork<float> network) =>
        network.Outputs == 1 ? Losses.Loss.BinaryCrossEntropy : Losses.Loss.CrossEntropy;

    private static float Max(ReadOnlySpan<float> values)
    {
        float max = values[0];
        foreach (float value in values)
        {
            max = Math.Max(max, value);
        }
        return max;
    }
}
