using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Tiny.Nn.Cli.Flags;

/// <summary>The usual help, below the examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly string[] First =
    [
        "tinynn train iris.csv --target species",
        "tinynn evaluate iris.tnn more.csv",
        "tinynn predict iris.tnn new.csv --probabilities > predictions.csv",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in (parseResult.CommandResult.Command as ExampledCommand)?.Examples ?? First)
        {
            output.WriteLine($"  {example}");
        }
        output.WriteLine();
        int exitCode = new HelpAction().Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine("Exit codes:");
            output.WriteLine("  0 success; 2 usage, or output that cannot be written; 3 bad data; 4 bad model;");
            output.WriteLine(
                "  5 training diverged; 6 less accurate than --min-accuracy, or derivatives that disagree;"
            );
            output.WriteLine("  7 processes that a launcher of MPI started cannot make one run;");
            output.WriteLine(
                "  69 a native program on a processor too old for it; 70 a fault of tinynn; 130 interrupted by"
            );
            output.WriteLine("  Ctrl-C, 143 by SIGTERM, 129 by a closed terminal");
        }
        return exitCode;
    }
}
