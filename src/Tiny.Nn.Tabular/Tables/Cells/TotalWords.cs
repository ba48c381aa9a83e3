namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What begins a line below the rows that sums them up, in several languages.</summary>
internal static class TotalWords
{
    private static readonly string[] Words =
    [
        "total",
        "totals",
        "grand total",
        "subtotal",
        "sub-total",
        "sum",
        "sums",
        "average",
        "mean",
        "gesamt",
        "gesamtsumme",
        "summe",
        "durchschnitt",
        "somme",
        "totaux",
        "moyenne",
        "suma",
        "totale",
        "totaal",
        "合計",
        "総計",
        "小計",
        "平均",
        "计",
        "合计",
        "总计",
        "合計",
        "합계",
        "итого",
        "всего",
    ];

    /// <summary>True for one of the words, a colon behind it or not.</summary>
    internal static bool Begin(string text) =>
        Words.Contains(text.Trim().TrimEnd(':', '：').TrimEnd(), StringComparer.OrdinalIgnoreCase);
}
