using System.Globalization;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>What the training rows tell of one feature.</summary>
/// <param name="Known">The feature as the model knows it: of a category the levels that have a place, of a text no texts.</param>
/// <param name="Parts">What it contributes to the inputs.</param>
/// <param name="Notes">What should be known about it.</param>
internal sealed record FittedFeature(
    Feature Known,
    IReadOnlyList<FeatureEncoding> Parts,
    IReadOnlyList<EncodingNote> Notes
)
{
    private const string TellsNothing = "it tells nothing";

    /// <summary>Fits whatever kind of feature it is.</summary>
    /// <param name="source">Its place in the table.</param>
    /// <param name="feature">What its cells mean.</param>
    /// <param name="cells">Its cells in the training rows; NaN where one is missing.</param>
    /// <param name="options">What is free to choose.</param>
    /// <exception cref="DataException">A number is infinite.</exception>
    internal static FittedFeature Fit(int source, Feature feature, double[] cells, EncodingOptions options)
    {
        int missing = cells.Count(double.IsNaN);
        bool isEmpty = missing == cells.Length;
        return feature switch
        {
            NumberFeature number when isEmpty => new(number, [new ImputedNumber(source, number, 0)], [Empty(feature)]),
            NumberFeature number => Fit(source, number, cells, missing, options),
            CategoryFeature category => LevelFit.Fit(source, category, cells, missing, options),
            DateFeature date when isEmpty => new(date, [new DateTrend(source, date, 0)], [Empty(feature)]),
            DateFeature date => Fit(source, date, cells, missing, options),
            TextFeature text => Fit(source, text, cells.Length, missing, options),
            _ => throw new ArgumentException($"There is no encoding of a {feature.GetType().Name}.", nameof(feature)),
        };
    }

    /// <summary>Said of a feature without a single cell.</summary>
    internal static EncodingNote Empty(Feature feature) =>
        new(feature.Name, $"all its cells are missing: {TellsNothing}");

    /// <summary>Said of a feature whose cells are all alike.</summary>
    internal static EncodingNote Constant(Feature feature) =>
        new(feature.Name, $"the same in all training rows: {TellsNothing}");

    /// <summary>Said of a feature with holes.</summary>
    internal static EncodingNote Holes(Feature feature, int missing, int rows, string done) =>
        new(
            feature.Name,
            string.Create(CultureInfo.InvariantCulture, $"{missing:N0} of {rows:N0} cells are missing: {done}")
        );

    private static FittedFeature Fit(
        int source,
        NumberFeature feature,
        double[] cells,
        int missing,
        EncodingOptions options
    )
    {
        Center center = Center.Find(feature, cells, missing, options.Fill);
        List<FeatureEncoding> parts = [new ImputedNumber(source, feature, center.Value)];
        List<EncodingNote> notes = center.IsConstant ? [Constant(feature)] : [];
        if (missing > 0)
        {
            string fill = string.Create(CultureInfo.InvariantCulture, $"{center.Value:G6}");
            notes.Add(Holes(feature, missing, cells.Length, $"filled with {fill}"));
        }
        if (options.Marks(missing, cells.Length))
        {
            parts.Add(new MissingIndicator(source, feature));
        }
        return new FittedFeature(feature, parts, notes);
    }

    private static FittedFeature Fit(
        int source,
        DateFeature feature,
        double[] cells,
        int missing,
        EncodingOptions options
    )
    {
        Center center = Center.Find(feature, cells, missing, options.Fill);
        List<FeatureEncoding> parts = [new DateTrend(source, feature, center.Value), new DateSeason(source, feature)];
        List<EncodingNote> notes = center.IsConstant ? [Constant(feature)] : [];
        if (cells.Any(days => days > Math.Floor(days)))
        {
            parts.Add(new HourOfDay(source, feature));
        }
        if (missing > 0)
        {
            notes.Add(Holes(feature, missing, cells.Length, "filled with a typical date"));
        }
        if (options.Marks(missing, cells.Length))
        {
            parts.Add(new MissingIndicator(source, feature));
        }
        return new FittedFeature(feature, parts, notes);
    }

    private static FittedFeature Fit(int source, TextFeature feature, int rows, int missing, EncodingOptions options)
    {
        TextFeature known = feature with { Texts = [] };
        FeatureHashing words = new(source, known, options.WordBuckets);
        MissingIndicator[] mark = options.Marks(missing, rows) ? [new MissingIndicator(source, known)] : [];
        return missing == rows
            ? new FittedFeature(known, [words], [Empty(feature)])
            : new FittedFeature(
                known,
                [words, .. mark],
                missing == 0 ? [] : [Holes(feature, missing, rows, "as if without words")]
            );
    }
}
