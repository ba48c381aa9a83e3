using System.Globalization;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>Fits the encoding of a feature to its training rows.</summary>
internal static class FeatureFit
{
    /// <summary>Fits whatever kind of feature it is.</summary>
    /// <param name="source">Its place in the table.</param>
    /// <param name="feature">What its cells mean.</param>
    /// <param name="column">Its cells in the training rows; NaN where one is missing.</param>
    /// <param name="options">What is free to choose.</param>
    /// <exception cref="DataException">A number is infinite.</exception>
    internal static FittedFeature Fit(int source, Feature feature, FeatureCells column, EncodingOptions options)
    {
        int rows = column.Values.Length;
        int missing = column.Values.Count(double.IsNaN);
        bool isEmpty = missing == rows;
        return feature switch
        {
            NumberFeature number when isEmpty => new(
                number,
                [new ImputedNumber(source, number, 0)],
                [EncodingNote.Empty(feature)]
            ),
            NumberFeature number => Fit(source, number, column, missing, options),
            CategoryFeature category => LevelFit.Fit(source, category, column.Values, missing, options),
            DateFeature date when isEmpty => new(date, [new DateTrend(source, date, 0)], [EncodingNote.Empty(feature)]),
            DateFeature date => Fit(source, date, column, missing, options),
            TextFeature text => Fit(source, text, rows, missing, options),
            _ => throw new ArgumentException($"There is no encoding of a {feature.GetType().Name}.", nameof(feature)),
        };
    }

    private static FittedFeature Fit(
        int source,
        NumberFeature feature,
        FeatureCells column,
        int missing,
        EncodingOptions options
    )
    {
        FillValue fill = FillValue.Find(feature, column, missing, options.Fill);
        double[] cells = column.Values;
        List<FeatureEncoding> parts = [new ImputedNumber(source, feature, fill.Value)];
        if (options.Bins > 0 && PiecewiseLinear.Fit(source, feature, fill.Value, cells, options.Bins) is { } bins)
        {
            parts.Add(bins);
        }
        List<EncodingNote> notes = fill.IsConstant ? [EncodingNote.Constant(feature)] : [];
        if (missing > 0)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{fill.Value:G6}");
            notes.Add(EncodingNote.Holes(feature, missing, cells.Length, $"filled with {text}"));
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
        FeatureCells column,
        int missing,
        EncodingOptions options
    )
    {
        FillValue fill = FillValue.Find(feature, column, missing, options.Fill);
        double[] cells = column.Values;
        List<FeatureEncoding> parts = [new DateTrend(source, feature, fill.Value), new DateSeason(source, feature)];
        List<EncodingNote> notes = fill.IsConstant ? [EncodingNote.Constant(feature)] : [];
        if (cells.Any(days => days > Math.Floor(days)))
        {
            parts.Add(new HourOfDay(source, feature));
        }
        if (missing > 0)
        {
            notes.Add(EncodingNote.Holes(feature, missing, cells.Length, "filled with a typical date"));
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
            ? new FittedFeature(known, [words], [EncodingNote.Empty(feature)])
            : new FittedFeature(
                known,
                [words, .. mark],
                missing == 0 ? [] : [EncodingNote.Holes(feature, missing, rows, "as if without words")]
            );
    }
}
