using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>What the data alone say, before anything is learned of them.</summary>
internal static class References
{
    /// <summary>So many one-hot targets are made at most.</summary>
    private const int MostTargets = 10_000_000;

    /// <summary>The loss of answers that know no input: the same probability for all classes, or the mean of a number.</summary>
    internal static double Loss<T>(Loss loss, Dataset<T> all)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Who knows no input gives all classes the same probability, whatever the sample: of very many classes a few samples tell as much as all.
        Dataset<T> data = all.Codes is null ? all : Evenly.Take(all, Math.Max(1, MostTargets / all.Outputs));
        Matrix<T> answers = new(data.Targets.Rows, data.Count);
        for (int output = 0; output < answers.Rows; output++)
        {
            T answer = loss switch
            {
                SoftmaxCrossEntropy or SigmoidBinaryCrossEntropy => T.Zero,
                CrossEntropy => T.One / T.CreateTruncating(answers.Rows),
                BinaryCrossEntropy => T.CreateTruncating(0.5),
                _ => T.CreateTruncating(Moments(data.Targets, output).Mean),
            };
            for (int sample = 0; sample < answers.Columns; sample++)
            {
                answers[output, sample] = answer;
            }
        }
        return double.CreateTruncating(loss.Evaluate(answers, data.Targets, data.SampleWeights.Span, default));
    }

    internal static IReadOnlyList<InputPlace> Inputs<T>(Matrix<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, inputs.Rows).Select(row => Place(inputs, row))];

    private static InputPlace Place<T>(Matrix<T> inputs, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double mean, double deviation) = Moments(inputs, row);
        return new InputPlace(row, mean, deviation);
    }

    private static (double Mean, double Deviation) Moments<T>(Matrix<T> values, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int sample = 0; sample < values.Columns; sample++)
        {
            sum += double.CreateTruncating(values[row, sample]);
        }
        double mean = sum / values.Columns;
        double squares = 0;
        for (int sample = 0; sample < values.Columns; sample++)
        {
            double difference = double.CreateTruncating(values[row, sample]) - mean;
            squares += difference * difference;
        }
        return (mean, Math.Sqrt(squares / values.Columns));
    }
}
