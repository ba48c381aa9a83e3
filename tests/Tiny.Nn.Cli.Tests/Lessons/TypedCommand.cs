namespace Tiny.Nn.Cli.Tests.Lessons;

/// <summary>A line that is typed at a prompt, and what is shown below it.</summary>
/// <param name="Line">As it is typed.</param>
/// <param name="Written">The lines below it.</param>
internal sealed record TypedCommand(string Line, IReadOnlyList<string> Written)
{
    private const string Japanese = " --lang ja";

    /// <summary>The same in English.</summary>
    internal string EnglishLine => Line.Replace(Japanese, "", StringComparison.Ordinal);

    /// <summary>Does what a shell would do of the line, with no shell: <c>tinynn …</c>, or <c>printf '…' &gt; file</c>.</summary>
    internal Run RunIn(Workplace place)
    {
        string[] words = [.. Words()];
        if (words[0] == "tinynn")
        {
            return InProcess.In(place, words[1..]);
        }
        Assert.That(words, Has.Length.EqualTo(4), Line);
        Assert.That((words[0], words[2]), Is.EqualTo(("printf", ">")), Line);
        place.Write(words[3], words[1].Replace("\\n", "\n", StringComparison.Ordinal));
        return new Run(0, "", "");
    }

    /// <summary>What stands between blanks; blanks between quotes belong to their word.</summary>
    private List<string> Words()
    {
        List<string> words = [];
        string[] parts = Line.Split('\'');
        for (int i = 0; i < parts.Length; i++)
        {
            words.AddRange(i % 2 == 1 ? [parts[i]] : parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return words;
    }
}
