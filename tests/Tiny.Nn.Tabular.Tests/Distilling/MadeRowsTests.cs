using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Distilling;

/// <summary>Rows that are made up: they might have been in the table.</summary>
internal sealed class MadeRowsTests
{
    private const int Rows = 60;
    private const int PerRow = 4;

    [Test]
    public void The_rows_themselves_come_first_and_then_those_made_of_them()
    {
        Table table = MixedTable.Make(Rows);
        Matrix<double> all = Make(table, seed: 1);
        Assert.That(all.Columns, Is.EqualTo(Rows * (1 + PerRow)));
        Bits.AssertSame<double>(all.Slice(0, Rows).Values, table.Features.Values, "the rows");
    }

    [Test]
    public void Made_numbers_lie_within_their_column_and_whole_ones_stay_whole()
    {
        Table table = MixedTable.Make(Rows);
        Matrix<double> all = Make(table, seed: 1);
        int changed = 0;
        for (int made = Rows; made < all.Columns; made++)
        {
            double size = all[1, made];
            Assert.That(size, Is.InRange(Column(table, 1).Min(), Column(table, 1).Max()));
            Assert.That(double.IsNaN(all[0, made]) || double.IsInteger(all[0, made]));
            Assert.That(all[3, made] % 1, Is.Zero, "a day");
            changed += Column(table, 1).Contains(size) ? 0 : 1;
        }
        Assert.That(changed, Is.InRange(PerRow * Rows / 4, 3 * PerRow * Rows / 4), "half of them are drawn anew");
    }

    [Test]
    public void What_is_no_amount_is_that_of_the_row_or_of_one_of_the_five_nearest()
    {
        Table table = MixedTable.Make(Rows);
        Matrix<double> inputs = Inputs(table);
        Matrix<double> all = Make(table, seed: 1);
        for (int made = Rows; made < all.Columns; made++)
        {
            int own = made % Rows;
            IEnumerable<int> near = Enumerable
                .Range(0, Rows)
                .Where(other => other != own)
                .OrderBy(other => Distance(inputs, own, other))
                .Take(5);
            foreach (int feature in new[] { 2, 4 })
            {
                double[] possible = [.. near.Prepend(own).Select(row => table.Features[feature, row])];
                double cell = all[feature, made];
                Assert.That(possible.Any(known => Bits.Same(known, cell)), $"{cell} of {string.Join(' ', possible)}");
            }
        }
    }

    [Test]
    public void The_same_seed_makes_the_same_rows_and_another_one_others()
    {
        Table table = MixedTable.Make(Rows);
        Matrix<double> once = Make(table, seed: 1);
        Bits.AssertSame<double>(Make(table, seed: 1).Values, once.Values, "the same seed");
        Assert.That(Make(table, seed: 2).Values.SequenceEqual(once.Values), Is.False);
    }

    [Test]
    public void Of_very_many_rows_the_near_ones_are_looked_for_among_some()
    {
        const int many = 1500;
        Generator generator = new(1);
        Matrix<double> cells = new(1, many, [.. Enumerable.Range(0, many).Select(row => (double)row)]);
        MadeRows made = new([new NumberFeature("x")], cells, cells, generator);
        Matrix<double> all = made.With(1);

        // Two thirds of all rows are candidates: a near one is at most some places away.
        double farthest = Enumerable.Range(0, many).Max(row => Math.Abs(all[0, many + row] - row));
        Assert.That(farthest, Is.InRange(1, 150));
    }

    [Test]
    public void It_ends_when_it_is_told_to()
    {
        using CancellationTokenSource source = new();
        Matrix<double> cells = new(1, 3, [1, 2, 3]);
        MadeRows made = new([new NumberFeature("x")], cells, cells, new Generator(1), source.Token);
        source.Cancel();
        Assert.That(() => made.With(4096), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(
            () => NearRows.Find(cells, [0, 1, 2], 1, source.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [Test]
    public void A_single_row_is_made_again()
    {
        Matrix<double> cells = new(1, 1, [3]);
        MadeRows made = new([new NumberFeature("x")], cells, cells, new Generator(1));
        Assert.That(made.With(3).Values.ToArray(), Is.EqualTo(new double[] { 3, 3, 3, 3 }));
    }

    private static Matrix<double> Make(Table table, ulong seed) =>
        new MadeRows(table.Schema, table.Features, Inputs(table), new Generator(seed)).With(PerRow);

    /// <summary>The size alone, and where a row stands.</summary>
    private static Matrix<double> Inputs(Table table)
    {
        Matrix<double> inputs = new(2, table.Rows);
        for (int row = 0; row < table.Rows; row++)
        {
            (inputs[0, row], inputs[1, row]) = (table.Features[1, row], row / 30.0);
        }
        return inputs;
    }

    private static double[] Column(Table table, int feature) =>
        [.. Enumerable.Range(0, table.Rows).Select(row => table.Features[feature, row])];

    private static double Distance(Matrix<double> inputs, int a, int b) =>
        Math.Pow(inputs[0, a] - inputs[0, b], 2) + Math.Pow(inputs[1, a] - inputs[1, b], 2);
}
