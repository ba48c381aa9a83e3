using System.Collections.Immutable;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>
/// Which rows belong together: those of one patient, one customer, one machine. Rows of a group resemble each other, so a model that
/// has learnt from some of them is not honestly tested by the others.
/// </summary>
internal sealed class Groups
{
    private Groups(IReadOnlyList<string> names, ImmutableArray<int> codes)
    {
        Names = names;
        Codes = codes;
    }

    /// <summary>The groups' names, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For each row the place of its group among the <see cref="Names"/>.</summary>
    public ImmutableArray<int> Codes { get; }

    /// <summary>How many groups there are.</summary>
    public int Count => Names.Count;

    /// <summary>How many groups of how many rows.</summary>
    public override string ToString() => $"{Count} groups of {Codes.Length} rows";

    /// <summary>The groups of rows that have the same text: a column of the file.</summary>
    /// <param name="texts">The name of each row's group.</param>
    public static Groups FromTexts(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        List<string> names = [];
        ImmutableArray<int>.Builder codes = ImmutableArray.CreateBuilder<int>();
        foreach (string text in texts)
        {
            if (places.TryAdd(text, names.Count))
            {
                names.Add(text);
            }
            codes.Add(places[text]);
        }
        return new Groups(names, codes.DrainToImmutable());
    }

    /// <summary>The same groups of some rows alone; groups without a row are left out.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public Groups Select(ReadOnlySpan<int> rows)
    {
        string[] texts = new string[rows.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Names[Codes[rows[i]]];
        }
        return FromTexts(texts);
    }
}
