using System.Text.Json;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>What an encoding may be made of is counted before it is built, goes into a file and comes back.</summary>
internal sealed class PartKindTests
{
    private static readonly NumberFeature Number = new("n");
    private static readonly CategoryFeature Two = new("c", ["p", "q"]);
    private static readonly CategoryFeature Three = new("c", ["p", "q", "r"]);
    private static readonly DateFeature Date = new("d");
    private static readonly TextFeature Text = new("t", []);

    private static readonly FeatureEncoding[] Parts =
    [
        new ImputedNumber(3, Number, 1.5),
        new PiecewiseLinear(3, Number, 1.5, [0, 1, 4]),
        new TwoLevels(3, Two),
        new OneHotLevels(3, Three),
        new InfrequentCategory(3, Three),
        new DateTrend(3, Date, 19000),
        new DateSeason(3, Date),
        new HourOfDay(3, Date),
        new FeatureHashing(3, Text, 17),
        new MissingIndicator(3, Number),
        new MissingIndicator(3, Text),
    ];

    [Test]
    public void Every_kind_of_part_is_among_them()
    {
        IEnumerable<Type> kinds = typeof(FeatureEncoding)
            .Assembly.GetTypes()
            .Where(type => type.BaseType == typeof(FeatureEncoding));
        Assert.That(Parts.Select(part => part.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [TestCaseSource(nameof(Parts))]
    public void A_part_is_counted_as_it_is_built(FeatureEncoding part)
    {
        PartDocument document = PartKind.ToDocument(part);
        PartKind kind = PartKind.Find(document);
        FeatureEncoding back = kind.Create(part.Feature, document);

        Assert.That(kind.CountInputs(part.Feature, document), Is.EqualTo(part.Outputs));
        Assert.That(back.GetType(), Is.EqualTo(part.GetType()));
        Assert.That(back.Outputs, Is.EqualTo(part.Outputs));
        Assert.That(back.Source, Is.EqualTo(3));
        Assert.That(PartKind.ToDocument(back), Is.EqualTo(document).UsingPropertiesComparer());
    }

    [Test]
    public void What_does_not_suit_is_refused_before_it_is_built()
    {
        Refused("fill", Number, null);
        Refused("fill", Number, double.NaN);
        Refused("fill", Date, 1);
        Refused("bins", Number, 1);
        Refused("two-levels", Three, null);
        Refused("two-levels", Two, 2);
        Refused("one-hot", new CategoryFeature("c", []), null);
        Refused("one-hot", Text, null);
        Refused("trend", Date, double.PositiveInfinity);
        Refused("season", Number, null);
        Refused("season", Date, 4);
        Refused("words", Text, 0);
        Refused("words", Text, 1.5);
        Refused("words", Text, FeatureHashing.MostBuckets + 1);
        Refused("words", Number, 8);
        Refused("missing", Number, 1);
        Refused("none", Number, null);
    }

    [TestCase(1.0, 0.0, 1.0)]
    [TestCase(1.0, 0.0, 0.0, 1.0)]
    [TestCase(1.0, 0.0, 2.0, 1.0)]
    [TestCase(1.0, 0.0, 1.0, double.PositiveInfinity)]
    [TestCase(double.NaN, 0.0, 1.0, 2.0)]
    [TestCase(1.0, -1e308, 0.0, 1e308)]
    public void Bins_without_ascending_edges_are_refused(double fill, params double[] edges)
    {
        PartDocument document = new(0, "bins", fill, edges);
        Assert.That(() => PartKind.Find(document).CountInputs(Number, document), Throws.TypeOf<JsonException>());
        Assert.That(() => new PiecewiseLinear(0, Number, fill, edges), Throws.ArgumentException);
    }

    private static void Refused(string name, Feature feature, double? value) =>
        Assert.That(
            () =>
                PartKind.Find(new PartDocument(0, name, value)).CountInputs(feature, new PartDocument(0, name, value)),
            Throws.TypeOf<JsonException>(),
            $"{name} of {feature.Name}"
        );
}
