using System.Globalization;

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

/// <summary>What a simpler model says of the same rows, and whether the model that was reported on beats it.</summary>
/// <param name="Name">What it is: <c>majority class</c>, <c>training mean</c> or <c>linear model</c>.</param>
/// <param name="Report">How it does.</param>
/// <param name="Comparisons">The model beside it, measure by measure; the first one decides.</param>
public sealed record BaselineResult(string Name, Report Report, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>Whether the model beats the baseline, by the first measure.</summary>
    public Judgement Judgement => Comparisons[0].Judgement;

    /// <summary>The finding as a sentence with its numbers.</summary>
    public string Verdict
    {
        get
        {
            Comparison first = Comparisons[0];
            string finding = Judgement switch
            {
                Judgement.Better => $"The model beats the {Name}",
                Judgement.Worse => $"The model is worse than the {Name}",
                _ => $"The model is not shown to beat the {Name}",
            };
            return $"{finding}: {first.Figures} "
                + Text($"({100 * first.Difference.Confidence:0} % interval{first.Chance}).");
        }
    }

    /// <summary>The <see cref="Verdict"/>.</summary>
    public override string ToString() => Verdict;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
