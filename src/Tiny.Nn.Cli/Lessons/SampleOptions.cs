using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>The flags of samples that are typed, in place of a file.</summary>
internal sealed class SampleOptions
{
    internal Option<double[][]?> Input { get; } =
        Flag.Samples("--input", "A sample typed here, in place of data; once for each sample.", "0.05,0.1");

    internal Option<double[][]?> Expected { get; } =
        Flag.Samples("--expected", "The target of the typed sample; once for each sample.", "0.01,0.99");

    /// <summary>The target of each sample.</summary>
    /// <exception cref="UsageException">There are more or fewer.</exception>
    internal double[][] Targets(ParseResult parsed, double[][] inputs)
    {
        double[][] targets = parsed.GetValue(Expected) ?? [];
        return targets.Length == inputs.Length
            ? targets
            : throw new UsageException(
                $"There are {inputs.Length} inputs and {targets.Length} targets.",
                $"{Input.Name} {Expected.Name}",
                "Give one --expected for each --input."
            );
    }
}
