using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Teaching.Tests.Toy;

public sealed class ToyDataTests
{
    private const double Exact = 1e-12;

    private static IEnumerable<string> Names => ToyData.All.Select(data => data.Name);

    [Test]
    public void Two_circles_have_the_radii_one_half_and_one() =>
        CheckPlaces(
            new Circles { Noise = 0 },
            (x, y, label) => Assert.That(Math.Sqrt(x * x + y * y), Is.EqualTo((label + 1) / 2.0).Within(Exact))
        );

    [Test]
    public void Circles_of_more_classes_divide_the_unit_circle() =>
        CheckPlaces(
            new Circles { Classes = 5, Noise = 0 },
            (x, y, label) => Assert.That(Math.Sqrt(x * x + y * y), Is.EqualTo((label + 1) / 5.0).Within(Exact))
        );

    [Test]
    public void Moons_are_half_circles_whose_ends_lie_inside_each_other() =>
        CheckPlaces(
            new Moons { Noise = 0 },
            (x, y, label) =>
            {
                double fromCentre = label == 0 ? x * x + y * y : (x - 1) * (x - 1) + (y - 0.5) * (y - 0.5);
                Assert.That(fromCentre, Is.EqualTo(1).Within(Exact));
                Assert.That(label == 0 ? y : 0.5 - y, Is.GreaterThanOrEqualTo(0));
            }
        );

    [Test]
    public void An_arm_of_the_spiral_turns_three_quarters_on_its_way_out() =>
        CheckPlaces(
            new Spiral { Noise = 0 },
            (x, y, label) =>
            {
                double radius = Math.Sqrt(x * x + y * y);
                double angle = Math.Tau * (label / 3.0 + 0.75 * radius);
                Assert.That(x, Is.EqualTo(radius * Math.Cos(angle)).Within(Exact));
                Assert.That(y, Is.EqualTo(radius * Math.Sin(angle)).Within(Exact));
                Assert.That(radius, Is.InRange(0, 1));
            }
        );

    [Test]
    public void Xor_is_the_sign_of_the_product() =>
        CheckPlaces(
            new Quadrants(),
            (x, y, label) =>
            {
                Assert.That(x * y < 0, Is.EqualTo(label == 1));
                Assert.That(Math.Max(Math.Abs(x), Math.Abs(y)), Is.LessThan(1));
            }
        );

    [Test]
    public void A_field_of_the_checkerboard_has_one_class() =>
        CheckPlaces(
            new Checkerboard(),
            (x, y, label) =>
            {
                int parity = ((int)Math.Floor(x) + (int)Math.Floor(y)) & 1;
                Assert.That(parity, Is.EqualTo(label));
                Assert.That(x, Is.InRange(-2, 2));
                Assert.That(y, Is.InRange(-2, 2));
            }
        );

    [Test]
    public void All_sixteen_fields_of_the_checkerboard_are_used()
    {
        ToySamples samples = new Checkerboard().Draw(400, new Generator(3));
        HashSet<(double, double)> fields = [];
        for (int i = 0; i < 400; i++)
        {
            fields.Add((Math.Floor(samples.Features[0, i]), Math.Floor(samples.Features[1, i])));
        }
        Assert.That(fields, Has.Count.EqualTo(16));
    }

    [Test]
    public void Clusters_stand_on_a_circle_of_radius_two()
    {
        (double, double)[] centres = [(0, 2), (-Math.Sqrt(3), -1), (Math.Sqrt(3), -1)];
        CheckPlaces(
            new Clusters { Noise = 0 },
            (x, y, label) =>
            {
                Assert.That(x, Is.EqualTo(centres[label].Item1).Within(Exact));
                Assert.That(y, Is.EqualTo(centres[label].Item2).Within(Exact));
            }
        );
    }

    [Test]
    public void A_blob_has_one_centre_that_the_seed_chooses()
    {
        HashSet<(double, double, int)> first = Distinct(1);
        Assert.That(first, Has.Count.EqualTo(3));
        Assert.That(first.Overlaps(Distinct(2)), Is.False);
        foreach ((double x, double y, int _) in first)
        {
            Assert.That(x, Is.InRange(-3, 3));
            Assert.That(y, Is.InRange(-3, 3));
        }

        static HashSet<(double, double, int)> Distinct(ulong seed)
        {
            ToySamples samples = new Blobs { Noise = 0 }.Draw(60, new Generator(seed));
            return
            [
                .. samples
                    .Labels.Index()
                    .Select(l => (samples.Features[0, l.Index], samples.Features[1, l.Index], l.Item)),
            ];
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Noise_is_normal_and_as_wide_as_it_says(string name)
    {
        ToyData data = ToyData.Parse(name) with { Noise = 0 };
        ToySamples clean = data.Draw(4000, new Generator(5));
        Assert.That(clean.Labels, Has.Count.EqualTo(4000));
        if (data is Quadrants or Checkerboard)
        {
            // Their places are drawn between the noise of two samples: no sample has a clean twin.
            return;
        }
        ToySamples noisy = (data with { Noise = 0.3 }).Draw(4000, new Generator(5));
        double[] differences =
        [
            .. noisy.Features.Values.ToArray().Zip(clean.Features.Values.ToArray(), (a, b) => a - b),
        ];
        double mean = differences.Average();
        double deviation = Math.Sqrt(differences.Average(d => (d - mean) * (d - mean)));
        Assert.That(mean, Is.Zero.Within(0.02));
        Assert.That(deviation, Is.EqualTo(0.3).Within(0.01));
    }

    [TestCaseSource(nameof(Names))]
    public void Classes_have_the_same_number_each_and_the_first_the_rest(string name)
    {
        ToyData data = ToyData.Parse(name);
        ToySamples samples = data.Draw(101, new Generator(1));
        int[] counts =
        [
            .. samples.Labels.CountBy(label => label).OrderBy(count => count.Key).Select(count => count.Value),
        ];
        int[] expected = data.Classes == 2 ? [51, 50] : [34, 34, 33];
        Assert.That(counts, Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Names))]
    public void The_same_seed_gives_the_same_bits_and_another_does_not(string name)
    {
        string Csv(ulong seed)
        {
            StringWriter text = new();
            ToyData.Parse(name).Draw(50, new Generator(seed)).WriteCsv(text);
            return text.ToString();
        }
        string first = Csv(4);
        Assert.That(Csv(4), Is.EqualTo(first));
        Assert.That(Csv(5), Is.Not.EqualTo(first));
    }

    [Test]
    public void Rows_come_in_no_order_of_classes()
    {
        IReadOnlyList<int> labels = new Spiral().Draw(300, new Generator(1)).Labels;
        Assert.That(labels.Take(30).Distinct().Count(), Is.EqualTo(3));
        Assert.That(labels, Is.Not.Ordered);
    }

    [Test]
    public void The_table_in_memory_is_the_file_read()
    {
        ToySamples samples = new Spiral().Draw(30, new Generator(1));
        StringWriter text = new();
        samples.WriteCsv(text);
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        Table read = CsvTable.Read(stream, "spiral", new CsvOptions { Target = "class" });
        Table made = samples.ToTable();
        Assert.That(read.FeatureNames, Is.EqualTo(made.FeatureNames));
        Assert.That(read.Target!.Texts, Is.EqualTo(made.Target!.Texts));
        Assert.That(read.Features.Values.ToArray(), Is.EqualTo(made.Features.Values.ToArray()).Within(5e-7));
    }

    [TestCase("spiral", 1)]
    [TestCase("spiral", 27)]
    [TestCase("moons", 3)]
    [TestCase("xor", 3)]
    public void Classes_that_cannot_be_are_refused(string name, int classes) =>
        Assert.That(() => ToyData.Parse(name) with { Classes = classes }, Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(-0.1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Noise_that_cannot_be_is_refused(double noise) =>
        Assert.That(() => new Spiral { Noise = noise }, Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Fewer_rows_than_classes_are_refused() =>
        Assert.That(() => new Spiral().Draw(2, new Generator(1)), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void An_unknown_name_is_answered_with_those_that_there_are() =>
        Assert.That(() => ToyData.Parse("moon"), Throws.TypeOf<FormatException>().With.Message.Contains("moons"));

    private static void CheckPlaces(ToyData data, Action<double, double, int> check)
    {
        ToySamples samples = data.Draw(60, new Generator(7));
        foreach ((int i, int label) in samples.Labels.Index())
        {
            check(samples.Features[0, i], samples.Features[1, i], label);
        }
    }
}
