using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models;

/// <summary>
/// Predicts with a model again and again without allocating anything: it keeps the memory that a prediction needs.
/// One prediction at a time, so threads take one each: two at once are refused.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Predictor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Inference<T> inference;
    private readonly Model<T> model;
    private readonly TableEncoding[] reading;
    private int isBusy;

    /// <summary>A predictor.</summary>
    /// <param name="model">What it predicts with.</param>
    /// <param name="capacity">How many samples are worked on at a time, from 1 on. More of them may be predicted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is 0 or negative.</exception>
    public Predictor(Model<T> model, int capacity)
        : this(model, capacity, Schema(model)) { }

    /// <summary>A predictor for the cells of tables whose categories may have other levels than the model's, and texts of their own.</summary>
    /// <param name="model">What it predicts with.</param>
    /// <param name="capacity">How many samples are worked on at a time, from 1 on. More of them may be predicted.</param>
    /// <param name="schema">What the rows of the cells mean: <see cref="Table.Schema"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is 0 or negative.</exception>
    /// <exception cref="DataException">A feature has another name than the model's, or is of another kind.</exception>
    public Predictor(Model<T> model, int capacity, IReadOnlyList<Feature> schema)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.model = model;
        reading = model.Reading(schema);
        inference = new Inference<T>(model.Bags, model.Target, model.Calibration, capacity);
    }

    /// <summary>Predictions for samples as they stand in a file, not preprocessed.</summary>
    /// <param name="features">Features × samples, of any number; NaN where a cell is missing.</param>
    /// <param name="predictions">Receives a probability per class, classes × samples; or the predicted numbers, 1 × samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the model, or a cell of free text is none of the schema's texts.</exception>
    /// <exception cref="InvalidOperationException">Another thread is predicting with this predictor.</exception>
    public void Predict(Matrix<double> features, Matrix<double> predictions) => Predict(reading, features, predictions);

    /// <summary>The same for cells of a schema of their own: a portion of a file has its own texts.</summary>
    /// <param name="features">Features × samples, of any number; NaN where a cell is missing.</param>
    /// <param name="schema">What the rows of these cells mean.</param>
    /// <param name="predictions">Receives a probability per class, classes × samples; or the predicted numbers, 1 × samples.</param>
    /// <exception cref="DataException">A feature has another name than the model's, or is of another kind.</exception>
    internal void Predict(Matrix<double> features, IReadOnlyList<Feature> schema, Matrix<double> predictions) =>
        Predict(model.Reading(schema), features, predictions);

    private void Predict(TableEncoding[] cells, Matrix<double> features, Matrix<double> predictions)
    {
        if (Interlocked.Exchange(ref isBusy, 1) != 0)
        {
            throw new InvalidOperationException(
                "Two threads predict with one predictor at once. Give each thread a predictor of its own; they may share the model."
            );
        }
        try
        {
            inference.Predict(cells, features, predictions);
        }
        finally
        {
            Volatile.Write(ref isBusy, 0);
        }
    }

    private static IReadOnlyList<Feature> Schema(Model<T> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Schema;
    }
}
