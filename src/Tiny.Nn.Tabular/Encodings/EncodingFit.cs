using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>What an encoding is made of, fitted feature by feature: no more than one feature's numbers are held as doubles at a time.</summary>
/// <param name="Schema">The features as the model knows them.</param>
/// <param name="Parts">What they contribute to the inputs.</param>
/// <param name="Scaling">What brings all that to one scale.</param>
/// <param name="Notes">What should be known about it.</param>
internal sealed record EncodingFit(
    IReadOnlyList<Feature> Schema,
    IReadOnlyList<FeatureEncoding> Parts,
    Scaling Scaling,
    IReadOnlyList<EncodingNote> Notes
)
{
    /// <exception cref="DataException">A number is infinite, or too large.</exception>
    internal static EncodingFit Run(
        IReadOnlyList<Feature> schema,
        TableCells cells,
        ReadOnlyMemory<int> samples,
        EncodingOptions options
    )
    {
        Fitting.RequireSamples(samples.Length);
        Sizes.Same(schema.Count, "features", cells.Rows, "rows of cells");
        List<FittedFeature> fitted = [];
        List<Scaling> scalings = [];
        FeatureCells column = new(cells, samples);
        for (int source = 0; source < schema.Count; source++)
        {
            column.MoveTo(source);
            FittedFeature feature = FeatureFit.Fit(source, schema[source], column, options);
            fitted.Add(feature);
            foreach (FeatureEncoding part in feature.Parts)
            {
                scalings.Add(Scale(part.Reading(schema[source]), column, options.Scaling));
            }
        }
        return new EncodingFit(
            [.. fitted.Select(feature => feature.Known)],
            [.. fitted.SelectMany(feature => feature.Parts)],
            Scalings.Create(
                options.Scaling,
                [.. scalings.SelectMany(scaling => scaling.Center)],
                [.. scalings.SelectMany(scaling => scaling.Spread)],
                [.. scalings.SelectMany(scaling => scaling.Landmarks)]
            ),
            [.. fitted.SelectMany(feature => feature.Notes)]
        );
    }

    /// <summary>So many inputs of a part that is not scaled are looked at at a time: words may be spread among very many.</summary>
    private const int Portion = 1 << 20;

    /// <summary>So many cells are encoded at a time where their inputs take their place.</summary>
    private const int InPlace = 4096;

    private static Scaling Scale(FeatureEncoding part, FeatureCells column, ScalingKind kind)
    {
        if (!part.IsAmount)
        {
            return new Unscaled(Varying(part, column.Values));
        }
        try
        {
            return Scalings.Fit(kind, part.Outputs == 1 ? EncodeInPlace(part, column) : Encode(part, column.Values));
        }
        catch (DataException cause)
        {
            // The scaling only knows the place among this part's inputs, which is not that in the table.
            throw new DataException(cause.What, $"column {Excerpt.Name(part.Feature.Name)}", cause.Advice, cause);
        }
    }

    private static Matrix<double> Encode(FeatureEncoding part, double[] column)
    {
        Matrix<double> inputs = new(part.Outputs, column.Length);
        part.Encode(column, 1, inputs, 0);
        return inputs;
    }

    /// <summary>An input for each cell, which takes its place.</summary>
    private static Matrix<double> EncodeInPlace(FeatureEncoding part, FeatureCells column)
    {
        double[] numbers = column.Spend();
        Matrix<double> inputs = new(1, numbers.Length, numbers);
        double[] cells = new double[Math.Min(InPlace, numbers.Length)];
        for (int first = 0; first < numbers.Length; first += cells.Length)
        {
            Span<double> some = cells.AsSpan(0, Math.Min(cells.Length, numbers.Length - first));
            numbers.AsSpan(first, some.Length).CopyTo(some);
            part.Encode(some, 1, inputs.Slice(first, some.Length), 0);
        }
        return inputs;
    }

    /// <summary>Which of a part's inputs are not the same in all rows.</summary>
    private static bool[] Varying(FeatureEncoding part, double[] column)
    {
        bool[] varies = new bool[part.Outputs];
        double[]? first = null;
        int most = Math.Clamp(Portion / Math.Max(1, part.Outputs), 1, column.Length);
        Matrix<double> room = new(part.Outputs, most);
        for (int row = 0; row < column.Length; row += most)
        {
            Matrix<double> inputs = room.Slice(0, Math.Min(most, column.Length - row));
            inputs.Values.Clear();
            part.Encode(column.AsSpan(row, inputs.Columns), 1, inputs, 0);
            first ??= inputs.Column(0).ToArray();
            for (int sample = 0; sample < inputs.Columns; sample++)
            {
                ReadOnlySpan<double> x = inputs.Column(sample);
                for (int i = 0; i < varies.Length; i++)
                {
                    varies[i] |= x[i] != first[i];
                }
            }
        }
        return varies;
    }
}
