using System.Text.Json;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between a fitted encoding and its part of the document. What the document claims is checked before anything is built.</summary>
internal static class EncodingTranslation
{
    private const string Fill = "fill";
    private const string Missing = "missing";
    private const string TwoLevels = "two-levels";
    private const string OneHot = "one-hot";
    private const string Other = "other";
    private const string Trend = "trend";
    private const string Season = "season";
    private const string Hour = "hour";
    private const string Words = "words";

    internal static FeatureDocument ToDocument(Feature feature) =>
        feature switch
        {
            NumberFeature => new(feature.Name, "number"),
            CategoryFeature category => new(feature.Name, "category", category.Levels),
            DateFeature => new(feature.Name, "date"),
            TextFeature => new(feature.Name, "text"),
            _ => throw new ArgumentException(
                $"A feature of your own, {feature.GetType().Name}, has no name in a file."
            ),
        };

    internal static EncodingDocument ToDocument(TableEncoding encoding) =>
        new(
            encoding.Scaling.Kind.ToString().ToLowerInvariant(),
            [.. encoding.Parts.Select(ToDocument)],
            [.. encoding.Notes.Select(note => new NoteDocument(note.Feature, note.Text))]
        );

    /// <exception cref="JsonException">A feature is of no known kind, or has levels where it should have none.</exception>
    internal static Feature ToFeature(FeatureDocument document) =>
        (document.Kind, document.Levels) switch
        {
            ("number", null) => new NumberFeature(document.Name),
            ("date", null) => new DateFeature(document.Name),
            ("text", null) => new TextFeature(document.Name, []),
            ("category", { } levels) when IsSet(levels) => new CategoryFeature(document.Name, levels),
            _ => throw new JsonException("A feature is of no known kind, or its levels make no sense."),
        };

    /// <summary>How many inputs the parts make, before one of them is built.</summary>
    /// <exception cref="JsonException">A part is of no known kind, does not suit its feature, or stands there twice.</exception>
    internal static long CountInputs(EncodingDocument document, IReadOnlyList<Feature> schema)
    {
        HashSet<(int, string)> seen = [];
        long inputs = 0;
        foreach (PartDocument part in document.Parts)
        {
            if (part is null || (uint)part.Feature >= (uint)schema.Count || !seen.Add((part.Feature, part.Part)))
            {
                throw new JsonException("A part of the encoding is null, of no feature, or there twice.");
            }
            inputs += Inputs(part, schema[part.Feature]);
        }
        return inputs;
    }

    internal static FeatureEncoding ToPart(PartDocument part, IReadOnlyList<Feature> schema) =>
        (part.Part, schema[part.Feature]) switch
        {
            (Fill, NumberFeature number) => new ImputedNumber(part.Feature, number, part.Value!.Value),
            (TwoLevels, CategoryFeature category) => new TwoLevels(part.Feature, category),
            (OneHot, CategoryFeature category) => new OneHotLevels(part.Feature, category),
            (Other, CategoryFeature category) => new InfrequentCategory(part.Feature, category),
            (Trend, DateFeature date) => new DateTrend(part.Feature, date, part.Value!.Value),
            (Season, DateFeature date) => new DateSeason(part.Feature, date),
            (Hour, DateFeature date) => new HourOfDay(part.Feature, date),
            (Words, TextFeature text) => new FeatureHashing(part.Feature, text, (int)part.Value!.Value),
            (Missing, Feature any) => new MissingIndicator(part.Feature, any),
            _ => throw Unknown(),
        };

    /// <exception cref="JsonException">There is no such scaling.</exception>
    internal static ScalingKind ToKind(string name) =>
        Enum.GetValues<ScalingKind>().Cast<ScalingKind?>().FirstOrDefault(kind => Name(kind!.Value) == name)
        ?? throw new JsonException("The scaling is none of the known ones.");

    internal static EncodingNote ToNote(NoteDocument note) =>
        note is { Feature: { } feature, Text: { } text }
            ? new EncodingNote(feature, text)
            : throw new JsonException("A note is null.");

    /// <summary>All texts of an encoding that are written to a file.</summary>
    internal static IEnumerable<string> Texts(TableEncoding encoding) =>
        encoding
            .Schema.SelectMany(feature => (feature as CategoryFeature)?.Levels.Append(feature.Name) ?? [feature.Name])
            .Concat(encoding.Notes.SelectMany(note => new[] { note.Feature, note.Text }));

    private static int Inputs(PartDocument part, Feature feature) =>
        (part.Part, feature, part.Value) switch
        {
            (Fill, NumberFeature, { } fill) when double.IsFinite(fill) => 1,
            (TwoLevels, CategoryFeature { Levels.Count: 2 }, null) => 1,
            (OneHot, CategoryFeature { Levels.Count: > 0 and int levels }, null) => levels,
            (Other, CategoryFeature, null) => 1,
            (Trend, DateFeature, { } fill) when double.IsFinite(fill) => 2,
            (Season, DateFeature, null) => 4,
            (Hour, DateFeature, null) => 2,
            (Words, TextFeature, >= 1 and <= FeatureHashing.MostBuckets and double n) when double.IsInteger(n) =>
                (int)n,
            (Missing, _, null) => 1,
            _ => throw Unknown(),
        };

    private static PartDocument ToDocument(FeatureEncoding part) =>
        part switch
        {
            ImputedNumber number => new(part.Source, Fill, number.Fill),
            MissingIndicator => new(part.Source, Missing),
            Encodings.Features.TwoLevels => new(part.Source, TwoLevels),
            OneHotLevels => new(part.Source, OneHot),
            InfrequentCategory => new(part.Source, Other),
            DateTrend date => new(part.Source, Trend, date.Fill),
            DateSeason => new(part.Source, Season),
            HourOfDay => new(part.Source, Hour),
            FeatureHashing words => new(part.Source, Words, words.Outputs),
            _ => throw new ArgumentException($"A {part.GetType().Name} has no name in a file."),
        };

    private static bool IsSet(IReadOnlyList<string> levels) =>
        !levels.Contains(null!) && levels.Distinct(StringComparer.Ordinal).Count() == levels.Count;

    private static string Name(ScalingKind kind) => kind.ToString().ToLowerInvariant();

    private static JsonException Unknown() =>
        new("A part of the encoding is of no known kind, or does not suit its feature.");
}
