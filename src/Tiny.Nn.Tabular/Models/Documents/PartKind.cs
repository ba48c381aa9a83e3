using System.Text.Json;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>What an encoding may be made of, as a file has it: one row for each kind of part.</summary>
internal sealed class PartKind
{
    private static readonly PartKind[] All =
    [
        Number<ImputedNumber, NumberFeature>(
            "fill",
            (_, fill) => double.IsFinite(fill) ? 1 : null,
            (source, number, fill) => new(source, number, fill),
            part => part.Fill
        ),
        new(
            "bins",
            typeof(PiecewiseLinear),
            (feature, part) =>
                feature is NumberFeature
                && part is { Value: { } fill, Edges: { } edges }
                && double.IsFinite(fill)
                && PiecewiseLinear.AreEdges(edges)
                    ? edges.Count - 1
                    : null,
            (feature, part) =>
                new PiecewiseLinear(part.Feature, (NumberFeature)feature, part.Value!.Value, part.Edges!),
            part => (((PiecewiseLinear)part).Fill, ((PiecewiseLinear)part).Edges)
        ),
        Plain<TwoLevels, CategoryFeature>(
            "two-levels",
            category => category.Levels.Count == 2 ? 1 : null,
            (source, category) => new(source, category)
        ),
        Plain<OneHotLevels, CategoryFeature>(
            "one-hot",
            category => category.Levels.Count > 0 ? category.Levels.Count : null,
            (source, category) => new(source, category)
        ),
        Plain<InfrequentCategory, CategoryFeature>("other", _ => 1, (source, category) => new(source, category)),
        Number<DateTrend, DateFeature>(
            "trend",
            (_, fill) => double.IsFinite(fill) ? DateTrend.Inputs : null,
            (source, date, fill) => new(source, date, fill),
            part => part.Fill
        ),
        Plain<DateSeason, DateFeature>("season", _ => DateSeason.Inputs, (source, date) => new(source, date)),
        Plain<HourOfDay, DateFeature>("hour", _ => HourOfDay.Inputs, (source, date) => new(source, date)),
        Number<FeatureHashing, TextFeature>(
            "words",
            (_, count) =>
                double.IsInteger(count) && count is >= 1 and <= FeatureHashing.MostBuckets ? (int)count : null,
            (source, text, count) => new(source, text, (int)count),
            part => part.Outputs
        ),
        Plain<MissingIndicator, Feature>("missing", _ => 1, (source, feature) => new(source, feature)),
    ];

    private readonly string name;
    private readonly Type part;
    private readonly Func<Feature, PartDocument, int?> count;
    private readonly Func<Feature, PartDocument, FeatureEncoding> create;
    private readonly Func<FeatureEncoding, (double? Value, IReadOnlyList<double>? Edges)> numbers;

    private PartKind(
        string name,
        Type part,
        Func<Feature, PartDocument, int?> count,
        Func<Feature, PartDocument, FeatureEncoding> create,
        Func<FeatureEncoding, (double? Value, IReadOnlyList<double>? Edges)> numbers
    )
    {
        (this.name, this.part) = (name, part);
        (this.count, this.create, this.numbers) = (count, create, numbers);
    }

    /// <summary>The row that a document names.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    internal static PartKind Find(PartDocument document) =>
        All.FirstOrDefault(kind => kind.name == document.Part) ?? throw Unknown();

    /// <exception cref="ArgumentException">There is no row for such a part.</exception>
    internal static PartDocument ToDocument(FeatureEncoding part)
    {
        PartKind kind =
            All.FirstOrDefault(kind => kind.part == part.GetType())
            ?? throw new ArgumentException($"A {part.GetType().Name} has no name in a file.");
        (double? value, IReadOnlyList<double>? edges) = kind.numbers(part);
        return new PartDocument(part.Source, kind.name, value, edges);
    }

    /// <summary>How many inputs such a part has, before it is built.</summary>
    /// <exception cref="JsonException">It does not suit the feature, or the number that goes with it makes no sense.</exception>
    internal int CountInputs(Feature feature, PartDocument document) => count(feature, document) ?? throw Unknown();

    /// <summary>Builds a part whose inputs have been counted.</summary>
    internal FeatureEncoding Create(Feature feature, PartDocument document) => create(feature, document);

    /// <summary>A part with which no number goes.</summary>
    private static PartKind Plain<TPart, TFeature>(
        string name,
        Func<TFeature, int?> count,
        Func<int, TFeature, TPart> create
    )
        where TPart : FeatureEncoding
        where TFeature : Feature =>
        new(
            name,
            typeof(TPart),
            (feature, part) => feature is TFeature known && part is { Value: null, Edges: null } ? count(known) : null,
            (feature, part) => create(part.Feature, (TFeature)feature),
            _ => (null, null)
        );

    /// <summary>A part with which a number goes: a fill, or a count.</summary>
    private static PartKind Number<TPart, TFeature>(
        string name,
        Func<TFeature, double, int?> count,
        Func<int, TFeature, double, TPart> create,
        Func<TPart, double> value
    )
        where TPart : FeatureEncoding
        where TFeature : Feature =>
        new(
            name,
            typeof(TPart),
            (feature, part) =>
                feature is TFeature known && part is { Value: { } number, Edges: null } ? count(known, number) : null,
            (feature, part) => create(part.Feature, (TFeature)feature, part.Value!.Value),
            part => (value((TPart)part), null)
        );

    private static JsonException Unknown() =>
        new("A part of the encoding is of no known kind, or does not suit its feature.");
}
