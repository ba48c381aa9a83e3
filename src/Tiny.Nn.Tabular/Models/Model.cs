using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Models.Rows;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models;

/// <summary>
/// A network with everything that is needed to use it: what the features are and how they become inputs, what the outputs mean,
/// and how it came to be. It travels as one file (<see cref="ModelFile"/>). Safe for several threads.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Model<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads rows of typed values; made for the first of them.</summary>
    private RowReader? reader;

    /// <summary>A model of features that are all numbers; one that is missing is taken for the mean.</summary>
    /// <param name="featureNames">The names of the features, in the order of the preprocessing's inputs.</param>
    /// <param name="preprocessing">From features to the network's inputs.</param>
    /// <param name="network">From inputs to outputs.</param>
    /// <param name="target">What the outputs mean.</param>
    /// <param name="provenance">How it came to be.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, or two features or classes have one name.</exception>
    public Model(
        IReadOnlyList<string> featureNames,
        Standardization preprocessing,
        SequentialNetwork<T> network,
        ModelTarget target,
        Provenance provenance
    )
        : this(TableEncoding.Standardized(featureNames, preprocessing), network, target, provenance) { }

    /// <summary>A model of its parts, which it does not copy.</summary>
    /// <param name="encoding">From the cells of a table to the network's inputs.</param>
    /// <param name="network">From inputs to outputs.</param>
    /// <param name="target">What the outputs mean.</param>
    /// <param name="provenance">How it came to be.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, or two features or classes have one name.</exception>
    public Model(TableEncoding encoding, SequentialNetwork<T> network, ModelTarget target, Provenance provenance)
        : this([new Bag<T>(encoding, [network])], target, provenance) { }

    /// <summary>A model of several networks, which it does not copy.</summary>
    /// <param name="bags">One at least: networks with what encodes cells for them, and how much they count.</param>
    /// <param name="target">What the answers mean.</param>
    /// <param name="provenance">How it came to be.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, or two features or classes have one name.</exception>
    public Model(IReadOnlyList<Bag<T>> bags, ModelTarget target, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(bags);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(provenance);
        ModelParts.Require(bags, target);
        Bags = [.. bags];
        FeatureNames = [.. Schema.Select(feature => feature.Name)];
        Target = target;
        Provenance = provenance;
    }

    /// <summary>The names of the features, in the order in which a prediction takes them.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>What the features are, in the same order.</summary>
    public IReadOnlyList<Feature> Schema => Encoding.Schema;

    /// <summary>The networks, one at least: their answers are averaged, bag by bag.</summary>
    public IReadOnlyList<Bag<T>> Bags { get; }

    /// <summary>From the cells of a table to the network's inputs; of several bags that of the first.</summary>
    public TableEncoding Encoding => Bags[0].Encoding;

    /// <summary>From inputs to outputs; of several networks the first.</summary>
    public SequentialNetwork<T> Network => Bags[0].Networks[0];

    /// <summary>What is done to the mean of the networks' probabilities; of numbers nothing.</summary>
    public Calibration Calibration
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Calibration));
    } = Calibration.None;

    /// <summary>True where a single network answers, and its answers stay as they are.</summary>
    internal bool IsOneNetwork => NetworkCount == 1 && Calibration == Calibration.None;

    /// <summary>How many networks it has.</summary>
    public int NetworkCount => Bags.Sum(bag => bag.Networks.Count);

    /// <summary>One of several networks alone, as a model of its own: with its bag's encoding, and without calibration and history. Its parts are shared, not copied.</summary>
    /// <param name="network">Which one, from 0 on, bag after bag.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such network.</exception>
    public Model<T> Member(int network)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)network, (uint)NetworkCount, nameof(network));
        if (IsOneNetwork)
        {
            return this;
        }
        int place = network;
        Bag<T> bag = Bags.First(bag => (place -= bag.Networks.Count) < 0);
        SequentialNetwork<T> chosen = bag.Networks[place + bag.Networks.Count];
        return new Model<T>(bag.Encoding, chosen, Target, Provenance with { Epochs = [] }) { DataFormat = DataFormat };
    }

    /// <summary>What the outputs mean.</summary>
    public ModelTarget Target { get; }

    /// <summary>How it came to be.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>The same model with another history: its parts are shared, not copied.</summary>
    /// <param name="provenance">How it came to be.</param>
    public Model<T> With(Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        Model<T> model = (Model<T>)MemberwiseClone();
        model.Provenance = provenance;
        return model;
    }

    /// <summary>How the file that it learned from was written.</summary>
    public CsvFormat DataFormat { get; init; } = CsvFormat.Usual;

    /// <summary>Predictions for samples as they stand in a file, not preprocessed.</summary>
    /// <param name="features">Features × samples, as <see cref="Schema"/> describes them; NaN where a cell is missing.</param>
    /// <returns>A probability per class, classes × samples; or the predicted numbers, 1 × samples.</returns>
    /// <exception cref="ArgumentException">
    /// There are more or fewer features than the model knows; or one is free text, whose cells say nothing without the texts of a schema.
    /// </exception>
    public Matrix<double> Predict(Matrix<double> features) => Predict(features, Schema);

    /// <summary>Predictions for the cells of a table: its categories may have other levels, and its texts are its own.</summary>
    /// <param name="features">Features × samples; NaN where a cell is missing.</param>
    /// <param name="schema">What their rows mean: <see cref="Table.Schema"/>.</param>
    /// <returns>A probability per class, classes × samples; or the predicted numbers, 1 × samples.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than the model knows.</exception>
    /// <exception cref="DataException">A feature has another name, or is of another kind.</exception>
    public Matrix<double> Predict(Matrix<double> features, IReadOnlyList<Feature> schema)
    {
        Matrix<double> predictions = new(Target.Outputs, features.Columns);
        InferenceFor(features.Columns).Predict(Reading(schema), features, predictions);
        return predictions;
    }

    /// <summary>Predictions for some rows of a table.</summary>
    /// <exception cref="ArgumentException">There are more or fewer features than the model knows.</exception>
    /// <exception cref="DataException">A feature has another name, or is of another kind.</exception>
    internal Matrix<double> Predict(Table table, ReadOnlySpan<int> rows)
    {
        Matrix<double> predictions = new(Target.Outputs, rows.Length);
        InferenceFor(rows.Length).Predict(Reading(table.Schema), table.Features, rows, predictions);
        return predictions;
    }

    private Inference<T> InferenceFor(int samples) =>
        new(Bags, Target, Calibration, Math.Clamp(samples, 1, Inference<T>.UsualCapacity));

    /// <summary>The encoding of each bag for cells that another table's schema describes.</summary>
    /// <exception cref="DataException">A feature has another name, or is of another kind.</exception>
    internal TableEncoding[] Reading(IReadOnlyList<Feature> schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [.. Bags.Select(bag => bag.Encoding.Reading(schema))];
    }

    /// <summary>Predictions for the rows of a table.</summary>
    /// <param name="table">Has the model's features, in its order; a target is not looked at.</param>
    /// <returns>A probability per class, classes × samples; or the predicted numbers, 1 × samples.</returns>
    /// <exception cref="DataException">A feature has another name, or is of another kind.</exception>
    public Matrix<double> Predict(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Predict(table.Features, table.Schema);
    }

    /// <summary>The prediction for one sample.</summary>
    /// <param name="features">Its cells, in the order of <see cref="Schema"/>; NaN where one is missing.</param>
    /// <returns>A probability per class; or the predicted number.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than the model knows.</exception>
    public double[] Predict(params ReadOnlySpan<double> features)
    {
        Matrix<double> sample = new(features.Length, 1, features.ToArray());
        return Predict(sample).Values.ToArray();
    }

    /// <summary>The prediction for one row of typed values, given as an object: a record, a class, or <c>new { city = "Tokyo", age = 41 }</c>.</summary>
    /// <remarks>
    /// A public property is the column of its name, or the only one with its letters and digits: <c>SepalLength</c> is <c>sepal_length</c>;
    /// <see cref="System.Text.Json.Serialization.JsonPropertyNameAttribute"/> names a column that cannot be spelled so. Null, and a column
    /// without a property, is missing. Numbers may be of any type, dates <see cref="DateOnly"/>, <see cref="DateTime"/>,
    /// <see cref="DateTimeOffset"/> or a text, categories also numbers, booleans and enums. The answer is that of the same row in a file.
    /// </remarks>
    /// <param name="row">The row.</param>
    /// <typeparam name="TRow">Its type as the compiler sees it, whose properties are read by reflection; a trimmed program keeps them.</typeparam>
    /// <returns>The class or the number, and what should be known about it: that a category's text was not seen in training, say.</returns>
    /// <exception cref="DataException">A property is no column of the model, a number is infinite, or a value does not belong into its column.</exception>
    [OverloadResolutionPriority(-1)]
    public Prediction Predict<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TRow>(
        TRow row
    )
        where TRow : notnull => Predict(Reader.Read(RowProperties<TRow>.Names, RowProperties<TRow>.Values(row)));

    /// <summary>The prediction for one row of typed values by column names, without reflection. What is said of objects holds here too.</summary>
    /// <param name="row">A value for each column, under exactly its name; a column that is not there is missing.</param>
    /// <exception cref="DataException">A name is no column of the model, a number is infinite, or a value does not belong into its column.</exception>
    public Prediction Predict(IReadOnlyDictionary<string, object?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Predict([.. row.Select(column => (column.Key, column.Value))]);
    }

    /// <summary>The prediction for one row of typed values: <c>model.Predict(("city", "Tokyo"), ("age", 41))</c>.</summary>
    /// <param name="row">Column names, exactly as the model has them, and their values; a column that is not there is missing.</param>
    /// <exception cref="DataException">A name is no column of the model or comes twice, a number is infinite, or a value does not belong into its column.</exception>
    public Prediction Predict(params ReadOnlySpan<(string Name, object? Value)> row) => Predict(Reader.Read(row));

    /// <summary>What it predicts, from how many features, and the network's sizes.</summary>
    public override string ToString()
    {
        string predicted = Target is ClassTarget { Classes.Count: var count } ? $"one of {count} classes" : "a number";
        return $"{Target.Name} ({predicted}) from {FeatureNames.Count} features: {string.Join(" + ", Bags)}";
    }

    private RowReader Reader => reader ??= new RowReader(Encoding, Target.Name, DataFormat);

    private Prediction Predict(RowCells row)
    {
        Matrix<double> sample = new(row.Cells.Length, 1, row.Cells);
        return new Prediction(Target, Predict(sample, row.Schema).Values, row.Notes);
    }
}
