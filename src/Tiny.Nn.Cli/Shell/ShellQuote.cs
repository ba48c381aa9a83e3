namespace Tiny.Nn.Cli.Shell;

/// <summary>Arguments of a command line that somebody is to copy.</summary>
internal static class ShellQuote
{
    /// <summary>The text, in quotes where a shell would take it apart.</summary>
    internal static string Argument(string text) =>
        text.Length > 0 && text.All(IsPlain) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '.' or '/' or '-' or '_' or ':' or ',' or '+' or '=' or '@' or '\\';
}
