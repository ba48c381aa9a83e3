namespace Tiny.Nn.Tabular.Reports;

/// <summary>How a model does on labelled rows. What every number means, with its formula and source: docs/report.md.</summary>
/// <param name="Rows">How many rows it was asked.</param>
public abstract record Report(int Rows)
{
    /// <summary>The numbers of the report one by one, the most important first: a table of them needs no knowledge of the kind of report.</summary>
    public abstract IReadOnlyList<Measure> Measures { get; }

    /// <summary>What simpler models say of the same rows, and whether this one beats them; empty where none was made for comparison.</summary>
    public IReadOnlyList<BaselineResult> Baselines { get; init; } = [];

    /// <summary>What else should be known, in whole sentences: a baseline that could not be trained, say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The measures in one line, a line for each baseline, and the notes; in the invariant culture.</summary>
    public sealed override string ToString()
    {
        string measures = $"{Rows} rows: {string.Join(", ", Measures)}";
        return string.Join('\n', [measures, .. Baselines.Select(baseline => baseline.Verdict), .. Notes]);
    }
}
