using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests;

/// <summary>
/// A formula over lanes is fast only where the compiler puts all of it into the loop: a call for each addition makes it ten to twenty
/// times slower. The runtime can write down what it compiled; here that is searched for such calls.
/// </summary>
internal sealed partial class InliningTests : CommandTests
{
    private static readonly string[] Loops =
    [
        "Map",
        "Update",
        "AddBlocks",
        "RunSamples",
        "Exponentials",
        "Value",
        "Slope",
    ];

    [TestCase("0")]
    [TestCase("1")]
    public void No_loop_calls_the_operations_of_its_formula(string guidedByProfile)
    {
#if DEBUG
        Assert.Ignore("This build is for debugging, where nothing is inlined: test with -c Release.");
#endif
        TestedCommand.RequireRuntime();
        Compile(guidedByProfile, "plot", "functions", "-o", "functions.svg");
        foreach (string optimizer in (string[])["adam", "adamw", "momentum", "rmsprop"])
        {
            Compile(guidedByProfile, "train", Samples.Iris, "--target", "species", "--optimizer", optimizer);
        }
        Compile(guidedByProfile, "train", Samples.Iris, "--target", "petal_width", "--loss", "huber");
    }

    private void Compile(string guidedByProfile, params string[] arguments)
    {
        string listing = Place.Path($"{Guid.NewGuid()}.txt");
        string[] all = arguments[0] == "train" ? [.. arguments, "--epochs", "2", "--force", "--test", "0"] : arguments;
        Run run = Tests.Tinynn.In(
            Place,
            all,
            "",
            ("DOTNET_JitDisasm", string.Join(' ', Loops)),
            ("DOTNET_JitStdOutFile", listing),
            ("DOTNET_TieredPGO", guidedByProfile)
        );
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        string[] methods = File.ReadAllText(listing).Split("; Assembly listing for method ")[1..];
        string[] loops = [.. methods.Where(method => WideLoop().IsMatch(method))];
        Assert.That(loops, Is.Not.Empty, "Nothing was compiled: do the loops have other names now?");
        Assert.Multiple(() =>
        {
            foreach (string loop in loops)
            {
                string[] calls = [.. loop.Split('\n').Where(line => OperationCall().IsMatch(line))];
                Assert.That(calls, Is.Empty, loop.Split('\n')[0]);
            }
        });
    }

    /// <summary>A loop over vectors, in the form that stays.</summary>
    [GeneratedRegex(@"^Tiny\.Nn\.[^\n]*Lanes(128|256|512)`1[^\n]*\(FullOpts\)")]
    private static partial Regex WideLoop();

    /// <summary>A call of an operation of lanes, or of a step of a formula.</summary>
    [GeneratedRegex(@"\bcall\s+\[Tiny\.Nn\.Numerics\.(Lanes(128|256|512)`1\[\w+\]:|Elementary:)")]
    private static partial Regex OperationCall();
}
