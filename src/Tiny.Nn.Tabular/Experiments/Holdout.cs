using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// Which rows only the final report sees; and, in the same spirit, which of the others choose the best epoch. A random share suits rows
/// that are independent of each other; where they belong together, or follow each other in time, it makes reports too good.
/// </summary>
public abstract record Holdout
{
    private protected Holdout() { }

    /// <summary>Says what each row is for.</summary>
    internal abstract Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>All rows of a table, or those that are left of them.</summary>
    private protected static int[] AllBut(int count, ReadOnlySpan<int> others)
    {
        bool[] taken = new bool[count];
        foreach (int row in others)
        {
            taken[row] = true;
        }
        return [.. Enumerable.Range(0, count).Where(row => !taken[row])];
    }

    /// <summary>Test rows are known; of the others, a random share chooses the epoch.</summary>
    private protected static Division<T> Known<T>(
        Problem<T> problem,
        ReadOnlySpan<int> known,
        int[] test,
        Table<T> tested,
        Recipe recipe
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Experiment.Divide(tested, problem, known, recipe) with
        {
            Test = test,
        };

    /// <summary>A row for each number of a table.</summary>
    private protected static void RequireRows(int rows, int count, string what)
    {
        if (rows != count)
        {
            throw new ArgumentException($"There are {what} for {count} rows, and {rows} rows in the table.");
        }
    }
}

/// <summary>A random share of the rows; of classes in their shares.</summary>
/// <param name="Share">The share, in [0, 1); 0 for no test rows.</param>
public sealed record RandomHoldout(double Share) : Holdout
{
    /// <summary>The share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double Share
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Share);

    internal override Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
    {
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        Generator generator = new(recipe.Seed, RandomStreams.TestSplit);
        (int[] known, int[] test) = problem.Divide(all, Share, generator);
        return Known(problem, known, test, table, recipe) with { TestShare = Share };
    }
}

/// <summary>Rows that are given by their numbers, from 0 on.</summary>
/// <param name="Test">The test rows, each once.</param>
public sealed record RowsHoldout(IReadOnlyList<int> Test) : Holdout
{
    internal override Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
    {
        int[] test = [.. Test.Order()];
        if (test.Length > 0 && (test[0] < 0 || test[^1] >= table.Rows || test.Distinct().Count() < test.Length))
        {
            throw new ArgumentException($"Test rows are rows of the table, 0 to {table.Rows - 1}, each once.");
        }
        int[] known = AllBut(table.Rows, test);
        return known.Length > 0
            ? Known(problem, known, test, table, recipe)
            : throw new DataException("No row is left to learn from.", table.Source, "Give fewer test rows.");
    }
}

/// <summary>A column of the table says which rows are for training, validation and test.</summary>
/// <param name="Parts">The rows of each part. Without validation rows a random share of the training rows chooses the epoch.</param>
public sealed record PartsHoldout(Parts Parts) : Holdout
{
    internal override Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
    {
        int count = Parts.Training.Length + Parts.Validation.Length + Parts.Test.Length;
        RequireRows(table.Rows, count, "parts");
        int[] test = Parts.Test.ToArray();
        return Parts.Validation.IsEmpty
            ? Known(problem, Parts.Training.Span, test, table, recipe)
            : new Division<T>(Parts.Training.ToArray(), Parts.Validation.ToArray(), test, table);
    }
}

/// <summary>All rows of another table with the same columns; this one is all for training and validation.</summary>
/// <param name="Test">The other table.</param>
/// <typeparam name="TNumber">float or double: that of the table to learn from.</typeparam>
public sealed record TableHoldout<TNumber>(Table<TNumber> Test) : Holdout
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    internal override Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
    {
        Table<T> tested =
            Test as Table<T>
            ?? throw new ArgumentException(
                $"The tables hold numbers of two kinds, {typeof(T).Name} and {typeof(TNumber).Name}."
            );
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        return Known(problem, all, [.. Enumerable.Range(0, tested.Rows)], tested, recipe);
    }
}
