using System.Diagnostics;

namespace Tiny.Nn.Benchmarks;

/// <summary>Whole jobs of the command, from its start to its end, as a process of its own.</summary>
internal static class CommandRun
{
    /// <summary>W6c: a model file and the tall CSV go in, a CSV of predictions comes out.</summary>
    internal static Line Predict(string command, string folder)
    {
        string data = Path.Combine(folder, "tall.train.csv");
        string model = Path.Combine(Path.GetTempPath(), "w6c.tnn");
        string predictions = Path.Combine(Path.GetTempPath(), "w6c.csv");
        _ = Run(
            command,
            $"train {data} --target label --hidden 32 --epochs 1 --batch-size 256 --test 0 --validation 0 --force -q -o {model}"
        );
        return Timed("W6c", command, $"predict {model} {data} --force -q -o {predictions}");
    }

    /// <summary>W1 from the start of the command to the saved model and the report.</summary>
    internal static Line Train(string command, string folder)
    {
        string data = Path.Combine(folder, "iris.train.csv");
        string model = Path.Combine(Path.GetTempPath(), "w1.tnn");
        string settings =
            "--hidden 16 --optimizer momentum --learning-rate 0.05 --batch-size 16 --epochs 200 --validation 0 --test 0.2";
        return Timed(
            "W1-process",
            command,
            $"train {data} --target label --task classification {settings} --force -o {model}"
        );
    }

    private static Line Timed(string workload, string command, string arguments)
    {
        (double seconds, double megabytes) = Run(command, arguments);
        return new Line(workload, 1) { ["wall_s"] = seconds, ["rss_mb"] = megabytes };
    }

    /// <summary>Seconds, and the most memory that was seen in use: looked at every few milliseconds.</summary>
    private static (double Seconds, double Megabytes) Run(string command, string arguments)
    {
        ProcessStartInfo start = new(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        long begin = Stopwatch.GetTimestamp();
        using Process process =
            Process.Start(start) ?? throw new InvalidOperationException($"{command} does not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        long most = 0;
        while (!process.WaitForExit(5))
        {
            most = Math.Max(most, PeakOf(process));
        }
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Task.WaitAll(output, errors);
        return process.ExitCode == 0
            ? (seconds, most / 1e6)
            : throw new InvalidOperationException($"{command} {arguments}: {errors.Result}");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }
}
