using System.Text.Json;

namespace Tiny.Nn.Benchmarks;

/// <summary>A line of results: a JSON object with the workload's name, the number of threads, and what was measured.</summary>
/// <param name="workload">Which one.</param>
/// <param name="threads">How many threads it was allowed.</param>
internal sealed class Line(string workload, int threads)
{
    private readonly Dictionary<string, object> fields = new()
    {
        ["peer"] = "tiny.nn",
        ["workload"] = workload,
        ["threads"] = threads,
    };

    /// <summary>A figure, in six digits.</summary>
    internal double this[string name]
    {
        set =>
            fields[name] = value == 0 ? 0 : Math.Round(value, Math.Clamp(5 - (int)Math.Log10(Math.Abs(value)), 0, 15));
    }

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(fields);
}
