using System.Collections.Concurrent;

namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>The pages and pictures that are looked at. Each is written once, by the command, when a test first wants it.</summary>
[SetUpFixture]
internal sealed class Subjects
{
    private static readonly Workplace Place = new();
    private static readonly ConcurrentDictionary<string, Lazy<string>> Written = [];

    private static readonly Dictionary<string, Func<string[]>> Commands = new()
    {
        ["trace"] = () => ["trace", Samples.Iris, "--target", "species", "--row", "3", "--html"],
        ["trace of a batch"] = () => ["trace", Samples.Iris, "--target", "species", "--rows", "1,51", "--html"],
        ["trace of many inputs"] = () => ["trace", Samples.Diabetes, "--target", "progression", "--html"],
        ["trace of long names"] = () => ["trace", LongNames(), "--target", "species", "--html"],
        ["handout"] = () => ["trace", Samples.Iris, "--target", "species", "--rows", "1,51,101", "--handout", "--html"],
        ["blank handout"] = () =>
            ["trace", Samples.Diabetes, "--target", "progression", "--handout", "--blank", "--html"],
        ["handout of long names"] = () => ["trace", LongNames(), "--target", "species", "--handout", "--html"],
        ["sheets for a class"] = () =>
            ["exercise", Samples.Iris, "--target", "species", "--copies", "3", "--sheet", "-o"],
        ["key for a class"] = () => ["exercise", Samples.Iris, "--target", "species", "--copies", "3", "--key", "-o"],
        ["histories"] = () => ["plot", "history", Samples.IrisModel, Samples.IrisModel, "-o"],
        ["exercise sheet"] = () => ["exercise", Samples.Iris, "--target", "species", "--key", "--format", "html"],
        ["functions"] = () => ["plot", "functions", "-o"],
        ["boundary"] = () =>
            [
                "plot",
                "boundary",
                Samples.Iris,
                "--model",
                Samples.IrisModel,
                "--x",
                "petal_length",
                "--y",
                "petal_width",
                "-o",
            ],
        ["boundary of long names"] = () =>
            ["plot", "boundary", LongNames(), "--target", "species", "--epochs", "20", "-o"],
        ["history"] = () => ["plot", "history", Samples.IrisModel, "-o"],
        ["flow"] = () =>
            [
                "plot",
                "flow",
                Samples.Iris,
                "--target",
                "species",
                "--hidden",
                "16,16,16",
                "--depths",
                "1..8",
                "--epochs",
                "20",
                "-o",
            ],
        ["race"] = () => ["plot", "race", "--function", "rosenbrock", "-o"],
        ["race on data"] = () =>
            ["plot", "race", Samples.Iris, "--target", "species", "--hidden", "8", "--steps", "60", "-o"],
        ["report on classes"] = () => [.. Train(Samples.Iris, "species"), "--report"],
        ["report on long names"] = () => [.. Train(LongNames(), "species"), "--report"],
        ["report on two classes"] = () => [.. Train(Samples.Cancer, "diagnosis"), "--report"],
        ["report on numbers"] = () => [.. Train(Samples.Diabetes, "progression"), "--report"],
    };

    /// <summary>Their names, with a language where they have one.</summary>
    internal static IEnumerable<string> Names =>
        Commands.Keys.SelectMany<string, string>(name =>
            name.StartsWith("report", StringComparison.Ordinal) ? [name] : [$"{name}, en", $"{name}, ja"]
        );

    /// <summary>Those with a drawing in which weights are picked.</summary>
    internal static IEnumerable<string> Traces => ["trace, en", "trace, ja", "trace of a batch, en"];

    internal static string File(string name) => Written.GetOrAdd(name, _ => new Lazy<string>(() => Write(name))).Value;

    /// <summary>A page of a test's own.</summary>
    internal static string Own(string html)
    {
        string name = $"{Guid.NewGuid():N}.html";
        Place.Write(name, html);
        return Place.Path(name);
    }

    [OneTimeTearDown]
    public void Remove_them() => Place.Dispose();

    /// <summary>The irises with names as wide as they may come.</summary>
    private static string LongNames()
    {
        string text = System
            .IO.File.ReadAllText(Samples.Iris)
            .Replace("sepal_length", "commonest maximum width in mm", StringComparison.Ordinal)
            .Replace("petal_width", "花弁の幅をセンチメートルで測った値であるもの", StringComparison.Ordinal)
            .Replace("setosa", "MMM common swamp mammoth", StringComparison.Ordinal)
            .Replace("versicolor", "WWW warm summer meadow", StringComparison.Ordinal)
            .Replace("virginica", "湿った低地に生える大きなあやめ", StringComparison.Ordinal);
        return Place.Write($"{Guid.NewGuid():N}.csv", text);
    }

    private static string[] Train(string data, string target) =>
        ["train", data, "--target", target, "--epochs", "20", "-o", Place.Path($"{Guid.NewGuid():N}.tnn")];

    private static string Write(string name)
    {
        string[] parts = name.Split(", ");
        string[] command = Commands[parts[0]]();
        string file = Place.Path(name.Replace(' ', '-') + (command.Contains("plot") ? ".svg" : ".html"));
        string[] language = parts.Length > 1 ? ["--lang", parts[1]] : [];
        bool namesItsFile = command[^1].StartsWith('-');
        Run run = Tinynn.In(Place, namesItsFile ? [.. command, file, .. language] : [.. command, .. language]).Good();
        if (!namesItsFile)
        {
            System.IO.File.WriteAllText(file, run.Output);
        }
        return file;
    }
}
