using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>What holds of every encoding, whatever the table.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
[NonParallelizable]
public sealed class TableEncodingPropertyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(50);
    private static readonly double[] Finite = [.. TestNumbers.Awkward<double>().Where(double.IsFinite)];

    private static readonly Gen<EncodingOptions> Options =
        from scaling in Gen.Elements(Enum.GetValues<ScalingKind>())
        from fill in Gen.Elements(Enum.GetValues<FillKind>())
        from levels in Gen.Choose(2, 6)
        from mark in Gen.Elements(0, 0.05, 0.5)
        select new EncodingOptions
        {
            Scaling = scaling,
            Fill = fill,
            MaxLevels = levels,
            MarkFrom = mark,
            WordBuckets = 3,
        };

    /// <summary>Cells of the usual size, some of them missing, and no hour of it before the calendar.</summary>
    private static Gen<Matrix<double>> Usual(int rows) =>
        Gen.ArrayOf(
                Gen.Frequency(
                    (6, Gen.Choose(-1, 5).Select(i => (double)i)),
                    (1, Gen.Constant(double.NaN)),
                    (2, Fraction)
                ),
                rows * Columns.Schema.Count
            )
            .Select(cells => new Matrix<double>(Columns.Schema.Count, rows, cells));

    private static Gen<double> Fraction => Gen.Choose(-1_000_000, 1_000_000).Select(i => i / 64.0);

    /// <summary>Any cell that is a number or missing.</summary>
    private static Gen<Matrix<double>> Any(int rows) =>
        Gen.ArrayOf(Gen.Elements([.. Finite, double.NaN]), rows * Columns.Schema.Count)
            .Select(cells => new Matrix<double>(Columns.Schema.Count, rows, cells));

    [Test]
    public void Whatever_the_cells_hold_the_inputs_are_finite() =>
        Check(
            from options in Options
            from rows in Gen.Choose(1, 12)
            from training in Usual(rows)
            from others in Gen.OneOf(Usual(9), Any(9))
            select (Fit(training, options), others),
            given => Assert.That(Apply(given.Item1, given.others).Values.ToArray(), Is.All.Matches<T>(T.IsFinite))
        );

    [Test]
    public void The_order_of_the_training_rows_changes_no_level_and_no_fill() =>
        Check(
            from options in Options
            from training in Usual(10)
            from order in Gen.Shuffle(Enumerable.Range(0, 10).ToArray())
            select (training, order, options with { Fill = FillKind.Median }),
            given =>
            {
                TableEncoding one = Fit(given.training, given.Item3);
                TableEncoding other = Fit(Samples.Select(given.training, given.order), given.Item3);
                Assert.That(other.OutputNames, Is.EqualTo(one.OutputNames));
                Assert.That(
                    other.Parts.Select(part => part.Description),
                    Is.EqualTo(one.Parts.Select(p => p.Description))
                );
                Assert.That(other.Scaling.Center, Is.EqualTo(one.Scaling.Center).Within(1e-6));
            }
        );

    [Test]
    public void Samples_in_portions_give_the_same_bits_as_all_at_once() =>
        Check(
            from options in Options
            from training in Usual(10)
            from count in Gen.Elements(1, 17, 300)
            from portion in Gen.Elements(1, 64, 256)
            from cells in Usual(count)
            select (Fit(training, options), cells, portion),
            given =>
            {
                Matrix<T> all = Apply(given.Item1, given.cells);
                for (int first = 0; first < given.cells.Columns; first += given.portion)
                {
                    int samples = Math.Min(given.portion, given.cells.Columns - first);
                    Matrix<T> some = Apply(given.Item1, given.cells.Slice(first, samples));
                    Bits.AssertSame<T>(some.Values, all.Slice(first, samples).Values, $"from {first} on");
                }
            }
        );

    [Test]
    public void A_warm_encoding_allocates_nothing()
    {
        Table table = Columns.Many(300);
        TableEncoding mixed = TableEncoding
            .Fit(table.Schema, table.Features, new EncodingOptions { Scaling = ScalingKind.Robust })
            .Reading(table.Schema);
        Matrix<T> inputs = new(mixed.Outputs, 300);
        AssertFree(() => mixed.Apply(table.Features, inputs));
        Matrix<double> numbers = TestNumbers.Matrix<double>(4, 3000);
        Matrix<T> scaled = new(4, 3000);
        TableEncoding plain = TableEncoding.Standardized(["a", "b", "c", "d"], Standardization.Fit(numbers));
        AssertFree(() => plain.Apply(numbers, scaled));
    }

    private static void AssertFree(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static TableEncoding Fit(Matrix<double> training, EncodingOptions options) =>
        TableEncoding.Fit(Columns.Schema, training, options);

    private static Matrix<T> Apply(TableEncoding encoding, Matrix<double> cells)
    {
        Matrix<T> inputs = new(encoding.Outputs, cells.Columns);
        encoding.Reading(Columns.Schema).Apply(cells, inputs);
        return inputs;
    }

    private static void Check<TGiven>(Gen<TGiven> given, Action<TGiven> assert) =>
        Prop.ForAll(given.ToArbitrary(), assert).Check(Thorough);
}
