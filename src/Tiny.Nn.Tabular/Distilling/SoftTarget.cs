using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>What the answers of a large model ask of a small network: probabilities in place of classes, predicted numbers in place of true ones.</summary>
/// <param name="Target">What the small model predicts: what the large one does.</param>
/// <param name="Outputs">How many outputs the network has.</param>
/// <param name="Activation">Their activation.</param>
/// <param name="Loss">What compares them with the answers.</param>
internal sealed record SoftTarget(ModelTarget Target, int Outputs, Activation Activation, Loss Loss)
{
    /// <param name="target">What the large model predicts.</param>
    /// <param name="answers">What it says of the rows that are learned from: outputs × samples.</param>
    /// <param name="regressionLoss">The loss of numbers.</param>
    internal static SoftTarget Of(ModelTarget target, Matrix<double> answers, Loss regressionLoss) =>
        target switch
        {
            ClassTarget { Classes.Count: 2 } two => new(two, 1, Activation.Sigmoid, new BinaryCrossEntropy()),
            ClassTarget classes => new(classes, classes.Classes.Count, Activation.Softmax, new CrossEntropy()),
            NumberTarget number => new(
                number with
                {
                    Scaling = Standardization.Fit(answers),
                },
                1,
                Activation.Identity,
                regressionLoss
            ),
            _ => throw new ArgumentException($"Nobody knows how a {target.GetType().Name} is learned.", nameof(target)),
        };

    /// <summary>Answers as the network should give them.</summary>
    /// <param name="answers">Classes × samples, or 1 × samples.</param>
    /// <returns>outputs × samples.</returns>
    internal Matrix<T> Encode<T>(Matrix<double> answers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<double> wide = new(Outputs, answers.Columns);
        if (Target is NumberTarget number)
        {
            number.Scaling.Apply(answers, wide);
        }
        else
        {
            // Of two classes the one output is the probability of the second.
            for (int sample = 0; sample < answers.Columns; sample++)
            {
                answers.Column(sample)[^Outputs..].CopyTo(wide.Column(sample));
            }
        }
        Matrix<T> targets = new(Outputs, answers.Columns);
        Precision.Narrow(wide.Values, targets.Values);
        return targets;
    }
}
