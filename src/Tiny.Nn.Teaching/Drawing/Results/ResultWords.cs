namespace Tiny.Nn.Teaching.Drawing.Results;

/// <summary>What results say, in another language: for the tables of the command, its reports and the page alike.</summary>
internal static class ResultWords
{
    private const string Between = "; ";

    /// <summary>Those that begin with most first, then those that end with another sentence, then those that say most: others would take them for what is put in.</summary>
    private static readonly SpokenSentence[] Sentences =
    [
        .. ResultSentences
            .Japanese.Concat(FindingSentences.Japanese)
            .OrderByDescending(sentence => sentence.Beginning)
            .ThenByDescending(sentence => sentence.English.EndsWith('>'))
            .ThenByDescending(sentence => sentence.English.Length),
    ];

    /// <summary>A name, a sentence, or several with semicolons between them. What is not known stays English.</summary>
    internal static string Of(string english, Language language) =>
        language == Language.English ? english : Japanese(english);

    private static string Japanese(string english)
    {
        if (ResultNames.Japanese.TryGetValue(english, out string? name))
        {
            return name;
        }
        // Of several sentences none is to be taken for what is put into the first.
        bool areSeveral = english.Contains(Between, StringComparison.Ordinal);
        foreach (SpokenSentence sentence in Sentences)
        {
            if (
                areSeveral == sentence.English.Contains(Between, StringComparison.Ordinal)
                && sentence.Say(english, Japanese) is { } said
            )
            {
                return said;
            }
        }
        string[] parts = english.Split(Between);
        string[] saidParts = parts.Length > 1 ? [.. parts.Select(Japanese)] : parts;
        return saidParts.SequenceEqual(parts) ? english : string.Join("；", saidParts);
    }
}
