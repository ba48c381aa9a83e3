using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>
/// From the cells of a table to the inputs of a network: every feature is encoded as numbers, and these are scaled. What is missing
/// is filled, so that no input is ever NaN or infinite.
/// </summary>
/// <remarks>It is fitted on training rows only. It computes in double and rounds once. Safe for several threads.</remarks>
public sealed class TableEncoding
{
    /// <summary>So many numbers are worked on at a time: they stay in a near cache.</summary>
    private const int Block = 4096;

    private readonly FeatureEncoding[] parts;
    private readonly int samplesAtOnce;

    /// <summary>What stands in for the holes of a table of numbers only, of which each is one input; null for other tables.</summary>
    private readonly ColumnTile? fills;

    /// <summary>An encoding as it was fitted once.</summary>
    /// <param name="schema">What the rows of the cells mean.</param>
    /// <param name="parts">What the features contribute, in the order of the inputs.</param>
    /// <param name="scaling">What brings all that to one scale.</param>
    /// <param name="notes">What should be known about it.</param>
    /// <exception cref="ArgumentException">A part is of another feature, or the scaling of another number of inputs.</exception>
    internal TableEncoding(
        IReadOnlyList<Feature> schema,
        IReadOnlyList<FeatureEncoding> parts,
        Scaling scaling,
        IReadOnlyList<EncodingNote> notes
    )
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(scaling);
        ArgumentNullException.ThrowIfNull(notes);
        foreach (FeatureEncoding part in parts)
        {
            if (part.Source >= schema.Count || schema[part.Source].Name != part.Feature.Name)
            {
                throw new ArgumentException($"There is no feature '{part.Feature.Name}' at place {part.Source}.");
            }
        }
        Sizes.Same(parts.Sum(part => part.Outputs), "inputs of the parts", scaling.Inputs, "features of the scaling");
        Schema = schema;
        Scaling = scaling;
        Notes = notes;
        this.parts = [.. parts];
        samplesAtOnce = Math.Max(1, Block / Math.Max(1, Inputs + Outputs));
        bool isPlain =
            parts.Count == schema.Count
            && parts.Index().All(part => part.Item is ImputedNumber && part.Item.Source == part.Index);
        fills = isPlain ? new ColumnTile([.. parts.Cast<ImputedNumber>().Select(part => part.Fill)]) : null;
    }

    /// <summary>What the rows of the cells mean. A category has the levels that have a place, a text no texts.</summary>
    public IReadOnlyList<Feature> Schema { get; }

    /// <summary>What the features contribute, in the order of the inputs.</summary>
    internal IReadOnlyList<FeatureEncoding> Parts => parts;

    /// <summary>What brings all that to one scale.</summary>
    public Scaling Scaling { get; }

    /// <summary>What was found in the training rows and should be known.</summary>
    public IReadOnlyList<EncodingNote> Notes { get; }

    /// <summary>How many features it encodes.</summary>
    public int Inputs => Schema.Count;

    /// <summary>How many inputs the network gets.</summary>
    public int Outputs => Scaling.Inputs;

    /// <summary>A name for each input of the network.</summary>
    public IEnumerable<string> OutputNames => parts.SelectMany(part => part.OutputNames);

    /// <summary>How many features become how many inputs.</summary>
    public override string ToString() => $"{Inputs} features become {Outputs} inputs, {Scaling}";

    /// <summary>The encoding of numbers only: they are standardized, and where one is missing the mean stands in for it.</summary>
    /// <param name="names">The features' names.</param>
    /// <param name="standardization">What was fitted to them.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than features.</exception>
    public static TableEncoding Standardized(IReadOnlyList<string> names, Standardization standardization)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(standardization);
        Sizes.Same(names.Count, "names", standardization.Inputs, "features of the standardization");
        NumberFeature[] schema = [.. names.Select(name => new NumberFeature(name))];
        ImputedNumber[] parts =
        [
            .. schema.Select((number, i) => new ImputedNumber(i, number, standardization.Mean[i])),
        ];
        return new TableEncoding(schema, parts, standardization, []);
    }

    /// <summary>Learns an encoding from training rows.</summary>
    /// <param name="schema">What the rows of the cells mean.</param>
    /// <param name="cells">Features × samples: the training rows, and no other.</param>
    /// <param name="options">What is free to choose.</param>
    /// <exception cref="ArgumentException">There is no sample, or the schema is of another number of features.</exception>
    /// <exception cref="DataException">A number is infinite, or too large.</exception>
    public static TableEncoding Fit(IReadOnlyList<Feature> schema, Matrix<double> cells, EncodingOptions options) =>
        Fit(schema, new MatrixCells(cells), Enumerable.Range(0, cells.Columns).ToArray(), options);

    /// <summary>Learns an encoding from some of the samples.</summary>
    /// <param name="schema">What the rows of the cells mean.</param>
    /// <param name="cells">Features × samples.</param>
    /// <param name="samples">Which samples: the training rows, and no other.</param>
    /// <param name="options">What is free to choose.</param>
    /// <exception cref="ArgumentException">There is no sample, or the schema is of another number of features.</exception>
    /// <exception cref="DataException">A number is infinite, or too large.</exception>
    internal static TableEncoding Fit(
        IReadOnlyList<Feature> schema,
        TableCells cells,
        ReadOnlyMemory<int> samples,
        EncodingOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        EncodingFit fit = EncodingFit.Run(schema, cells, samples, options);
        return new TableEncoding(fit.Schema, fit.Parts, fit.Scaling, fit.Notes);
    }

    /// <summary>The same encoding for cells that another table's schema describes: its levels may be others and in another order.</summary>
    /// <param name="schema">Features of the same names and kinds in the same order.</param>
    /// <exception cref="DataException">A feature has another name, or is of another kind.</exception>
    public TableEncoding Reading(IReadOnlyList<Feature> schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (ReferenceEquals(schema, Schema))
        {
            return this;
        }
        SchemaCheck.RequireSame(Schema, schema);
        return new TableEncoding(schema, [.. parts.Select(part => part.Reading(schema[part.Source]))], Scaling, Notes);
    }

    /// <summary>Turns cells into the network's inputs.</summary>
    /// <param name="x">Features × samples, as <see cref="Schema"/> describes them; NaN where a cell is missing.</param>
    /// <param name="result">Inputs × samples; overwritten. A number beyond the range of the element type becomes its largest.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<T>(Matrix<double> x, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(x.Rows, x.Columns, result);
        for (int first = 0; first < x.Columns; first += samplesAtOnce)
        {
            int samples = Math.Min(samplesAtOnce, x.Columns - first);
            (_, Matrix<double> inputs) = Work(samples);
            Encode(x.Slice(first, samples), inputs, result.Slice(first, samples));
        }
    }

    /// <summary>The same for some of the samples, of which only a few are copied at a time.</summary>
    /// <param name="x">Features × samples.</param>
    /// <param name="chosen">Which of them.</param>
    /// <param name="result">Inputs × chosen samples; overwritten.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    internal void Apply<T>(TableCells x, ReadOnlySpan<int> chosen, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(x.Rows, chosen.Length, result);
        for (int first = 0; first < chosen.Length; first += samplesAtOnce)
        {
            int samples = Math.Min(samplesAtOnce, chosen.Length - first);
            (Matrix<double> cells, Matrix<double> inputs) = Work(samples);
            x.CopyTo(chosen.Slice(first, samples), cells);
            Encode(cells, inputs, result.Slice(first, samples));
        }
    }

    private void Check<T>(int features, int samples, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(features, "rows of x", Inputs, "features of the encoding");
        Sizes.Same(result.Rows, "rows of the result", Outputs, "inputs of the network");
        Sizes.Same(samples, "samples", result.Columns, "columns of the result");
    }

    /// <summary>Room for the cells and for the inputs of some samples.</summary>
    private (Matrix<double> Cells, Matrix<double> Inputs) Work(int samples)
    {
        Matrix<double> work = Scratch<double>.Take(samplesAtOnce, Inputs + Outputs);
        return (work.Part(0, Inputs, samples), work.Part(samples * Inputs, Outputs, samples));
    }

    private void Encode<T>(Matrix<double> cells, Matrix<double> inputs, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Encode(cells, inputs);
        Scaling.Apply(inputs, inputs);
        Elementwise.Map(new Limit(Largest<T>()), inputs.Values, inputs.Values);
        Precision.Narrow(inputs.Values, result.Values);
    }

    private void Encode(Matrix<double> cells, Matrix<double> inputs)
    {
        if (fills is { } constants)
        {
            ColumnMap.Apply(default(FillFirst), cells, constants, constants, inputs);
            return;
        }
        int row = 0;
        foreach (FeatureEncoding part in parts)
        {
            part.Encode(cells.Values[part.Source..], cells.Rows, inputs, row);
            row += part.Outputs;
        }
    }

    private static double Largest<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;
}
