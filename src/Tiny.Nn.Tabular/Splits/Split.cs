using System.Collections.Immutable;
using System.Runtime.InteropServices;

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

    private Split(ImmutableArray<int> training, ImmutableArray<int> validation, ImmutableArray<int> test)
    {
        Training = training;
        Validation = validation;
        Test = test;
    }

    /// <summary>The rows to learn from, ascending.</summary>
    public ImmutableArray<int> Training { get; }

    /// <summary>The rows that choose the best epoch, ascending; none where the last epoch counts.</summary>
    public ImmutableArray<int> Validation { get; }

    /// <summary>The rows that only the report sees, ascending; none where there is to be no report.</summary>
    public ImmutableArray<int> Test { get; }

    /// <summary>The same with fewer test rows, evenly from all of them; itself where there are no more than wanted.</summary>
    /// <param name="most">How many at most.</param>
    internal Split Thinning(int most) =>
        Test.Length <= most
            ? this
            : new Split(
                Training,
                Validation,
                [.. Enumerable.Range(0, most).Select(place => Test[(int)((long)place * Test.Length / most)])]
            )
            {
                Spared = Test.Length - most,
            };

    /// <summary>How many rows were set aside for the test and are not asked about.</summary>
    internal int Spared { get; private init; }

    /// <summary>The rows that stand at the places of this split, which is given up: theirs take the memory of the places.</summary>
    /// <param name="rows">Rows, ascending.</param>
    internal Split Among(ReadOnlySpan<int> rows)
    {
        foreach (ImmutableArray<int> part in (ReadOnlySpan<ImmutableArray<int>>)[Training, Validation, Test])
        {
            foreach (ref int place in ImmutableCollectionsMarshal.AsArray(part).AsSpan())
            {
                place = rows[place];
            }
        }
        return this;
    }

    /// <summary>The same, where some of the training rows are for validation.</summary>
    /// <param name="inner">Training rows of this one, and in its test those for validation.</param>
    internal Split Validating(Split inner) => new(inner.Training, inner.Test, Test);

    /// <summary>How many rows each part has.</summary>
    public override string ToString() =>
        $"{Training.Length} rows for training, {Validation.Length} for validation, {Test.Length} for the test";

    /// <summary>Some of the rows are set aside for the test, all others are for training.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="test">The rows that are set aside.</param>
    internal static Split SetAside(int count, ReadOnlySpan<int> test)
    {
        bool[] isTest = new bool[count];
        Mark(isTest, test);
        return SetAside(isTest);
    }

    /// <summary>The rows that are marked are set aside for the test, all others are for training.</summary>
    internal static Split SetAside(bool[] isTest)
    {
        int[] test = new int[isTest.AsSpan().Count(true)];
        int[] training = new int[isTest.Length - test.Length];
        (int learned, int judged) = (0, 0);
        for (int row = 0; row < isTest.Length; row++)
        {
            if (isTest[row])
            {
                test[judged++] = row;
            }
            else
            {
                training[learned++] = row;
            }
        }
        return OfSorted(training, [], test);
    }

    /// <summary>Marks rows.</summary>
    internal static void Mark(bool[] isTest, ReadOnlySpan<int> test)
    {
        foreach (int row in test)
        {
            isTest[row] = true;
        }
    }

    /// <summary>A split of rows that ascend, which are not copied.</summary>
    internal static Split OfSorted(int[] training, int[] validation, int[] test) =>
        new(Sorted(training), Sorted(validation), Sorted(test));

    private static ImmutableArray<int> Sorted(int[] rows) => ImmutableCollectionsMarshal.AsImmutableArray(rows);
}
