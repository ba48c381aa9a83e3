using System.Numerics;
using Tiny.Nn.Data;
using Tiny.Nn.Metrics;
using Tiny.Nn.Models;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Experiments;

/// <summary>Asks a model about labelled rows and compares.</summary>
public static class Evaluation
{
    /// <summary>Evaluates on all rows of a table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Has the model's features, in its order, and its target.</param>
    /// <exception cref="DataException">The target is missing, or holds what the model cannot predict.</exception>
    public static Report Run<T>(Model<T> model, Table<T> table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return Run(model, table, [.. Enumerable.Range(0, table.Rows)]);
    }

    /// <summary>Evaluates on some rows of a table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Has the model's features, in its order, and its target.</param>
    /// <param name="rows">Which rows, at least one.</param>
    /// <exception cref="DataException">The target is missing, or holds what the model cannot predict.</exception>
    public static Report Run<T>(Model<T> model, Table<T> table, ReadOnlySpan<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        TargetColumn target =
            table.Target
            ?? throw new DataException(
                $"There is no column '{model.Target.Name}' to compare the predictions with.",
                table.Source,
                "Add it, or ask for predictions only."
            );
        Matrix<T> predictions = model.Predict(Samples.Select(table.Features, rows));
        return model.Target is ClassTarget classes
            ? Compare(classes, predictions, Pick(target.CodesAmong(classes.Classes).Span, rows))
            : Compare(predictions, Pick(target.Numbers().Span, rows));
    }

    private static ClassReport Compare<T>(ClassTarget target, Matrix<T> probabilities, int[] actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] predicted = new int[actual.Length];
        OneHot.Decode(probabilities, predicted);
        ConfusionMatrix confusion = new(predicted, actual, target.Classes.Count);
        return new ClassReport(target.Classes, confusion, LogLoss.Mean(probabilities, actual));
    }

    private static NumberReport Compare<T>(Matrix<T> predictions, double[] actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] predicted = [.. predictions.Values.ToArray().Select(double.CreateTruncating)];
        return new NumberReport(actual.Length, RegressionMetrics.Measure<double>(predicted, actual));
    }

    private static TItem[] Pick<TItem>(ReadOnlySpan<TItem> items, ReadOnlySpan<int> rows)
    {
        TItem[] picked = new TItem[rows.Length];
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = items[rows[i]];
        }
        return picked;
    }
}
