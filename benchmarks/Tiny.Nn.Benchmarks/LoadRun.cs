using System.Diagnostics;
using Tiny.Nn.Tabular.Csv;

namespace Tiny.Nn.Benchmarks;

/// <summary>W5-load: the tall file into numbers.</summary>
internal static class LoadRun
{
    internal static Line Measure(string folder, int repeats)
    {
        string path = Path.Combine(folder, "tall.train.csv");
        List<double> seconds = [];
        for (int i = 0; i < Math.Max(repeats, 1); i++)
        {
            long start = Stopwatch.GetTimestamp();
            _ = CsvTable.Read(path, "label");
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        double median = Line.Median(seconds.Skip(seconds.Count > 1 ? 1 : 0));
        return new Line("W5-load", 1)
        {
            ["load_s"] = median,
            ["first_load_s"] = seconds[0],
            ["mb_per_s"] = new FileInfo(path).Length / 1e6 / median,
        };
    }
}
