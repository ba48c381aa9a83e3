using System.Text.Json;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between a fitted encoding and its part of the document. What the document claims is checked before anything is built.</summary>
internal static class EncodingTranslation
{
    internal static FeatureDocument ToDocument(Feature feature) =>
        new(
            feature.Name,
            feature.Kind,
            feature switch
            {
                CategoryFeature category => new FeatureDetails(category.Levels, null, null),
                NumberFeature { Unit: { } unit } => new FeatureDetails(null, unit, null),
                DateFeature { Format: { } format } => new FeatureDetails(null, null, format),
                _ => null,
            }
        );

    internal static EncodingDocument ToDocument(TableEncoding encoding) =>
        new(
            Name(encoding.Scaling.Kind),
            [.. encoding.Parts.Select(PartKind.ToDocument)],
            [.. encoding.Notes.Select(note => new NoteDocument(note.Feature, note.Text))],
            encoding.Scaling.Landmarks.Select(own => own.Length).FirstOrDefault(count => count > 0) is > 0 and var count
                ? count
                : null
        );

    /// <exception cref="JsonException">A feature is of no known kind, or has levels where it should have none.</exception>
    /// <exception cref="ArgumentException">The format of dates is none.</exception>
    internal static Feature ToFeature(FeatureDocument document)
    {
        string name = document.Name;
        Feature? feature = (document.Kind, document.Details) switch
        {
            ("number", null or { Levels: null, Format: null }) => new NumberFeature(name)
            {
                Unit = document.Details?.Unit,
            },
            ("date", null or { Levels: null, Unit: null }) => new DateFeature(name)
            {
                Format = document.Details?.Format,
            },
            ("text", null) => new TextFeature(name, []),
            ("category", { Levels: { } levels, Unit: null, Format: null }) when IsSet(levels) => new CategoryFeature(
                name,
                levels
            ),
            _ => null,
        };
        return feature ?? throw new JsonException("A feature is of no known kind, or its levels make no sense.");
    }

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
            inputs += PartKind.Find(part).CountInputs(schema[part.Feature], part);
        }
        return inputs;
    }

    internal static FeatureEncoding ToPart(PartDocument part, IReadOnlyList<Feature> schema) =>
        PartKind.Find(part).Create(schema[part.Feature], part);

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
            .Concat(
                encoding
                    .Schema.Select(feature => (feature as NumberFeature)?.Unit ?? (feature as DateFeature)?.Format)
                    .OfType<string>()
            )
            .Concat(encoding.Notes.SelectMany(note => new[] { note.Feature, note.Text }));

    private static bool IsSet(IReadOnlyList<string> levels) =>
        !levels.Contains(null!) && levels.Distinct(StringComparer.Ordinal).Count() == levels.Count;

    private static string Name(ScalingKind kind) => kind.ToString().ToLowerInvariant();
}
