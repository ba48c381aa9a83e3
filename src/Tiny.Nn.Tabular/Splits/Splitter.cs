using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>
/// Says which rows only the final report sees; and, in the same spirit, which of the others choose the best epoch. A random share suits
/// rows that are independent of each other; where they belong together, or follow each other in time, it makes reports too good.
/// </summary>
/// <remarks>Classes keep their shares in all parts. The same seed gives the same split.</remarks>
public sealed class Splitter
{
    private readonly Draw draw;
    private readonly Func<int[], Generator, Split> first;

    /// <param name="draw">How validation rows are drawn from the training rows.</param>
    /// <param name="first">Divides a table, whose rows' classes it is given; validation rows may still be among the training rows.</param>
    private Splitter(Draw draw, Func<int[], Generator, Split> first)
    {
        this.draw = draw;
        this.first = first;
    }

    /// <summary>The share of the test rows; null where rows were given, and not a share.</summary>
    public double? TestShare { get; private init; }

    /// <summary>How much tests.</summary>
    public override string ToString() =>
        TestShare is { } share ? FormattableString.Invariant($"{share} of the rows test") : "given rows test";

    /// <summary>A random share of the rows.</summary>
    /// <param name="testShare">The share of test rows, in [0, 1); 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1).</exception>
    public static Splitter Random(double testShare) => Drawn(new RandomDraw(), testShare, null);

    /// <summary>A random share of the groups: no group is in two of training, validation and test.</summary>
    /// <param name="groups">The name of each row's group: a column of the file, say. Rows of a group belong together, as those of one patient.</param>
    /// <param name="testShare">About this share of the rows tests, in [0, 1); 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1).</exception>
    public static Splitter ByGroup(IReadOnlyList<string> groups, double testShare)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Groups own = Groups.FromTexts(groups);
        return Drawn(new GroupDraw(own), testShare, rows => RequireRows(rows, own.Codes.Length, "groups"));
    }

    /// <summary>The last rows in time; of those before, the last ones choose the epoch. So training is before validation, and validation before test.</summary>
    /// <param name="times">When each row was: any number that grows with time. Rows of the same time stay together.</param>
    /// <param name="testShare">About this share of the rows tests, in [0, 1); 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1).</exception>
    public static Splitter ByTime(IReadOnlyList<double> times, double testShare)
    {
        ArgumentNullException.ThrowIfNull(times);
        double[] own = [.. times];
        return Drawn(new TimeDraw(own), testShare, rows => RequireRows(rows, own.Length, "times"));
    }

    /// <summary>
    /// A column says it: <c>train</c> or <c>training</c>; <c>valid</c>, <c>validation</c>, <c>val</c> or <c>dev</c>; <c>test</c> or <c>testing</c>;
    /// in capitals or not. Where it names no validation rows, a random share of the training rows chooses the epoch.
    /// </summary>
    /// <param name="texts">The text of each row.</param>
    /// <param name="place">What to call a row in a message, from its number from 0 on; null for <c>row 1</c> and so on.</param>
    /// <exception cref="DataException">A text is none of these, or no row is to be learnt from.</exception>
    public static Splitter ByColumn(IReadOnlyList<string> texts, Func<int, string>? place = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Split read = SplitColumn.Read(texts, place);
        return Given(rows =>
        {
            RequireRows(rows, texts.Count, "parts");
            return read;
        });
    }

    /// <summary>Rows that are given by their numbers test; of the others a random share chooses the epoch.</summary>
    /// <param name="test">The test rows, from 0 on, each once.</param>
    public static Splitter TestRows(IReadOnlyList<int> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        int[] own = [.. test];
        return Given(rows =>
        {
            RequireEachOnce(own, rows);
            return own.Length < rows
                ? Split.SetAside(rows, own)
                : throw new DataException("No row is left to learn from.", null, "Give fewer test rows.");
        });
    }

    /// <summary>A split that is given. Where it has no validation rows, a random share of its training rows chooses the epoch.</summary>
    /// <param name="split">Rows from 0 on; rows in none of its parts are not used.</param>
    public static Splitter Of(Split split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return Given(rows =>
        {
            RequireEachOnce([.. split.Training, .. split.Validation, .. split.Test], rows);
            return split;
        });
    }

    /// <summary>One fold of a cross-validation: its test rows are known, validation rows are drawn in the manner of the folds.</summary>
    internal static Splitter OfFold(Split fold, Groups? groups) =>
        new(groups is null ? new RandomDraw() : new GroupDraw(groups), (_, _) => fold);

    /// <summary>Divides a table.</summary>
    /// <param name="classes">The class of each row; all 0 where there is nothing to stratify by.</param>
    /// <param name="validation">The share of the rows, test rows apart, that choose the best epoch; 0 for none.</param>
    /// <param name="seed">The random seed.</param>
    /// <exception cref="ArgumentException">The splitter is for a table with other rows.</exception>
    /// <exception cref="DataException">The table cannot be divided so.</exception>
    internal Split Divide(int[] classes, double validation, ulong seed)
    {
        Split outer = first(classes, new Generator(seed, RandomStreams.TestSplit));
        if (!outer.Validation.IsEmpty)
        {
            return outer;
        }
        Generator generator = new(seed, RandomStreams.ValidationSplit);
        return outer.Validating(draw.SetAside(outer.Training.AsSpan(), classes, validation, generator));
    }

    /// <summary>Deals rows to learn from into folds, in the manner of the split.</summary>
    /// <param name="rows">Rows of the table, ascending.</param>
    /// <param name="classes">The class of each row of the table; all 0 where there is nothing to stratify by.</param>
    /// <param name="count">How many folds; there are fewer where the rows allow no more.</param>
    /// <param name="seed">The random seed.</param>
    /// <returns>Splits of places among the rows.</returns>
    internal IReadOnlyList<Split> Folds(int[] rows, ReadOnlySpan<int> classes, int count, ulong seed) =>
        draw.Folds(rows, classes, count, new Generator(seed, RandomStreams.BagFolds));

    /// <summary>Sets a share of rows to learn from aside, in the manner of the split.</summary>
    internal Split SetAside(int[] rows, int[] classes, double share, ulong seed) =>
        draw.SetAside(rows, classes, share, new Generator(seed, RandomStreams.BagFolds));

    private static Splitter Drawn(Draw draw, double testShare, Action<int>? check)
    {
        double share = Within.Share(testShare);
        return new Splitter(
            draw,
            (classes, generator) =>
            {
                check?.Invoke(classes.Length);
                return draw.SetAside(classes, share, generator);
            }
        )
        {
            TestShare = share,
        };
    }

    private static Splitter Given(Func<int, Split> split) =>
        new(new RandomDraw(), (classes, _) => split(classes.Length));

    private static void RequireRows(int rows, int count, string what)
    {
        if (rows != count)
        {
            throw new ArgumentException($"There are {what} for {count} rows, and {rows} rows in the table.");
        }
    }

    private static void RequireEachOnce(int[] rows, int count)
    {
        if (rows.Any(row => row < 0 || row >= count) || rows.Distinct().Count() < rows.Length)
        {
            throw new ArgumentException($"Rows of a split are rows of the table, 0 to {count - 1}, each once.");
        }
    }
}
