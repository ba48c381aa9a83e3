namespace Tiny.Nn.Tabular.Splits;

/// <summary>Reads a column that says what each row is for.</summary>
internal static class SplitColumn
{
    private const string Known = "The parts are: train, valid, test.";

    /// <exception cref="DataException">A text names no part, or no row is to be learnt from.</exception>
    internal static Split Read(IReadOnlyList<string> texts, Func<int, string>? place)
    {
        ILookup<Part, int> rows = Enumerable
            .Range(0, texts.Count)
            .ToLookup(row =>
                Find(texts[row]) ?? throw Unknown(texts[row], place is null ? $"row {row + 1}" : place(row))
            );
        return rows[Part.Training].Any()
            ? new Split(rows[Part.Training], rows[Part.Validation], rows[Part.Test])
            : throw new DataException("No row is to be learnt from.", null, $"Mark some rows with train. {Known}");
    }

    private static Part? Find(string text) =>
        text.Trim().ToUpperInvariant() switch
        {
            "TRAIN" or "TRAINING" => Part.Training,
            "VALID" or "VALIDATION" or "VAL" or "DEV" => Part.Validation,
            "TEST" or "TESTING" => Part.Test,
            _ => null,
        };

    private static DataException Unknown(string text, string place)
    {
        string? meant = Closest.To(text.Trim(), ["train", "training", "valid", "validation", "test", "testing"]);
        string suggestion = meant is null ? "" : $"Did you mean {meant}? ";
        return new DataException("A row is in no known part.", $"{place}: {Excerpt.Quote(text)}", suggestion + Known);
    }

    private enum Part
    {
        Training,
        Validation,
        Test,
    }
}
