using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// Keeps account of what a network says, epoch by epoch, of the class of each sample.
/// Swayamdipta et al., "Dataset Cartography", 2020: samples of low confidence over the epochs are often labelled wrongly.
/// </summary>
internal sealed class LabelWatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many samples are asked about.</summary>
    private const int MostAsked = 10_000;

    /// <summary>So many probabilities are looked at: of many classes fewer samples are asked about.</summary>
    private const int MostAnswers = 10_000_000;

    private readonly SequentialNetwork<T> network;
    private readonly Matrix<T> inputs;
    private readonly Matrix<T> answers;
    private readonly Workspace<T> workspace;
    private readonly int[] samples;
    private readonly int[] labels;
    private readonly double[] own;
    private readonly int[] contradictions;
    private readonly int[,] taken;

    private LabelWatch(SequentialNetwork<T> network, Dataset<T> data, int classes)
    {
        this.network = network;
        Classes = classes;
        samples = Evenly.Places(data.Count, Math.Clamp(MostAnswers / classes, 1, MostAsked));
        inputs = samples.Length == data.Count ? data.Inputs : Samples.Select(data.Inputs, samples);
        labels =
        [
            .. samples.Select(sample =>
                data.Codes is { } codes ? codes.Span[sample] : MostLikely(data.Targets, sample)
            ),
        ];
        answers = new Matrix<T>(network.Outputs, samples.Length);
        workspace = network.CreateWorkspace(Math.Min(samples.Length, 256));
        own = new double[samples.Length];
        contradictions = new int[samples.Length];
        taken = new int[samples.Length, classes];
    }

    /// <summary>How many classes there are.</summary>
    internal int Classes { get; }

    /// <summary>How often it asked.</summary>
    internal int Looks { get; private set; }

    /// <summary>What was said of each sample.</summary>
    internal IReadOnlyList<SamplePlace> Places => [.. samples.Select((sample, i) => Place(sample, i))];

    /// <summary>A watch; null for a network that does not answer with the probabilities of one class among several.</summary>
    internal static LabelWatch<T>? Create(SequentialNetwork<T> network, Dataset<T> data)
    {
        Activation output = network.Architecture.OutputActivation;
        bool isOneOfTwo = output == Activation.Sigmoid && network.Outputs == 1;
        bool isOneOfSeveral = output is Softmax;
        return isOneOfTwo || isOneOfSeveral ? new LabelWatch<T>(network, data, Math.Max(network.Outputs, 2)) : null;
    }

    /// <summary>Asks about all samples.</summary>
    internal void Look()
    {
        network.Predict(inputs, workspace, answers);
        Looks++;
        for (int i = 0; i < samples.Length; i++)
        {
            int predicted = MostLikely(answers, i);
            own[i] += Probability(i, labels[i]);
            contradictions[i] += predicted != labels[i] && Probability(i, predicted) > SuspectLabelsRule.Sure ? 1 : 0;
            taken[i, predicted]++;
        }
    }

    private SamplePlace Place(int sample, int i)
    {
        int predicted = Enumerable.Range(0, Classes).MaxBy(k => taken[i, k]);
        return new SamplePlace(
            sample,
            labels[i],
            predicted,
            Looks == 0 ? 0 : own[i] / Looks,
            Looks == 0 ? 0 : (double)contradictions[i] / Looks
        );
    }

    private double Probability(int i, int of)
    {
        double first = double.CreateTruncating(answers[answers.Rows == 1 ? 0 : of, i]);
        return answers.Rows > 1 || of == 1 ? first : 1 - first;
    }

    /// <summary>The class of the largest number; of one number, whether it is above ½.</summary>
    private static int MostLikely(Matrix<T> values, int sample)
    {
        if (values.Rows == 1)
        {
            return double.CreateTruncating(values[0, sample]) > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < values.Rows; k++)
        {
            best = values[k, sample] > values[best, sample] ? k : best;
        }
        return best;
    }
}
