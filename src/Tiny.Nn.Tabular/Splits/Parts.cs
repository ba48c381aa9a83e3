namespace Tiny.Nn.Tabular.Splits;

/// <summary>The rows of a table in three parts, as a column of it says. Each row is in one of them; each part is ascending.</summary>
public sealed class Parts
{
    private const string Known = "The parts are: train, valid, test.";

    private Parts(int[] training, int[] validation, int[] test)
    {
        Training = training;
        Validation = validation;
        Test = test;
    }

    /// <summary>The rows to learn from; at least one.</summary>
    public ReadOnlyMemory<int> Training { get; }

    /// <summary>The rows that choose the best epoch; none where the column names none.</summary>
    public ReadOnlyMemory<int> Validation { get; }

    /// <summary>The rows that only the report sees; none where the column names none.</summary>
    public ReadOnlyMemory<int> Test { get; }

    /// <summary>
    /// Reads a column: <c>train</c> or <c>training</c>; <c>valid</c>, <c>validation</c>, <c>val</c> or <c>dev</c>; <c>test</c> or <c>testing</c>;
    /// in capitals or not.
    /// </summary>
    /// <param name="texts">The text of each row.</param>
    /// <param name="place">What to call a row in a message, from its number from 0 on; null for <c>row 1</c> and so on.</param>
    /// <exception cref="DataException">A text is none of these, or no row is to be learnt from.</exception>
    public static Parts FromTexts(IReadOnlyList<string> texts, Func<int, string>? place = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        List<int>[] parts =
        [
            [],
            [],
            [],
        ];
        for (int row = 0; row < texts.Count; row++)
        {
            int part = Find(texts[row]);
            if (part < 0)
            {
                throw Unknown(texts[row], place is null ? $"row {row + 1}" : place(row));
            }
            parts[part].Add(row);
        }
        return parts[0].Count > 0
            ? new Parts([.. parts[0]], [.. parts[1]], [.. parts[2]])
            : throw new DataException("No row is to be learnt from.", null, $"Mark some rows with train. {Known}");
    }

    private static int Find(string text) =>
        text.Trim().ToUpperInvariant() switch
        {
            "TRAIN" or "TRAINING" => 0,
            "VALID" or "VALIDATION" or "VAL" or "DEV" => 1,
            "TEST" or "TESTING" => 2,
            _ => -1,
        };

    private static DataException Unknown(string text, string place)
    {
        string? meant = Closest.To(text.Trim(), ["train", "training", "valid", "validation", "test", "testing"]);
        string suggestion = meant is null ? "" : $"Did you mean {meant}? ";
        return new DataException("A row is in no known part.", $"{place}: {Excerpt.Quote(text)}", suggestion + Known);
    }
}
