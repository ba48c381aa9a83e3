using System.Globalization;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>
/// Which levels of a category get a place: those of the training rows, and of very many the most frequent ones. They keep the order that
/// the table has them in, so the order of the rows does not matter.
/// </summary>
internal static class LevelFit
{
    internal static FittedFeature Fit(
        int source,
        CategoryFeature feature,
        double[] cells,
        int missing,
        EncodingOptions options
    )
    {
        int[] counts = Count(feature, cells);
        int[] present = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)];
        HashSet<int> kept = [.. present.OrderByDescending(code => counts[code]).Take(options.MaxLevels)];
        CategoryFeature known = feature with
        {
            Levels = [.. present.Where(kept.Contains).Select(code => feature.Levels[code])],
        };
        bool hasRare = kept.Count < present.Length;
        return new FittedFeature(
            known,
            Parts(source, known, hasRare, options.Marks(missing, cells.Length)),
            [
                .. Informs(known, missing),
                .. Absent(feature, counts.Length - present.Length),
                .. Rare(feature, present.Length, kept.Count),
                .. missing > 0 && kept.Count > 0
                    ? (EncodingNote[])[EncodingNote.Holes(feature, missing, cells.Length, "none of its levels")]
                    : [],
            ]
        );
    }

    /// <summary>With one level its only input already shows where it is missing; with none the missing indicator is all there is.</summary>
    private static List<FeatureEncoding> Parts(int source, CategoryFeature known, bool hasRare, bool isMarked)
    {
        List<FeatureEncoding> parts = (known.Levels.Count, hasRare) switch
        {
            (0, _) => [],
            (2, false) => [new TwoLevels(source, known)],
            (_, false) => [new OneHotLevels(source, known)],
            _ => [new OneHotLevels(source, known), new InfrequentCategory(source, known)],
        };
        if (known.Levels.Count == 0 || (isMarked && known.Levels.Count > 1))
        {
            parts.Add(new MissingIndicator(source, known));
        }
        return parts;
    }

    private static int[] Count(CategoryFeature feature, double[] cells)
    {
        int[] counts = new int[feature.Levels.Count];
        foreach (double cell in cells)
        {
            int code = (int)cell;
            if (code == cell && (uint)code < (uint)counts.Length)
            {
                counts[code]++;
            }
        }
        return counts;
    }

    private static IEnumerable<EncodingNote> Informs(CategoryFeature known, int missing) =>
        (known.Levels.Count, missing) switch
        {
            (0, _) => [EncodingNote.Empty(known)],
            (1, 0) => [EncodingNote.Constant(known)],
            _ => [],
        };

    private static IEnumerable<EncodingNote> Absent(Feature feature, int absent) =>
        absent == 0 ? [] : [Note(feature, $"{absent:N0} of its levels are in no training row: they count as unseen")];

    private static IEnumerable<EncodingNote> Rare(Feature feature, int present, int kept) =>
        kept == present
            ? []
            :
            [
                Note(
                    feature,
                    $"{present:N0} levels: the {kept:N0} most frequent have a place each, the others share one"
                ),
            ];

    private static EncodingNote Note(Feature feature, FormattableString text) =>
        new(feature.Name, text.ToString(CultureInfo.InvariantCulture));
}
