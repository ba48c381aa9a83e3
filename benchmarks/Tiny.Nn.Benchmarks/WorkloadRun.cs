using System.Diagnostics;
using System.Text.Json;
using Tiny.Nn.Activations;
using Tiny.Nn.Data;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Preprocessing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Benchmarks;

/// <summary>What a workload took, and how well it learned.</summary>
/// <param name="Workload">Which one.</param>
/// <param name="LoadSeconds">Reading the training file.</param>
/// <param name="FirstSeconds">The first training in the process: compilers are cold.</param>
/// <param name="Seconds">Median of the trainings after the first.</param>
/// <param name="Rows">Training rows.</param>
/// <param name="Loss">Mean cross-entropy of the training rows afterwards.</param>
/// <param name="Accuracy">On the test file; without one, on the training file.</param>
internal sealed record WorkloadRun(
    Workload Workload,
    double LoadSeconds,
    double FirstSeconds,
    double Seconds,
    int Rows,
    double Loss,
    double Accuracy
)
{
    private const string Target = "label";

    internal static WorkloadRun Measure(Workload workload, string folder, int repeats)
    {
        string trainingFile = Path.Combine(folder, $"{workload.Data}.train.csv");
        string testFile = Path.Combine(folder, $"{workload.Data}.test.csv");
        long start = Stopwatch.GetTimestamp();
        Table<float> table = CsvTable.Read<float>(trainingFile, Target);
        double load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Table<float> test = File.Exists(testFile) ? CsvTable.Read<float>(testFile, Target) : table;
        Standardization scaling = workload.Scaling(table.Features);
        Dataset<float> training = Prepare(table, scaling);
        Dataset<float> judges = test == table ? training : Prepare(test, scaling);

        List<double> seconds = [];
        SequentialNetwork<float> network = null!;
        for (int i = 0; i < Math.Max(repeats, 1); i++)
        {
            start = Stopwatch.GetTimestamp();
            network = Train(workload, training, seed: (ulong)i + 1);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        double[] warm = [.. seconds.Skip(seconds.Count > 1 ? 1 : 0).Order()];
        double median = (warm[(warm.Length - 1) / 2] + warm[warm.Length / 2]) / 2;
        return new WorkloadRun(
            workload,
            load,
            seconds[0],
            median,
            training.Count,
            MeanLoss(network, training),
            ShareRight(network, judges)
        );
    }

    internal string ToJson() =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["peer"] = "tiny.nn",
                ["workload"] = Workload.Name,
                ["threads"] = 1,
                ["train_s"] = Seconds,
                ["first_train_s"] = FirstSeconds,
                ["samples_per_s"] = Rows * Workload.Epochs / Seconds,
                ["load_s"] = LoadSeconds,
                ["loss"] = Loss,
                ["accuracy"] = Accuracy,
            }
        );

    private static Dataset<float> Prepare(Table<float> table, Standardization scaling)
    {
        scaling.Apply(table.Features, table.Features);
        ReadOnlySpan<int> codes = table.Target!.Codes.Span;
        int classes = table.Target.Levels.Count;
        if (classes > 2)
        {
            return new Dataset<float>(table.Features, OneHot.Encode<float>(codes, classes));
        }
        Matrix<float> target = new(1, codes.Length);
        for (int i = 0; i < codes.Length; i++)
        {
            target[0, i] = codes[i];
        }
        return new Dataset<float>(table.Features, target);
    }

    private static SequentialNetwork<float> Train(Workload workload, Dataset<float> training, ulong seed)
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
        return objective.Evaluate(data.Inputs, data.Targets, default, new Workspace<float>(objective.Network, 1000));
    }

    private static double ShareRight(SequentialNetwork<float> network, Dataset<float> data)
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
