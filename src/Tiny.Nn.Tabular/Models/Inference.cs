using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Models;

/// <summary>From cells to predictions: encode, run the networks, interpret their outputs; portion by portion, in memory taken beforehand.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Inference<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many samples are worked on at a time where nobody wants another number.</summary>
    internal const int UsualCapacity = 256;

    private readonly BagInference<T>[] bags;
    private readonly ModelTarget target;
    private readonly Calibration calibration;
    private readonly int capacity;
    private readonly Matrix<double> answers;
    private readonly double allWeights;
    private readonly bool hasTexts;

    /// <param name="bags">From inputs to outputs.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="calibration">What becomes of the mean of probabilities.</param>
    /// <param name="capacity">How many samples a portion has.</param>
    internal Inference(IReadOnlyList<Bag<T>> bags, ModelTarget target, Calibration calibration, int capacity)
    {
        this.bags = [.. bags.Select(bag => new BagInference<T>(bag, capacity))];
        this.target = target;
        this.calibration = calibration;
        this.capacity = capacity;
        answers = bags.Count == 1 ? default : new Matrix<double>(target.Outputs, capacity);
        allWeights = bags.Sum(bag => bag.Weight);
        hasTexts = bags[0].Encoding.Schema.Any(feature => feature is TextFeature);
    }

    /// <summary>Predictions for samples as they stand in a file, not preprocessed.</summary>
    /// <param name="encodings">From these very cells to the inputs of each bag's networks: free text has other texts in each table.</param>
    /// <param name="features">Features × samples, of any number; NaN where a cell is missing.</param>
    /// <param name="predictions">Receives a probability per class, classes × samples; or the predicted numbers, 1 × samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the model, or a cell of free text is none of the schema's texts.</exception>
    internal void Predict(IReadOnlyList<TableEncoding> encodings, Matrix<double> features, Matrix<double> predictions)
    {
        Require(encodings[0].Schema, features.Rows, features.Columns, predictions);
        for (int sample = 0; sample < features.Columns && hasTexts; sample++)
        {
            RequireTexts(encodings[0].Schema, features.Column(sample), sample);
        }
        for (int first = 0; first < features.Columns; first += capacity)
        {
            int count = Math.Min(capacity, features.Columns - first);
            for (int bag = 0; bag < bags.Length; bag++)
            {
                encodings[bag].Apply(features.Slice(first, count), bags[bag].Inputs(count));
            }
            Answer(predictions.Slice(first, count));
        }
    }

    /// <summary>The same for some of the samples.</summary>
    /// <param name="encodings">From these very cells to the inputs of each bag's networks.</param>
    /// <param name="features">Features × samples.</param>
    /// <param name="chosen">Which of the samples.</param>
    /// <param name="predictions">Receives what is predicted, outputs × chosen samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit the model.</exception>
    internal void Predict(
        IReadOnlyList<TableEncoding> encodings,
        TableCells features,
        ReadOnlySpan<int> chosen,
        Matrix<double> predictions
    )
    {
        Require(encodings[0].Schema, features.Rows, chosen.Length, predictions);
        double[] cells = new double[hasTexts ? features.Rows : 0];
        for (int i = 0; i < chosen.Length && hasTexts; i++)
        {
            features.CopyTo(chosen.Slice(i, 1), new Matrix<double>(features.Rows, 1, cells));
            RequireTexts(encodings[0].Schema, cells, chosen[i]);
        }
        for (int first = 0; first < chosen.Length; first += capacity)
        {
            int count = Math.Min(capacity, chosen.Length - first);
            for (int bag = 0; bag < bags.Length; bag++)
            {
                encodings[bag].Apply(features, chosen.Slice(first, count), bags[bag].Inputs(count));
            }
            Answer(predictions.Slice(first, count));
        }
    }

    /// <summary>Σ wᵦ·pᵦ/Σ wᵦ over the bags, whose inputs are there.</summary>
    private void Answer(Matrix<double> predictions)
    {
        bags[0].Answer(predictions);
        if (bags.Length > 1)
        {
            Scale(predictions.Values, bags[0].Weight / allWeights);
            foreach (BagInference<T> bag in bags.AsSpan(1))
            {
                Matrix<double> more = answers.Slice(0, predictions.Columns);
                bag.Answer(more);
                WeightedSum.Add(predictions.Values, more.Values, bag.Weight / allWeights);
            }
        }
        if (target is NumberTarget number)
        {
            number.ToNumbers(predictions);
        }
        else
        {
            calibration.Apply(predictions);
        }
    }

    private static void Scale(Span<double> sum, double factor)
    {
        foreach (ref double value in sum)
        {
            value *= factor;
        }
    }

    /// <summary>A cell of free text is the place of a text: without the texts it says nothing, and must not pass for an empty one.</summary>
    private static void RequireTexts(IReadOnlyList<Feature> schema, ReadOnlySpan<double> cells, int sample)
    {
        for (int i = 0; i < schema.Count; i++)
        {
            double cell = cells[i];
            if (
                schema[i] is TextFeature text
                && !double.IsNaN(cell)
                && !(cell >= 0 && cell < text.Texts.Count && double.IsInteger(cell))
            )
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

    private void Require(IReadOnlyList<Feature> schema, int features, int samples, Matrix<double> predictions)
    {
        if (features != schema.Count)
        {
            throw new ArgumentException(
                $"There are {features} features; the model knows {schema.Count}: "
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
}
