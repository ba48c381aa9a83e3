using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models;

/// <summary>From cells to predictions: encode, run the network, interpret its outputs; portion by portion, in memory taken beforehand.</summary>
/// <param name="network">From inputs to outputs.</param>
/// <param name="target">What the outputs mean.</param>
/// <param name="capacity">How many samples a portion has.</param>
internal sealed class Inference<T>(SequentialNetwork<T> network, ModelTarget target, int capacity)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many samples are worked on at a time where nobody wants another number.</summary>
    internal const int UsualCapacity = 256;

    private readonly Workspace<T> workspace = network.CreateWorkspace(capacity);
    private readonly Matrix<T> inputs = new(network.Inputs, capacity);
    private readonly Matrix<T> outputs = new(network.Outputs, capacity);

    /// <summary>Predictions for samples as they stand in a file, not preprocessed.</summary>
    /// <param name="encoding">From these very cells to the network's inputs: free text has other texts in each table.</param>
    /// <param name="features">Features × samples, of any number; NaN where a cell is missing.</param>
    /// <param name="predictions">Receives a probability per class, classes × samples; or the predicted numbers, 1 × samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the model, or a cell of free text is none of the schema's texts.</exception>
    internal void Predict(TableEncoding encoding, Matrix<double> features, Matrix<double> predictions)
    {
        Require(encoding.Schema, features, features.Columns, predictions);
        RequireTexts(encoding.Schema, features);
        for (int first = 0; first < features.Columns; first += capacity)
        {
            int count = Math.Min(capacity, features.Columns - first);
            Matrix<T> x = inputs.Slice(0, count);
            encoding.Apply(features.Slice(first, count), x);
            Answer(x, predictions.Slice(first, count));
        }
    }

    /// <summary>The same for some of the samples.</summary>
    /// <param name="encoding">From these very cells to the network's inputs.</param>
    /// <param name="features">Features × samples.</param>
    /// <param name="chosen">Which of the samples.</param>
    /// <param name="predictions">Receives what is predicted, outputs × chosen samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the model.</exception>
    internal void Predict(
        TableEncoding encoding,
        Matrix<double> features,
        ReadOnlySpan<int> chosen,
        Matrix<double> predictions
    )
    {
        Require(encoding.Schema, features, chosen.Length, predictions);
        for (int first = 0; first < chosen.Length; first += capacity)
        {
            int count = Math.Min(capacity, chosen.Length - first);
            Matrix<T> x = inputs.Slice(0, count);
            encoding.Apply(features, chosen.Slice(first, count), x);
            Answer(x, predictions.Slice(first, count));
        }
    }

    private void Answer(Matrix<T> x, Matrix<double> predictions)
    {
        Matrix<T> y = outputs.Slice(0, x.Columns);
        network.Predict(x, workspace, y);
        Interpret(y, predictions);
    }

    /// <summary>A cell of free text is the place of a text: without the texts it says nothing, and must not pass for an empty one.</summary>
    private static void RequireTexts(IReadOnlyList<Feature> schema, Matrix<double> features)
    {
        for (int i = 0; i < schema.Count; i++)
        {
            if (schema[i] is not TextFeature text)
            {
                continue;
            }
            for (int sample = 0; sample < features.Columns; sample++)
            {
                double cell = features[i, sample];
                if (!double.IsNaN(cell) && !(cell >= 0 && cell < text.Texts.Count && double.IsInteger(cell)))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant(
                            $"Column {Excerpt.Name(text.Name)} is free text, and cell {cell} of sample {sample} is none of its {text.Texts.Count} texts. "
                        )
                            + "Numbers alone tell no words: pass the table, or its schema with the cells, or NaN where the text is missing."
                    );
                }
            }
        }
    }

    private void Require(
        IReadOnlyList<Feature> schema,
        Matrix<double> features,
        int samples,
        Matrix<double> predictions
    )
    {
        if (features.Rows != schema.Count)
        {
            throw new ArgumentException(
                $"There are {features.Rows} features; the model knows {schema.Count}: "
                    + $"{Excerpt.List([.. schema.Select(feature => feature.Name)])}."
            );
        }
        if (predictions.Rows != target.Outputs || predictions.Columns != samples)
        {
            throw new ArgumentException(
                $"The room for predictions is {predictions.Rows} × {predictions.Columns}; "
                    + $"{samples} samples of this model need {target.Outputs} × {samples}."
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Interpret(Matrix<T> answers, Matrix<double> predictions)
    {
        if (target is NumberTarget number)
        {
            Precision.Widen<T>(answers.Values, predictions.Values);
            number.Scaling.Invert(predictions, predictions);
        }
        else if (answers.Rows == predictions.Rows)
        {
            Precision.Widen<T>(answers.Values, predictions.Values);
        }
        else
        {
            // One output for two classes: the probability of the second.
            for (int sample = 0; sample < answers.Columns; sample++)
            {
                double p = double.CreateTruncating(answers[0, sample]);
                predictions[0, sample] = 1 - p;
                predictions[1, sample] = p;
            }
        }
    }
}
