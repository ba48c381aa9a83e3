using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// What the bags together say of rows that their networks had not learned from: the weighted mean of their answers. It judges where no test rows
/// were set aside, and of classes it tells how sure of themselves the probabilities may be.
/// </summary>
internal sealed class Blend
{
    private readonly ModelTarget target;
    private readonly TargetColumn actual;
    private readonly Matrix<double> answers;
    private readonly ImmutableArray<int> rows;
    private readonly double inverseTemperature = 1;

    private Blend(ModelTarget target, TargetColumn actual, Matrix<double> answers, ImmutableArray<int> rows)
    {
        this.target = target;
        this.actual = actual;
        this.answers = answers;
        this.rows = rows;
        if (target is ClassTarget classes && rows.Length > 0)
        {
            inverseTemperature = Temperature.Fit(Logarithms(classes));
        }
    }

    /// <summary>What becomes of the mean of all networks' probabilities: networks that learned from smoothed labels are less sure than they may be.</summary>
    internal Calibration Calibration =>
        target is ClassTarget && rows.Length > 0 ? new Calibration(inverseTemperature, UniformShare) : Calibration.None;

    /// <summary>A class that was never met at such a place is about as probable as one row of so many.</summary>
    private double UniformShare => 1.0 / (rows.Length + 1);

    /// <summary>The blend of trained bags.</summary>
    /// <param name="bags">One at least, of the same rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="actual">The target column.</param>
    internal static Blend Of<T>(IReadOnlyList<TrainedBag<T>> bags, ModelTarget target, TargetColumn actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> rows = bags[0].Plan.Rows;
        Matrix<double> answers = new(target.Outputs, rows.Length);
        double weights = bags.Sum(bag => bag.Bag.Weight);
        foreach (TrainedBag<T> bag in bags)
        {
            WeightedSum.Add(answers.Values, bag.OutOfFold(target.Outputs).Values, bag.Bag.Weight / weights);
        }
        int[] judged = [.. Enumerable.Range(0, rows.Length).Where(place => !double.IsNaN(answers[0, place]))];
        return new Blend(target, actual, Samples.Select(answers, judged), [.. Rows.Pick(rows, judged)]);
    }

    /// <summary>The answers beside what is true; null where every network learned from all rows.</summary>
    internal Predictions? Predictions()
    {
        if (rows.IsEmpty)
        {
            return null;
        }
        Matrix<double> said = new(answers.Rows, answers.Columns);
        answers.CopyTo(said);
        if (target is ClassTarget classes)
        {
            Calibration.Apply(said);
            return ClassPredictions.Create(rows, classes, said, [.. Codes(classes)]);
        }
        NumberTarget number = (NumberTarget)target;
        number.ToNumbers(said);
        return new NumberPredictions(
            rows,
            [.. said.Values],
            [.. Rows.Pick(actual.Numbers().Span, rows.AsSpan())],
            [.. Enumerable.Repeat(number.Scaling.Mean[0], rows.Length)]
        )
        {
            Unit = number.Unit,
        };
    }

    private Logits Logarithms(ClassTarget classes)
    {
        double[] weights = new double[rows.Length];
        Array.Fill(weights, 1);
        Logits logits = new(answers.Rows, Codes(classes), weights);
        Matrix<double> logarithms = new(answers.Rows, answers.Columns);
        Elementwise.Map(default(Logarithm), answers.Values, logarithms.Values);
        logits.Take(logarithms);
        return logits;
    }

    private int[] Codes(ClassTarget classes) => Rows.Pick(actual.CodesAmong(classes.Classes).Span, rows.AsSpan());

    /// <summary>ln p, of a probability that is not quite 0.</summary>
    private readonly struct Logarithm : IUnary
    {
        private const double Least = 1e-30;

        public V Invoke<V>(V p)
            where V : struct, ILanes<V> => Elementary.Log(Elementary.Max(p, V.Constant(Least)));
    }
}
