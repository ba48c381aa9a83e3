using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// How much each of many bags counts: again and again that bag is taken once more which makes the mean of all taken so far best on rows that its
/// networks had not learned from. Half of the weight is shared out so, the other half equally: what is chosen by few rows is partly chosen by
/// chance.
/// </summary>
/// <remarks>Caruana, Niculescu-Mizil, Crew, Ksikes, "Ensemble Selection from Libraries of Models", 2004.</remarks>
internal static class GreedyBlend
{
    private const int Rounds = 40;
    private const double Shrinkage = 0.5;

    /// <summary>A weight for each bag; their sum is 1.</summary>
    /// <param name="bags">One at least, of the same rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="actual">The target column.</param>
    internal static double[] Weights<T>(IReadOnlyList<TrainedBag<T>> bags, ModelTarget target, TargetColumn actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> rows = bags[0].Plan.Rows;
        Matrix<double>[] answers = [.. bags.Select(bag => bag.OutOfFold(target.Outputs))];
        int[] judged =
        [
            .. Enumerable.Range(0, rows.Length).Where(place => !answers.Any(one => double.IsNaN(one[0, place]))),
        ];
        int[] judgedRows = Rows.Pick(rows, judged);
        Func<Matrix<double>, int, double> loss = target is ClassTarget classes
            ? LogLoss(Rows.Pick(actual.CodesAmong(classes.Classes).Span, judgedRows))
            : SquaredError(target.Encode<double>(actual, judgedRows, 1));
        int[] taken = Take([.. answers.Select(one => Training.Samples.Select(one, judged))], loss);
        return
        [
            .. taken.Select(times =>
                judged.Length == 0 ? 1.0 / bags.Count : (1 - Shrinkage) * times / Rounds + Shrinkage / bags.Count
            ),
        ];
    }

    /// <summary>How often each is taken.</summary>
    /// <param name="answers">Of each bag: outputs × rows.</param>
    /// <param name="loss">The sum of the losses of answers that were divided by a number.</param>
    private static int[] Take(Matrix<double>[] answers, Func<Matrix<double>, int, double> loss)
    {
        int[] taken = new int[answers.Length];
        Matrix<double> sum = new(answers[0].Rows, answers[0].Columns);
        Matrix<double> tried = new(sum.Rows, sum.Columns);
        for (int round = 1; round <= Rounds; round++)
        {
            double Try(int bag)
            {
                Add(sum, answers[bag], tried);
                return loss(tried, round);
            }
            int best = Enumerable.Range(0, answers.Length).MinBy(Try);
            taken[best]++;
            Add(sum, answers[best], sum);
        }
        return taken;
    }

    private static void Add(Matrix<double> one, Matrix<double> other, Matrix<double> sum)
    {
        for (int i = 0; i < sum.Values.Length; i++)
        {
            sum.Values[i] = one.Values[i] + other.Values[i];
        }
    }

    /// <summary>Σ −ln p of the actual class, a little of the uniform distribution mixed in.</summary>
    private static Func<Matrix<double>, int, double> LogLoss(int[] codes) =>
        (sum, count) =>
        {
            double loss = 0;
            double uniform = 1.0 / (codes.Length + 1);
            for (int row = 0; row < codes.Length; row++)
            {
                double p = sum[codes[row], row] / count;
                loss -= Log((1 - uniform) * p + uniform / sum.Rows);
            }
            return loss;
        };

    private static Func<Matrix<double>, int, double> SquaredError(Matrix<double> numbers) =>
        (sum, count) =>
        {
            double loss = 0;
            for (int row = 0; row < numbers.Columns; row++)
            {
                double error = sum[0, row] / count - numbers[0, row];
                loss += error * error;
            }
            return loss;
        };

    private static double Log(double x) => Elementary.Scalar(x, Elementary.Log);
}
