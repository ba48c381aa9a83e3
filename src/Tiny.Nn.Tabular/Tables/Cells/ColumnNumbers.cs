namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>The texts of a column as numbers, if all are, written in one way.</summary>
/// <param name="Values">A number for each text; null where one of them is none.</param>
/// <param name="Writing">How they are written; null where all are plain.</param>
/// <param name="Misfit">The first text that is no number, is not written as those before it, or has two readings; −1 where there is none.</param>
internal sealed record ColumnNumbers(double[]? Values, NumberWriting? Writing, int Misfit)
{
    /// <summary>Reads texts of which none is missing.</summary>
    internal static ColumnNumbers Read(TextColumn texts, CellRules rules)
    {
        double[] values = new double[texts.Count];
        for (int row = 0; row < values.Length; row++)
        {
            if (!rules.TryParse(texts.Utf8(row), out values[row]))
            {
                return ReadWritten(texts, rules, values);
            }
        }
        return new ColumnNumbers(values, null, -1);
    }

    /// <summary>Says why the misfit is none of the numbers.</summary>
    internal (string What, Advice Advice) Explain(string text, CellRules rules)
    {
        (string what, Advice advice) = Writing is null ? rules.Explain(text) : Writing.Explain(text);
        return (what, advice.Without(RemedyKind.Categorical) ?? new Advice($"Correct it, or remove the row."));
    }

    private static ColumnNumbers ReadWritten(TextColumn texts, CellRules rules, double[] values)
    {
        NumberWriting writing = new(rules);
        int doubt = -1;
        for (int row = 0; row < values.Length; row++)
        {
            if (!writing.Add(texts.Utf8(row), out values[row]))
            {
                return new ColumnNumbers(null, writing, row);
            }
            doubt = doubt < 0 && writing.IsAmbiguous ? row : doubt;
        }
        return writing.IsAmbiguous ? new ColumnNumbers(null, writing, doubt) : new ColumnNumbers(values, writing, -1);
    }
}
