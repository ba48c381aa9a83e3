namespace Tiny.Nn.Cli.Tests.Shell;

/// <summary>
/// Heavy libraries load when they are used. To see that one is not, the command runs from a directory where it is missing.
/// </summary>
internal sealed class StartupTests : CommandTests
{
    private static readonly string[] Base =
    [
        "tinynn",
        "Tiny.Nn",
        "Tiny.Nn.Tabular",
        "Tiny.Nn.Teaching",
        "System.CommandLine",
    ];

    [TestCase("--help")]
    [TestCase("--version")]
    [TestCase("train --help")]
    public void Help_needs_the_parser_only(string arguments) => Needs([], arguments.Split(' '));

    [Test]
    public void A_wrong_flag_needs_the_parser_only() =>
        Assert.That(RunWith([], "train", Samples.Iris, "--hiden").Error, Does.Contain("Did you mean --hidden?"));

    [Test]
    public void Training_needs_no_log() =>
        Needs(
            ["CsvHelper", "MathNet.Numerics", "Tiny.Nn.Parquet", "Spectre.Console", "Spectre.Console.Ansi"],
            "train",
            Samples.Iris,
            "--target",
            "species",
            "--epochs",
            "2"
        );

    [Test]
    public void Training_with_a_document_needs_no_tables() =>
        Needs(
            ["CsvHelper", "MathNet.Numerics", "Tiny.Nn.Parquet"],
            "train",
            Samples.Iris,
            "--target",
            "species",
            "--epochs",
            "2",
            "--json"
        );

    [Test]
    public void Prediction_needs_no_tables() =>
        Needs(["CsvHelper", "Tiny.Nn.Parquet"], "predict", Samples.IrisModel, Samples.Iris);

    [Test]
    public void What_is_missing_is_missed_as_a_fault_of_the_installation()
    {
        Run run = RunWith([], "inspect", Samples.IrisModel).Failed(70, Place.Directory);
        Assert.That(run.Error, Does.Contain("Spectre.Console is missing").And.Contain("Install tinynn again"));
    }

    private void Needs(string[] libraries, params string[] arguments)
    {
        Run run = RunWith(libraries, arguments);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    private Run RunWith(string[] libraries, params string[] arguments)
    {
        foreach (string name in Base.Concat(libraries))
        {
            File.Copy(Built($"{name}.dll"), Place.Path($"{name}.dll"));
        }

        // No list of dependencies goes with it: without one the host takes what lies there.
        File.Copy(Built("tinynn.runtimeconfig.json"), Place.Path("tinynn.runtimeconfig.json"));
        return Tests.Tinynn.From(Place.Path("tinynn.dll"), Place, arguments);
    }

    private static string Built(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
