using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>What is left unexplained of the targets: by the network, and by the nearest other samples.</summary>
/// <param name="Network">Σ‖a − t‖²/Σ‖t − t̄‖², a the network's answers to samples that it learned from.</param>
/// <param name="Nearest">The same, where a is the mean target of the five samples whose inputs are nearest.</param>
/// <param name="Samples">How many samples were looked at.</param>
internal sealed record Unexplained(double Network, double Nearest, int Samples);

/// <summary>
/// Compares a network with nearest neighbours (Cover and Hart, 1967), which learn nothing and fit everything that is smooth: what they
/// explain of samples that the network learned from, it could have learned.
/// </summary>
internal static class Neighbours
{
    /// <summary>Each sample is compared with all others, so they are not many.</summary>
    private const int MostSamples = 400;

    /// <summary>The mean of so many targets evens out noise.</summary>
    private const int Nearest = 5;

    /// <summary>Null where there are too few samples, or their targets are all the same.</summary>
    internal static Unexplained? Compare<T>(SequentialNetwork<T> network, Dataset<T> training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dataset<T> data = Evenly.Take(training, MostSamples);
        if (data.Count <= 2 * Nearest)
        {
            return null;
        }
        double[][] targets = Columns(data.Targets);
        double[] mean = Mean(targets);
        double all = targets.Sum(target => SquaredDistance(target, mean));
        double[][] answers = Columns(network.Predict(data.Inputs));
        double[][] nearest = OfNeighbours(Columns(data.Inputs), targets);
        return all > 0
            ? new Unexplained(Error(answers, targets) / all, Error(nearest, targets) / all, data.Count)
            : null;
    }

    private static double Error(double[][] answers, double[][] targets) => answers.Zip(targets, SquaredDistance).Sum();

    private static double[][] OfNeighbours(double[][] inputs, double[][] targets)
    {
        double[][] answers = new double[inputs.Length][];
        double[] distances = new double[inputs.Length];
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            int[] others = [.. Enumerable.Range(0, inputs.Length)];
            for (int other = 0; other < inputs.Length; other++)
            {
                distances[other] =
                    other == sample ? double.PositiveInfinity : SquaredDistance(inputs[sample], inputs[other]);
            }
            Array.Sort(distances, others);
            answers[sample] = Mean([.. others[..Nearest].Select(other => targets[other])]);
        }
        return answers;
    }

    private static double[] Mean(double[][] vectors) =>
        [.. Enumerable.Range(0, vectors[0].Length).Select(i => vectors.Average(vector => vector[i]))];

    private static double SquaredDistance(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double[][] Columns<T>(Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [
            .. Enumerable
                .Range(0, matrix.Columns)
                .Select(column => matrix.Column(column).ToArray().Select(double.CreateTruncating).ToArray()),
        ];
}
