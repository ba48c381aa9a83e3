using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Networks;
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
    private readonly Model<T> model;
    private readonly TableEncoding encoding;
    private readonly Workspace<T> workspace;
    private readonly Matrix<T> inputs;
    private readonly Matrix<T> outputs;
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
    /// <param name="schema">What the rows of the cells mean: <see cref="Table{T}.Schema"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is 0 or negative.</exception>
    /// <exception cref="DataException">A feature has another name than the model's, or is of another kind.</exception>
    public Predictor(Model<T> model, int capacity, IReadOnlyList<Feature> schema)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.model = model;
        encoding = ReferenceEquals(schema, model.Schema) ? model.Encoding : model.Encoding.Reading(schema);
        workspace = model.Network.CreateWorkspace(capacity);
        inputs = new Matrix<T>(encoding.Outputs, workspace.Capacity);
        outputs = new Matrix<T>(model.Network.Outputs, workspace.Capacity);
    }

    /// <summary>Predictions for samples as they stand in a file, not preprocessed.</summary>
    /// <param name="features">Features × samples, of any number; NaN where a cell is missing.</param>
    /// <param name="predictions">Receives a probability per class, classes × samples; or the predicted numbers, 1 × samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the model.</exception>
    /// <exception cref="InvalidOperationException">Another thread is predicting with this predictor.</exception>
    public void Predict(Matrix<T> features, Matrix<T> predictions)
    {
        if (Interlocked.Exchange(ref isBusy, 1) != 0)
        {
            throw new InvalidOperationException(
                "Two threads predict with one predictor at once. Give each thread a predictor of its own; they may share the model."
            );
        }
        try
        {
            PredictAll(features, predictions);
        }
        finally
        {
            Volatile.Write(ref isBusy, 0);
        }
    }

    private void PredictAll(Matrix<T> features, Matrix<T> predictions)
    {
        if (features.Rows != model.FeatureNames.Count)
        {
            throw new ArgumentException(
                $"There are {features.Rows} features; the model knows {model.FeatureNames.Count}: "
                    + $"{string.Join(", ", model.FeatureNames)}."
            );
        }
        if (predictions.Rows != model.Target.Outputs || predictions.Columns != features.Columns)
        {
            throw new ArgumentException(
                $"The room for predictions is {predictions.Rows} × {predictions.Columns}; "
                    + $"{features.Columns} samples of this model need {model.Target.Outputs} × {features.Columns}."
            );
        }
        for (int first = 0; first < features.Columns; first += workspace.Capacity)
        {
            int count = Math.Min(workspace.Capacity, features.Columns - first);
            Matrix<T> x = inputs.Slice(0, count);
            Matrix<T> y = outputs.Slice(0, count);
            encoding.Apply(features.Slice(first, count), x);
            model.Network.Predict(x, workspace, y);
            Interpret(y, predictions.Slice(first, count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Interpret(Matrix<T> outputs, Matrix<T> predictions)
    {
        if (model.Target is NumberTarget number)
        {
            number.Scaling.Invert(outputs, predictions);
        }
        else if (outputs.Rows == predictions.Rows)
        {
            outputs.CopyTo(predictions);
        }
        else
        {
            // One output for two classes: the probability of the second.
            for (int sample = 0; sample < outputs.Columns; sample++)
            {
                T p = outputs[0, sample];
                predictions[0, sample] = T.One - p;
                predictions[1, sample] = p;
            }
        }
    }

    private static IReadOnlyList<Feature> Schema(Model<T> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Schema;
    }
}
