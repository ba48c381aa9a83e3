using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using static Tiny.Nn.Tabular.Tests.Encodings.Columns;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>What is learnt from training rows about a whole table.</summary>
public sealed class TableEncodingTests
{
    private static readonly EncodingOptions Plain = new() { Scaling = ScalingKind.None, WordBuckets = 4 };

    [Test]
    public void Every_feature_becomes_these_inputs() =>
        Assert.That(
            Fit(new EncodingOptions { MaxLevels = 3, WordBuckets = 2 }).OutputNames,
            Is.EqualTo([
                "age",
                "age (was missing)",
                "sex=female",
                "sex (was missing)",
                "city=Bern",
                "city=Graz",
                "city=Rome",
                "city (other)",
                "when (year)",
                "when (days)",
                "when (month, sine)",
                "when (month, cosine)",
                "when (day of week, sine)",
                "when (day of week, cosine)",
                "when (hour, sine)",
                "when (hour, cosine)",
                "when (was missing)",
                "note (words 1/2)",
                "note (words 2/2)",
                "note (was missing)",
            ])
        );

    [Test]
    public void What_was_found_is_said() =>
        Assert.That(
            Fit(new EncodingOptions { MaxLevels = 3 }).Notes.Select(note => $"{note.Feature}: {note.Text}"),
            Is.EqualTo([
                "age: 2 of 8 cells are missing: filled with 55",
                "sex: 1 of 8 cells are missing: none of its levels",
                "city: 1 of its levels are in no training row: they count as unseen",
                "city: 5 levels: the 3 most frequent have a place each, the others share one",
                "when: 1 of 8 cells are missing: filled with a typical date",
                "note: 1 of 8 cells are missing: as if without words",
            ])
        );

    [Test]
    public void The_cells_become_these_numbers()
    {
        Feature[] schema = [.. Schema.Take(3)];
        TableEncoding fitted = TableEncoding.Fit(schema, First(3), Plain).Reading(schema);
        Assert.That(
            Apply(fitted, Matrices.Rows<double>([Hole, 30], [1, Hole], [5, 2])),
            Is.EqualTo([55, 1, -1, 0, 0, 0, 0, 0, 1, 30, 0, 0, 1, 0, 0, 0, 0, 0])
        );
    }

    [Test]
    public void Holes_are_filled_with_the_median_or_the_mean_of_the_known()
    {
        Matrix<double> cells = Matrices.Row<double>(1, Hole, 2, 9, Hole, 100);
        TableEncoding median = TableEncoding.Fit([new NumberFeature("x")], cells, Plain);
        TableEncoding mean = TableEncoding.Fit([new NumberFeature("x")], cells, Plain with { Fill = FillKind.Mean });
        Assert.That(((ImputedNumber)median.Parts[0]).Fill, Is.EqualTo(5.5));
        Assert.That(((ImputedNumber)mean.Parts[0]).Fill, Is.EqualTo(28));
        Assert.That(Apply(median, Matrices.Row<double>(Hole, 7)), Is.EqualTo([5.5, 1, 7, 0]));
    }

    [Test]
    public void A_hole_where_training_had_none_is_filled_and_not_marked()
    {
        TableEncoding fitted = TableEncoding.Fit([new NumberFeature("x")], Matrices.Row<double>(1, 2, 9), Plain);
        Assert.That(Apply(fitted, Matrices.Row<double>(Hole, 7)), Is.EqualTo([2, 7]));
    }

    [TestCase(0.24, "x|x (was missing)")]
    [TestCase(0.25, "x|x (was missing)")]
    [TestCase(0.26, "x")]
    [TestCase(0, "x|x (was missing)")]
    public void Few_holes_are_filled_and_not_marked(double markFrom, string expected)
    {
        EncodingOptions options = Plain with { MarkFrom = markFrom };
        TableEncoding fitted = TableEncoding.Fit(
            [new NumberFeature("x")],
            Matrices.Row<double>(1, Hole, 2, 9),
            options
        );
        Assert.That(string.Join('|', fitted.OutputNames), Is.EqualTo(expected));
    }

    [Test]
    public void A_feature_that_tells_nothing_is_0_and_said([Values] ScalingKind kind)
    {
        Feature[] schema =
        [
            new NumberFeature("empty"),
            new NumberFeature("same"),
            new CategoryFeature("none", ["a", "b"]),
            new CategoryFeature("one", ["a", "b"]),
            new DateFeature("never"),
            new TextFeature("silent", ["words"]),
            new NumberFeature("x"),
        ];
        Matrix<double> cells = Matrices.Rows<double>(
            [Hole, Hole],
            [0.1, 0.1],
            [Hole, Hole],
            [1, 1],
            [Hole, Hole],
            [Hole, Hole],
            [1, 2]
        );
        TableEncoding fitted = TableEncoding.Fit(schema, cells, new EncodingOptions { Scaling = kind });
        Matrix<double> others = Matrices.Rows<double>(
            [5, Hole],
            [7, Hole],
            [0, 1],
            [0, Hole],
            [9, 1e9],
            [0, 0],
            [1, 2]
        );
        double[] inputs = Apply(fitted, others);
        Assert.That(inputs.Index().Where(i => (i.Index + 1) % fitted.Outputs != 0).Select(i => i.Item), Is.All.Zero);
        Assert.That(
            fitted
                .Notes.Where(note => note.Text.Contains("it tells nothing", StringComparison.Ordinal))
                .Select(n => n.Feature),
            Is.EqualTo(["empty", "same", "none", "one", "never", "silent"])
        );
    }

    [Test]
    public void A_level_or_none_is_all_there_is_to_tell_of_one_level()
    {
        CategoryFeature feature = new("flag", ["yes"]);
        TableEncoding fitted = TableEncoding.Fit([feature], Matrices.Row<double>(0, Hole, Hole), Plain);
        Assert.That(fitted.OutputNames, Is.EqualTo(["flag=yes"]));
        Assert.That(Apply(fitted, Matrices.Row<double>(0, Hole)), Is.EqualTo([1, 0]));
    }

    [Test]
    public void Only_amounts_are_scaled()
    {
        TableEncoding fitted = Fit(new EncodingOptions { Scaling = ScalingKind.Standard });
        string[] scaled =
        [
            .. fitted.OutputNames.Where(
                (_, i) => fitted.Scaling.Center[i] != 0 || fitted.Scaling.Spread[i] is not (0 or 1)
            ),
        ];
        Assert.That(scaled, Is.EqualTo(["age", "when (year)", "when (days)"]));
    }

    [Test]
    public void Numbers_only_are_standardized_as_ever()
    {
        Matrix<double> cells = new(3, 50, TestNumbers.Uniform<double>(150, -5, 9, seed: 1));
        NumberFeature[] schema = [new("a"), new("b"), new("c")];
        Matrix<double> expected = new(3, 50);
        Standardization.Fit(cells).Apply(cells, expected);
        double[] actual = Apply(TableEncoding.Fit(schema, cells, new EncodingOptions()), cells);
        Bits.AssertSame<double>(actual, expected.Values, "standardized");
    }

    [Test]
    public void A_table_with_its_levels_in_another_order_gives_the_same_inputs()
    {
        CategoryFeature shuffled = new("city", ["Rome", "Paris", "Bern"]);
        TableEncoding fitted = TableEncoding.Fit([Schema[2]], Matrices.Row<double>(0, 1, 5, 5, 0), Plain);
        double[] own = Apply(fitted.Reading([Schema[2]]), Matrices.Row<double>(5, 0, 3));
        double[] other = Apply(fitted.Reading([shuffled]), Matrices.Row<double>(0, 2, 1));
        Assert.That(own, Is.EqualTo([0, 0, 1, 1, 0, 0, 0, 0, 0]));
        Assert.That(other, Is.EqualTo(own));
    }

    [Test]
    public void A_table_of_other_features_is_not_read()
    {
        TableEncoding fitted = Fit(Plain);
        Assert.That(() => fitted.Reading([.. Schema.Take(4)]), Throws.TypeOf<DataException>());
        Assert.That(
            () => fitted.Reading([new CategoryFeature("age", []), .. Schema.Skip(1)]),
            Throws.TypeOf<DataException>().With.Message.Contains("category here and a number in the model")
        );
        Assert.That(
            () => fitted.Reading([new NumberFeature("weight"), .. Schema.Skip(1)]),
            Throws.TypeOf<DataException>().With.Message.Contains("'weight'; the model knows 'age'")
        );
    }

    [Test]
    public void An_infinite_number_is_told_with_its_column([Values] FillKind fill, [Values] ScalingKind kind) =>
        Assert.That(
            () =>
                TableEncoding.Fit(
                    [new NumberFeature("a"), new NumberFeature("b")],
                    Matrices.Rows<double>([1, 2, 3], [1, double.PositiveInfinity, 2]),
                    new EncodingOptions { Fill = fill, Scaling = kind }
                ),
            Throws.TypeOf<DataException>().With.Property("Where").EqualTo("column 'b'")
        );

    [Test]
    public void Parts_that_do_not_fit_make_no_encoding()
    {
        NumberFeature x = new("x");
        Standardization one = new([0], [1]);
        ImputedNumber part = new(0, x, 0);
        Assert.That(() => new TableEncoding([x], [part, part], one, []), Throws.ArgumentException);
        Assert.That(() => new TableEncoding([new NumberFeature("y")], [part], one, []), Throws.ArgumentException);
        Assert.That(() => new TableEncoding([x], [new ImputedNumber(1, x, 0)], one, []), Throws.ArgumentException);
        Assert.That(() => TableEncoding.Standardized(["x", "y"], one), Throws.ArgumentException);
    }

    /// <summary>The cells of the first features.</summary>
    private static Matrix<double> First(int features)
    {
        Matrix<double> cells = new(features, Cells.Columns);
        for (int sample = 0; sample < cells.Columns; sample++)
        {
            Cells.Column(sample)[..features].CopyTo(cells.Column(sample));
        }
        return cells;
    }

    private static double[] Apply(TableEncoding encoding, Matrix<double> cells)
    {
        Matrix<double> inputs = new(encoding.Outputs, cells.Columns);
        encoding.Apply(cells, inputs);
        return inputs.ToDoubles();
    }
}
