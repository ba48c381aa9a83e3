namespace Tiny.Nn.Cli.Tests.Lessons;

/// <summary>What a page shows of a run: its lines, and <c>…</c> where some are left out.</summary>
/// <remarks>A terminal shows both streams in one text; which line came when is lost. Blank lines, and reports of single epochs, do not count.</remarks>
internal sealed class Excerpt(IEnumerable<string> lines)
{
    private const string LeftOut = "…";

    /// <summary>The first line shown that the run did not write there, or what it wrote beyond them; null where all is as shown.</summary>
    internal string? FirstDifference(Run run)
    {
        Reading output = new(run.Output);
        Reading error = new(run.Error);
        foreach (string line in lines.Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            if (line == LeftOut)
            {
                output.MaySkip = error.MaySkip = true;
            }
            else if (!error.Finds(line) && !output.Finds(line))
            {
                return line;
            }
        }
        return error.Rest ?? output.Rest;
    }

    /// <summary>The lines of a stream, and how far they have been read.</summary>
    private sealed class Reading(string text)
    {
        private readonly string[] lines =
        [
            .. text.Split('\n')
                .Select(line => line.TrimEnd())
                .Where(line => line.Length > 0 && !Shown.IsOfOneEpoch(line)),
        ];

        private int next;

        internal bool MaySkip { get; set; }

        /// <summary>The next line, where nothing may be left out any more.</summary>
        internal string? Rest => MaySkip || next == lines.Length ? null : lines[next];

        internal bool Finds(string line)
        {
            int found = Array.IndexOf(lines, line, next);
            if (found < 0 || (found > next && !MaySkip))
            {
                return false;
            }
            next = found + 1;
            MaySkip = false;
            return true;
        }
    }
}
