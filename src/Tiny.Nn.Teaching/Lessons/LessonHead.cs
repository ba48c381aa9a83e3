using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>Output activation and loss of a lesson: any that go together.</summary>
internal sealed record LessonHead(Activation Output, Loss Loss)
{
    /// <summary>The loss that goes with an output activation.</summary>
    internal static Loss Usual(Activation output) =>
        output == Activation.Sigmoid ? Loss.BinaryCrossEntropy
        : output == Activation.Softmax ? Loss.CrossEntropy
        : Loss.SquaredError;

    /// <exception cref="LessonException">The loss has no value for such outputs or such targets.</exception>
    internal void Check(Matrix<double> targets)
    {
        bool isEntropy = Loss is BinaryCrossEntropy or CrossEntropy;
        bool isProbability = Output == Activation.Sigmoid || Output == Activation.Softmax;
        if (isEntropy && !isProbability || Loss is CrossEntropy && Output != Activation.Softmax)
        {
            string wanted = Loss is CrossEntropy ? "softmax" : "sigmoid";
            throw new LessonException(
                $"The loss compares probabilities, and {Output} gives none.",
                word => word(LessonSetting.Loss, Loss.Name),
                word => $"Give {word(LessonSetting.OutputActivation, wanted)}, or another loss."
            );
        }
        if (Output == Activation.Softmax && targets.Rows == 1)
        {
            throw new LessonException(
                "Softmax of a single number is always 1.",
                word => word(LessonSetting.OutputActivation, "softmax"),
                word => $"Give {word(LessonSetting.OutputActivation, "sigmoid")}, or several targets."
            );
        }
        for (int sample = 0; Loss is CrossEntropy && sample < targets.Columns; sample++)
        {
            double sum = targets.Column(sample).ToArray().Sum();
            if (Math.Abs(sum - 1) > 1e-9)
            {
                throw new LessonException(
                    FormattableString.Invariant($"The targets of a sample add up to {sum}, and those of classes to 1."),
                    word => word(LessonSetting.Loss, Loss.Name),
                    _ => "Give a probability for each class, or another loss."
                );
            }
        }
        foreach (double target in targets.Values)
        {
            if (isEntropy && target is not (>= 0 and <= 1))
            {
                throw new LessonException(
                    FormattableString.Invariant($"A target is {target}, and the loss compares probabilities."),
                    word => word(LessonSetting.Loss, Loss.Name),
                    word => $"Give targets from 0 to 1, or {word(LessonSetting.Loss, "squared-error")}."
                );
            }
        }
    }
}
