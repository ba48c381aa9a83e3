using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Tiny.Nn.Cli.Shell;

/// <summary>The version on one line, and nothing else.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    internal static string Version { get; } =
        typeof(PrintVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Version);
        return ExitCode.Success;
    }
}
