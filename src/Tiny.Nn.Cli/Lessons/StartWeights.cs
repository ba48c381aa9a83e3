using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>The flag of weights that a training starts with, where somebody wrote them down.</summary>
internal sealed class StartWeights
{
    private readonly Option<string?> weights = new("--weights")
    {
        Description =
            "Weights and biases to start with, by hand: a JSON file, see docs/trace.md. It says which layers there are.",
    };

    private GivenWeights? file;

    internal Option Flag => weights;

    /// <summary>The recipe of a network with these weights.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="recipe">What the other flags say.</param>
    /// <param name="options">The flags that say how a network starts.</param>
    /// <param name="others">Flags that want more than one network.</param>
    /// <exception cref="UsageException">The file cannot be used, or another flag says otherwise.</exception>
    internal Recipe Read(ParseResult parsed, Recipe recipe, RecipeOptions options, params IEnumerable<Option> others)
    {
        Given.RefuseBeside(
            parsed,
            weights,
            "the file says which layers there are, and what each starts with.",
            [options.Named, .. NetworkSettings.OfStart.Select(options.Of)]
        );
        Given.RefuseBeside(parsed, weights, "one network starts with them.", others);
        if (parsed.GetValue(weights) is not { } path)
        {
            return recipe;
        }
        return LessonDraft.Guard(() =>
        {
            file = GivenWeightsFile.Read(path);
            Recipe described = file.Describe(recipe);
            Option hidden = options.Of(NetworkSettings.Hidden);
            return !Given.Has(parsed, hidden) || recipe.Hidden.SequenceEqual(described.Hidden)
                ? described
                : throw Given.Contradiction(
                    weights.Name,
                    hidden.Name,
                    $"the file has the hidden layers {string.Join(',', described.Hidden.DefaultIfEmpty(0))}."
                );
        });
    }

    /// <summary>The network of a plan as training begins: with the weights of the file, if there is one.</summary>
    /// <exception cref="UsageException">They do not fit the data.</exception>
    internal SequentialNetwork<float> Build(Plan<float> plan)
    {
        SequentialNetwork<float> network = plan.Build();
        return LessonDraft.Guard(() =>
        {
            file?.Fill(network);
            return file?.OutputActivation is { } output && output != network.Architecture.OutputActivation
                ? throw new LessonException(
                    $"The last layer is {output}, and this target wants {network.Architecture.OutputActivation}.",
                    file.Path,
                    "Leave the activation of the last layer out."
                )
                : network;
        });
    }
}
