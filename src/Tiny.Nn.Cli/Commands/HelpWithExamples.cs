using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Tiny.Nn.Cli.Commands;

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
        return new HelpAction().Invoke(parseResult);
    }
}
