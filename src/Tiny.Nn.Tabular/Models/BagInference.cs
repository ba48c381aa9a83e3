using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Models;

/// <summary>From the inputs of a bag's networks to its answer, in memory taken beforehand.</summary>
/// <param name="bag">The networks.</param>
/// <param name="capacity">How many samples there are at most.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BagInference<T>(Bag<T> bag, int capacity)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Workspace<T> workspace = bag.Networks[0].CreateWorkspace(capacity);
    private readonly Matrix<T> inputs = new(bag.Networks[0].Inputs, capacity);
    private readonly Matrix<T> outputs = new(bag.Networks[0].Outputs, capacity);
    private readonly Matrix<double> one = new(bag.Networks[0].Outputs, capacity);
    private readonly Matrix<double> mean = new(bag.Networks[0].Outputs, bag.Networks.Count > 1 ? capacity : 0);

    /// <summary>How much the bag counts beside others.</summary>
    internal double Weight => bag.Weight;

    /// <summary>Where the inputs of so many samples are expected.</summary>
    internal Matrix<T> Inputs(int samples) => inputs.Slice(0, samples);

    /// <summary>The bag's answer to the inputs.</summary>
    /// <param name="answer">Receives probabilities of classes, or numbers as the networks learned them: outputs × samples.</param>
    internal void Answer(Matrix<double> answer) =>
        Spread(bag.Networks.Count == 1 ? Run(bag.Networks[0], answer.Columns) : Mean(answer.Columns), answer);

    /// <summary>The outputs of a network, in double.</summary>
    private Matrix<double> Run(SequentialNetwork<T> network, int samples)
    {
        Matrix<T> y = outputs.Slice(0, samples);
        Matrix<double> wide = one.Slice(0, samples);
        network.Predict(Inputs(samples), workspace, y);
        Precision.Widen<T>(y.Values, wide.Values);
        return wide;
    }

    /// <summary>The mean of the networks' outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Matrix<double> Mean(int samples)
    {
        Matrix<double> sum = mean.Slice(0, samples);
        sum.Values.Clear();
        double share = 1.0 / bag.Networks.Count;
        foreach (SequentialNetwork<T> network in bag.Networks)
        {
            WeightedSum.Add(sum.Values, Run(network, samples).Values, share);
        }
        return sum;
    }

    /// <summary>One output for two classes is the probability of the second.</summary>
    internal static void Spread(Matrix<double> outputs, Matrix<double> answer)
    {
        if (outputs.Rows == answer.Rows)
        {
            outputs.CopyTo(answer);
            return;
        }
        for (int sample = 0; sample < answer.Columns; sample++)
        {
            double p = outputs[0, sample];
            answer[0, sample] = 1 - p;
            answer[1, sample] = p;
        }
    }
}
