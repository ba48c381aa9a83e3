using System.Collections.Immutable;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>
/// What the rows of a table are for: to learn from, to choose the best epoch, and to judge. No row is in two parts; a row may be in none.
/// </summary>
/// <remarks>Each part is in ascending order, as in the file; a training run shuffles for itself.</remarks>
public sealed class Split
{
    /// <summary>A split.</summary>
    /// <param name="training">The rows to learn from, from 0 on.</param>
    /// <param name="validation">The rows that choose the best epoch; none where the last epoch counts.</param>
    /// <param name="test">The rows that only the report sees; none where there is to be no report.</param>
    public Split(IEnumerable<int> training, IEnumerable<int> validation, IEnumerable<int> test)
    {
        Training = [.. training.Order()];
        Validation = [.. validation.Order()];
        Test = [.. test.Order()];
    }

    /// <summary>The rows to learn from, ascending.</summary>
    public ImmutableArray<int> Training { get; }

    /// <summary>The rows that choose the best epoch, ascending; none where the last epoch counts.</summary>
    public ImmutableArray<int> Validation { get; }

    /// <summary>The rows that only the report sees, ascending; none where there is to be no report.</summary>
    public ImmutableArray<int> Test { get; }

    /// <summary>How many rows each part has.</summary>
    public override string ToString() =>
        $"{Training.Length} rows for training, {Validation.Length} for validation, {Test.Length} for the test";

    /// <summary>Some of the rows are set aside for the test, all others are for training.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="test">The rows that are set aside.</param>
    internal static Split SetAside(int count, ReadOnlySpan<int> test)
    {
        bool[] isTest = new bool[count];
        foreach (int row in test)
        {
            isTest[row] = true;
        }
        return new Split(Enumerable.Range(0, count).Where(row => !isTest[row]), [], test.ToArray());
    }
}
