using BenchmarkDotNet.Running;
using Tiny.Nn.Benchmarks;

// A workload prints one JSON line; anything else goes to BenchmarkDotNet, which measures the parts.
if (!args.Contains("--workload"))
{
    BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run(args);
    return;
}
Options options = new(args);
Line line = options.Workload switch
{
    "W1-process" => CommandRun.Train(options.Command, options.Data),
    "W5-load" => LoadRun.Measure(options.Data, options.Repeats),
    "W6s" => InferenceRun.Latency(options.Data),
    "W6b" => InferenceRun.Throughput(options.Data, options.Threads),
    "W6c" => CommandRun.Predict(options.Command, options.Data),
    string name => TrainingRun.Measure(Workload.Named(name), options.Data, options.Repeats, options.Threads),
};
Console.WriteLine(line);
