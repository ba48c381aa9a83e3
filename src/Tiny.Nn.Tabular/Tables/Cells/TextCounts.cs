namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>Which texts came, and how often each.</summary>
internal sealed class TextCounts
{
    private readonly LevelIndex texts = new();
    private readonly List<long> counts = [];

    /// <summary>The texts as they came first.</summary>
    internal IReadOnlyList<string> Texts => texts.Names;

    /// <summary>Counts a text, of which nothing is kept where it is empty.</summary>
    internal void Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }
        int place = texts.FindOrAdd(text);
        if (place == counts.Count)
        {
            counts.Add(0);
        }
        counts[place]++;
    }

    /// <summary>The texts with their counts.</summary>
    public override string ToString() =>
        string.Join(", ", texts.Names.Zip(counts, (text, count) => $"{Excerpt.Quote(text)} ({count})"));
}
