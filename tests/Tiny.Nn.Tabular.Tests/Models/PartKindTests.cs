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
        FeatureEncoding back = kind.Create(document.Feature, part.Feature, document.Value);

        Assert.That(kind.CountInputs(part.Feature, document.Value), Is.EqualTo(part.Outputs));
        Assert.That(back.GetType(), Is.EqualTo(part.GetType()));
        Assert.That(back.Outputs, Is.EqualTo(part.Outputs));
        Assert.That(back.Source, Is.EqualTo(3));
        Assert.That(PartKind.ToDocument(back), Is.EqualTo(document));
    }

    [Test]
    public void What_does_not_suit_is_refused_before_it_is_built()
    {
        Refused("fill", Number, null);
        Refused("fill", Number, double.NaN);
        Refused("fill", Date, 1);
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

    private static void Refused(string name, Feature feature, double? value) =>
        Assert.That(
            () => PartKind.Find(new PartDocument(0, name, value)).CountInputs(feature, value),
            Throws.TypeOf<JsonException>(),
            $"{name} of {feature.Name}"
        );
}
