namespace Tiny.Nn.Cli.Tests;

/// <summary>A terminal shows stdout and stderr in one text; a test gets two. Which line came when is all that is lost.</summary>
internal static class Shown
{
    /// <summary>True where the text shown is all lines of both streams, each stream's in its order.</summary>
    /// <remarks>Spaces at the ends of lines do not count, nor do reports of single epochs: how many there are is a matter of time.</remarks>
    internal static bool Holds(Run run, string shown)
    {
        Queue<string> output = new(Lines(run.Output));
        Queue<string> error = new(Lines(run.Error).Where(line => !IsOfOneEpoch(line)));
        foreach (string line in Lines(shown))
        {
            if (error.TryPeek(out string? note) && note == line)
            {
                error.Dequeue();
            }
            else if (output.TryPeek(out string? datum) && datum == line)
            {
                output.Dequeue();
            }
            else
            {
                return false;
            }
        }
        return output.Count == 0 && error.Count == 0;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n')
            .SkipLast(text.EndsWith('\n') ? 1 : 0)
            .Where(_ => text.Length > 0)
            .Select(line => line.TrimEnd());

    /// <summary>True for the report of a single epoch, in any language.</summary>
    internal static bool IsOfOneEpoch(string line) =>
        line.StartsWith("epoch ", StringComparison.Ordinal) || line.StartsWith("エポック ", StringComparison.Ordinal);
}
