using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>A network whose output a lesson chose: with the weights that somebody wrote down, or with fresh ones.</summary>
internal static class LessonNetwork
{
    internal static SequentialNetwork<double> Build(
        int inputs,
        int outputs,
        Recipe recipe,
        Activation output,
        GivenWeights? weights
    )
    {
        if (weights is not null)
        {
            return weights.Build(inputs, outputs, recipe.Activation, output);
        }
        Architecture architecture = recipe.Hidden.Aggregate(
            Architecture.WithInputs(inputs),
            (before, units) => before.Dense(units, recipe.Activation, recipe.Initializer)
        );
        return architecture.Dense(outputs, output, recipe.Initializer).Build<double>(new Generator(recipe.Seed));
    }
}
