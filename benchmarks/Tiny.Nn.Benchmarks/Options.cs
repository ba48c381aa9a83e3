using System.Globalization;

namespace Tiny.Nn.Benchmarks;

/// <summary>The runner's flags: --workload, --data, and if wanted --repeats, --threads and --command.</summary>
internal sealed class Options(string[] arguments)
{
    internal string Workload => Text("--workload");

    internal string Data => Text("--data");

    internal int Repeats => Number("--repeats", 4);

    internal int Threads => Number("--threads", 1);

    internal string Command => Text("--command");

    private string Text(string flag) =>
        Find(flag) ?? throw new ArgumentException($"{flag} is missing; see the README beside this program.");

    private int Number(string flag, int otherwise) =>
        Find(flag) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private string? Find(string flag)
    {
        int place = Array.IndexOf(arguments, flag);
        return place >= 0 && place < arguments.Length - 1 ? arguments[place + 1] : null;
    }
}
