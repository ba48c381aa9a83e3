namespace Tiny.Nn.Cli.Shell;

/// <summary>The names of commands that other messages than their own mention.</summary>
internal static class CommandNames
{
    internal const string Train = "train";
    internal const string Check = "check";
}
