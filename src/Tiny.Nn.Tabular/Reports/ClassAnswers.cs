using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Asks a classifier about rows of a table: all at once, or, where there would be too many probabilities, portion by portion.</summary>
/// <param name="model">The model.</param>
/// <param name="target">Its classes.</param>
/// <param name="table">Has the model's features, in its order.</param>
internal sealed class ClassAnswers<T>(Model<T> model, ClassTarget target, Table table)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many probabilities are kept: a few hundred megabytes.</summary>
    internal const long MostKept = 1 << 24;

    private const int Portion = 256;

    /// <param name="rows">Which rows.</param>
    /// <param name="codes">The actual class of each of them.</param>
    /// <exception cref="DataException">A prediction is not finite.</exception>
    internal ClassPredictions Ask(ImmutableArray<int> rows, ImmutableArray<int> codes)
    {
        if (target.Classes.Count == 2 || (long)target.Classes.Count * rows.Length <= MostKept)
        {
            return ClassPredictions.Create(rows, target, Predict(rows.AsSpan()), codes);
        }
        KeptAnswer[] answers = new KeptAnswer[rows.Length];
        for (int first = 0; first < rows.Length; first += Portion)
        {
            int count = Math.Min(Portion, rows.Length - first);
            Matrix<double> probabilities = Predict(rows.AsSpan(first, count));
            for (int i = 0; i < count; i++)
            {
                answers[first + i] = Keep(probabilities.Column(i), codes[first + i]);
            }
        }
        return ClassPredictions.Create(rows, target, answers, place => Predict([rows[place]]).Values.ToArray());
    }

    private Matrix<double> Predict(ReadOnlySpan<int> rows)
    {
        Matrix<double> predictions = model.Predict(table, rows);
        FinitePredictions.Require(predictions, table, rows);
        return predictions;
    }

    private KeptAnswer Keep(ReadOnlySpan<double> probabilities, int actual)
    {
        int predicted = target.Choose(probabilities);
        return new KeptAnswer(
            predicted,
            actual,
            probabilities[predicted],
            probabilities[actual],
            BrierScore.OfSample(probabilities, actual)
        );
    }
}
