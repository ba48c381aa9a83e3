using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;
using static Tiny.Nn.Tabular.Tests.Encodings.Columns;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>Every part of an encoding, by values worked out by hand.</summary>
public sealed class FeatureEncodingTests
{
    private const double Half = 0.5;
    private static readonly double Tall = Math.Sqrt(3) / 2;
    private static readonly CategoryFeature Cities = new("city", ["Bern", "Graz", "Oslo"]);
    private static readonly CategoryFeature Sexes = new("sex", ["female", "male"]);
    private static readonly DateFeature When = new("when");

    [Test]
    public void A_number_is_itself_or_what_it_is_filled_with()
    {
        ImputedNumber part = new(0, new NumberFeature("age"), 29.5);
        Assert.That(Encoded(part, 3, Hole, -0.25), Is.EqualTo(new double[][] { [3], [29.5], [-0.25] }));
        Assert.That(part.OutputNames, Is.EqualTo(["age"]));
        Assert.That(part.Description, Is.EqualTo("number, 29.5 if missing"));
    }

    [Test]
    public void A_mark_is_1_where_the_cell_is_missing()
    {
        MissingIndicator part = new(0, Cities);
        Assert.That(Encoded(part, 3, Hole, -1), Is.EqualTo(new double[][] { [0], [1], [0] }));
        Assert.That(part.OutputNames, Is.EqualTo(["city (was missing)"]));
    }

    [Test]
    public void Two_levels_are_1_and_minus_1()
    {
        TwoLevels part = new(0, Sexes);
        double[][] expected =
        [
            [1],
            [-1],
            [0],
            [0],
            [0],
            [0],
        ];
        Assert.That(Encoded(part, 0, 1, Hole, -1, 2, 0.5), Is.EqualTo(expected));
        Assert.That(part.OutputNames, Is.EqualTo(["sex=female"]));
    }

    [Test]
    public void Each_of_more_levels_has_a_place_and_a_missing_or_unseen_one_has_none()
    {
        OneHotLevels part = new(0, Cities);
        double[][] expected =
        [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
            [0, 0, 0],
            [0, 0, 0],
            [0, 0, 0],
            [0, 0, 0],
        ];
        Assert.That(Encoded(part, 0, 1, 2, Hole, -1, 3, 1e300), Is.EqualTo(expected));
        Assert.That(part.OutputNames, Is.EqualTo(["city=Bern", "city=Graz", "city=Oslo"]));
    }

    [Test]
    public void Other_levels_share_a_place_and_a_missing_one_is_none_of_them()
    {
        InfrequentCategory part = new(0, Cities);
        double[][] expected =
        [
            [0],
            [0],
            [0],
            [0],
            [1],
            [1],
        ];
        Assert.That(Encoded(part, 0, 1, 2, Hole, -1, 3), Is.EqualTo(expected));
        Assert.That(part.OutputNames, Is.EqualTo(["city (other)"]));
    }

    [Test]
    public void Levels_of_another_table_are_found_by_their_names()
    {
        CategoryFeature other = new("city", ["Oslo", "Paris", "Bern"]);
        double[][] oneHot = Encoded(new OneHotLevels(0, Cities).Reading(other), 0, 1, 2, 3);
        Assert.That(oneHot, Is.EqualTo(new double[][] { [0, 0, 1], [0, 0, 0], [1, 0, 0], [0, 0, 0] }));
        double[][] rest = Encoded(new InfrequentCategory(0, Cities).Reading(other), 0, 1, 2, 3);
        Assert.That(rest, Is.EqualTo(new double[][] { [0], [1], [0], [1] }));
        double[][] two = Encoded(new TwoLevels(0, Sexes).Reading(new CategoryFeature("sex", ["x", "male"])), 0, 1);
        Assert.That(two, Is.EqualTo(new double[][] { [0], [-1] }));
    }

    [TestCase("1970-01-01", 1970, 0)]
    [TestCase("2024-02-29", 2024, 19782)]
    [TestCase("1969-12-31", 1969, -1)]
    [TestCase("0001-01-01", 1, -719162)]
    public void The_trend_of_a_date_is_its_year_and_its_days(string day, int year, double days)
    {
        Assert.That((DateTime.Parse(day, null) - DateTime.UnixEpoch).TotalDays, Is.EqualTo(days));
        DateTrend part = new(0, When, 19782);
        Assert.That(
            Encoded(part, days, days + 0.75, Hole),
            Is.EqualTo(new double[][] { [year, days], [year, days + 0.75], [2024, 19782] })
        );
        Assert.That(part.Description, Is.EqualTo("year and days, of 2024-02-29 if missing"));
    }

    [Test]
    public void Months_and_days_of_the_week_lie_on_circles()
    {
        // 1970-01-01 was a Thursday, 1970-04-05 a Sunday, 1970-08-08 a Saturday.
        double[][] inputs = Encoded(new DateSeason(0, When), 0, 94, 219, Hole);
        double[][] expected =
        [
            [0, 1, Math.Sin(8 * Math.PI / 7), Math.Cos(8 * Math.PI / 7)],
            [1, 0, 0, 1],
            [-Half, -Tall, Math.Sin(12 * Math.PI / 7), Math.Cos(12 * Math.PI / 7)],
            [0, 0, 0, 0],
        ];
        Assert.That(inputs, Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void Every_hour_and_month_has_its_place_on_the_circle()
    {
        for (int hour = 0; hour < 24; hour++)
        {
            double angle = 2 * Math.PI * hour / 24;
            double[] inputs = Encoded(new HourOfDay(0, When), 20000 + hour / 24.0 + 0.01)[0];
            Assert.That(inputs, Is.EqualTo([Math.Sin(angle), Math.Cos(angle)]).Within(1e-15));
        }
        double[][] ends =
        [
            [0, 1],
            [0, 1],
            [0, 0],
            [0, 0],
        ];
        Assert.That(
            Encoded(new HourOfDay(0, When), 0.999, -0.001, Hole, double.PositiveInfinity),
            Is.EqualTo(ends).Within(1e-15)
        );
    }

    [TestCase(double.MaxValue, 9999)]
    [TestCase(-1e9, 1)]
    [TestCase(double.NegativeInfinity, 1)]
    public void A_day_beyond_the_calendar_is_its_first_or_last(double days, int year) =>
        Assert.That(Encoded(new DateTrend(0, When, 0), days)[0][0], Is.EqualTo(year));

    [Test]
    public void Words_are_counted_by_their_hashes()
    {
        TextFeature texts = new("note", ["a", "Foobar, FOOBAR; a!", "", "-- ,", "\ud83c\ud800x"]);
        const int Buckets = 1000;
        double[][] inputs = Encoded(new FeatureHashing(0, texts, Buckets), 0, 1, 2, 3, Hole, -1, 5);

        // Published values of the 64-bit FNV-1a hash.
        const int A = (int)(0xaf63dc4c8601ec8c % Buckets);
        const int Foobar = (int)(0x85944171f73967e8 % Buckets);
        Assert.That(inputs[0][A], Is.EqualTo(1));
        Assert.That(inputs[1][A], Is.EqualTo(1 / Math.Sqrt(5)));
        Assert.That(inputs[1][Foobar], Is.EqualTo(2 / Math.Sqrt(5)));
        Assert.That(inputs[1].Count(input => input != 0), Is.EqualTo(2));
        Assert.That(inputs[2..].SelectMany(column => column), Is.All.Zero);
    }

    [Test]
    public void Words_are_of_any_script_and_half_a_character_only_divides_them()
    {
        TextFeature texts = new("note", ["ДЛИНА x1", "длина X1", "длина\ud800x1", "𝐀b", "𝐀\ud835b"]);
        FeatureHashing part = new(0, texts, 512);
        double[][] inputs = Encoded(part, 0, 1, 2, 3, 4);
        Assert.That(inputs[1], Is.EqualTo(inputs[0]));
        Assert.That(inputs[2], Is.EqualTo(inputs[0]));
        Assert.That(inputs[3], Is.Not.EqualTo(inputs[4]));
        Assert.That(part.OutputNames.Last(), Is.EqualTo("note (words 512/512)"));
    }

    [Test]
    public void Parts_that_make_no_sense_are_refused() =>
        Assert.Multiple(() =>
        {
            Assert.That(
                () => new ImputedNumber(0, new NumberFeature("x"), Hole),
                Throws.InstanceOf<ArgumentException>()
            );
            Assert.That(() => new ImputedNumber(-1, new NumberFeature("x"), 0), Throws.InstanceOf<ArgumentException>());
            Assert.That(() => new DateTrend(0, When, double.PositiveInfinity), Throws.InstanceOf<ArgumentException>());
            Assert.That(() => new TwoLevels(0, Cities), Throws.InstanceOf<ArgumentException>());
            Assert.That(
                () => new TwoLevels(0, Sexes with { Levels = ["a", "a"] }),
                Throws.InstanceOf<ArgumentException>()
            );
            Assert.That(() => new OneHotLevels(0, Cities with { Levels = [] }), Throws.InstanceOf<ArgumentException>());
            Assert.That(() => new FeatureHashing(0, new("t", []), 0), Throws.InstanceOf<ArgumentException>());
            Assert.That(
                () => new FeatureHashing(0, new("t", []), FeatureHashing.MostBuckets + 1),
                Throws.InstanceOf<ArgumentException>()
            );
            Assert.That(() => new EncodingOptions { MaxLevels = 1 }, Throws.InstanceOf<ArgumentException>());
            Assert.That(() => new EncodingOptions { WordBuckets = 0 }, Throws.InstanceOf<ArgumentException>());
            Assert.That(() => new EncodingOptions { MarkFrom = 1 }, Throws.InstanceOf<ArgumentException>());
        });
}
