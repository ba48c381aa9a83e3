namespace Tiny.Nn.Cli.Shell;

/// <summary>What stands for stdin on a command line, and in messages.</summary>
internal static class StandardInput
{
    /// <summary>In place of a path.</summary>
    internal const string Path = "-";

    /// <summary>In messages, and in a model's history.</summary>
    internal const string Name = "stdin";
}
