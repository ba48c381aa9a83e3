using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>A lesson on samples that are given as numbers.</summary>
internal static class TypedLesson
{
    /// <param name="inputs">The numbers of each sample.</param>
    /// <param name="expected">The targets of each sample, as many samples.</param>
    /// <param name="recipe">Hidden layers, seed and step.</param>
    /// <param name="output">What the last sums go through; null for what the weights' file says, or identity.</param>
    /// <param name="loss">The loss; null for what goes with the output.</param>
    /// <param name="weights">The weights; null for fresh ones.</param>
    /// <exception cref="LessonException">They do not fit each other.</exception>
    internal static Lesson Create(
        double[][] inputs,
        double[][] expected,
        Recipe recipe,
        Activation? output,
        Loss? loss,
        GivenWeights? weights
    )
    {
        Matrix<double> x = Columns(inputs, LessonSetting.Inputs);
        Matrix<double> targets = Columns(expected, LessonSetting.Targets);
        Activation last = output ?? weights?.OutputActivation ?? Activation.Identity;
        LessonHead head = new(last, loss ?? LessonHead.Usual(last));
        head.Check(targets);
        SequentialNetwork<double> network = LessonNetwork.Build(x.Rows, targets.Rows, recipe, last, weights);
        Dataset<double> samples = new(x, targets);
        return new Lesson(network, head.Loss, recipe, samples, samples)
        {
            Source = "",
            InputNames = Numbered("x", x.Rows),
            OutputNames = Numbered("y", targets.Rows),
            Rows = [.. Enumerable.Range(1, x.Columns)],
        };
    }

    /// <summary>Numbers × samples.</summary>
    private static Matrix<double> Columns(double[][] samples, LessonSetting setting) =>
        Array.Find(samples, sample => sample.Length != samples[0].Length) is { } odd
            ? throw new LessonException(
                $"One has {samples[0].Length} numbers and another {odd.Length}.",
                word => word(setting, ""),
                _ => "Give each sample as many numbers as the others."
            )
            : new Matrix<double>(samples[0].Length, samples.Length, [.. samples.SelectMany(sample => sample)]);

    private static IReadOnlyList<string> Numbered(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"{name}{i}")];
}
