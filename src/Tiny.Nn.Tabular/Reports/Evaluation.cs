using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Asks a model about labelled rows and compares.</summary>
public static class Evaluation
{
    /// <summary>Evaluates on all rows of a table; beside the report stands what the training rows alone would have said, where the model knows that.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Has the model's features, in its order, and its target.</param>
    /// <exception cref="DataException">
    /// The features are not the model's, the target is missing or holds what the model cannot predict, or a prediction is not finite.
    /// </exception>
    public static Report Run<T>(Model<T> model, Table table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        return Run(model, table, [.. Enumerable.Range(0, table.Rows)]);
    }

    /// <summary>Evaluates on some rows of a table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Has the model's features, in its order, and its target.</param>
    /// <param name="rows">Which rows, at least one.</param>
    /// <exception cref="DataException">
    /// The features are not the model's, the target is missing or holds what the model cannot predict, or a prediction is not finite.
    /// </exception>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static Report Run<T>(Model<T> model, Table table, ReadOnlySpan<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return Baselines.Report(model.Target, Predict(model, table, rows));
    }

    /// <summary>What a model says of some rows of a table, beside what is true.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Has the model's features, in its order, and its target.</param>
    /// <param name="rows">Which rows.</param>
    /// <exception cref="DataException">
    /// The features are not the model's, the target is missing or holds what the model cannot predict, or a prediction is not finite.
    /// </exception>
    public static Predictions Predict<T>(Model<T> model, Table table, ReadOnlySpan<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        RequireFeatures(model, table);
        TargetColumn target =
            table.Target
            ?? throw new DataException(
                $"There is no column {Excerpt.Name(model.Target.Name)} to compare the predictions with.",
                table.Source,
                "Add it, or ask for predictions only."
            );
        target.RequireUnit((model.Target as NumberTarget)?.Unit);
        return model.Target switch
        {
            ClassTarget classes => new ClassAnswers<T>(model, classes, table).Ask(
                [.. rows],
                [.. Rows.Pick(target.CodesAmong(classes.Classes).Span, rows)]
            ),
            NumberTarget number => new NumberPredictions(
                [.. rows],
                Numbers(model, table, rows),
                [.. Rows.Pick(target.Numbers().Span, rows)],
                [.. Enumerable.Repeat(number.Scaling.Mean[0], rows.Length)]
            )
            {
                Unit = number.Unit,
            },
            _ => throw new ArgumentException($"A {model.Target.GetType().Name} has no report."),
        };
    }

    /// <summary>As many columns in another order fit the network as well, and all answers would be wrong.</summary>
    private static void RequireFeatures<T>(Model<T> model, Table table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!table.FeatureNames.SequenceEqual(model.FeatureNames, StringComparer.Ordinal))
        {
            throw new DataException(
                $"The features are {Excerpt.List(table.FeatureNames)}; the model knows {Excerpt.List(model.FeatureNames)}, in this order.",
                table.Source,
                "Read the table for this model: CsvTable.Read(path, model.FeatureNames, model.Target.Name)."
            );
        }
    }

    private static ImmutableArray<double> Numbers<T>(Model<T> model, Table table, ReadOnlySpan<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<double> predictions = model.Predict(table, rows);
        FinitePredictions.Require(predictions, table, rows);
        return [.. predictions.Values];
    }
}
