using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>A lesson on samples that stand on the command line.</summary>
internal static class TypedLesson
{
    /// <param name="inputs">Inputs × samples.</param>
    /// <param name="targets">Outputs × samples.</param>
    /// <param name="recipe">Hidden layers, seed and step.</param>
    /// <param name="output">What the last sums go through; null for what the weights' file says, or identity.</param>
    /// <param name="loss">The loss; null for what goes with the output.</param>
    /// <param name="weights">The weights; null for fresh ones.</param>
    /// <exception cref="UsageException">They do not fit each other.</exception>
    internal static Lesson Create(
        Matrix<double> inputs,
        Matrix<double> targets,
        Recipe recipe,
        Activation? output,
        Loss? loss,
        GivenWeights? weights
    )
    {
        Activation last = output ?? weights?.OutputActivation ?? Activation.Identity;
        LessonHead head = new(last, loss ?? LessonHead.Usual(last));
        head.Check(targets);
        SequentialNetwork<double> network = LessonNetwork.Build(inputs.Rows, targets.Rows, recipe, last, weights);
        Dataset<double> samples = new(inputs, targets);
        return new Lesson(network, head.Loss, recipe, samples, samples)
        {
            Source = "",
            InputNames = Numbered("x", inputs.Rows),
            OutputNames = Numbered("y", targets.Rows),
            Rows = [.. Enumerable.Range(1, inputs.Columns)],
        };
    }

    private static IReadOnlyList<string> Numbered(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"{name}{i}")];
}
