using BenchmarkDotNet.Running;
using Tiny.Nn.Benchmarks;

// A workload prints one JSON line; anything else goes to BenchmarkDotNet, which measures the parts.
if (args is ["workload", var name, var folder, ..])
{
    int repeats = args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 4;
    Console.WriteLine(WorkloadRun.Measure(Workload.Named(name), folder, repeats).ToJson());
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run(args);
