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

    internal Option Flag => weights;

    /// <summary>What the file says; null where there is none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The flags that say how a network starts.</param>
    /// <param name="others">Flags that want more than one network.</param>
    /// <exception cref="UsageException">The file cannot be used, or another flag says otherwise.</exception>
    internal GivenWeights? Read(ParseResult parsed, RecipeOptions options, params IEnumerable<Option> others)
    {
        Given.RefuseBeside(
            parsed,
            weights,
            "the file says which layers there are, and what each starts with.",
            [options.Named, .. NetworkSettings.OfStart.Select(options.Of)]
        );
        Given.RefuseBeside(parsed, weights, "one network starts with them.", others);
        return parsed.GetValue(weights) is { } path ? LessonDraft.Guard(() => GivenWeightsFile.Read(path)) : null;
    }

    /// <summary>The recipe of a network with these weights.</summary>
    /// <exception cref="UsageException">They cannot be those of a recipe, or another flag says otherwise.</exception>
    internal Recipe Describe(ParseResult parsed, GivenWeights? given, Recipe recipe, RecipeOptions options)
    {
        if (given is null)
        {
            return recipe;
        }
        Recipe described = LessonDraft.Guard(() => given.Describe(recipe));
        Option hidden = options.Of(NetworkSettings.Hidden);
        return !Given.Has(parsed, hidden) || recipe.Hidden.SequenceEqual(described.Hidden)
            ? described
            : throw Given.Contradiction(
                weights.Name,
                hidden.Name,
                $"the file has the hidden layers {string.Join(',', described.Hidden.DefaultIfEmpty(0))}."
            );
    }

    /// <summary>The network of a plan as training begins: with the weights of the file, if there is one.</summary>
    /// <exception cref="UsageException">They do not fit the data.</exception>
    internal static SequentialNetwork<float> Build(Plan<float> plan, GivenWeights? given)
    {
        SequentialNetwork<float> network = plan.Build();
        return given is null ? network : LessonDraft.Guard(() => Fill(network, given));
    }

    /// <summary>The parameters that were given to start with; empty where none were.</summary>
    /// <exception cref="UsageException">They do not fit the data.</exception>
    internal static ReadOnlySpan<float> Parameters(Plan<float> plan, GivenWeights? given) =>
        given is null ? [] : Build(plan, given).Parameters.Values;

    private static SequentialNetwork<float> Fill(SequentialNetwork<float> network, GivenWeights given)
    {
        given.Fill(network);
        return given.OutputActivation is not { } output || output == network.Architecture.OutputActivation
            ? network
            : throw new LessonException(
                $"The last layer is {output}, and this target wants {network.Architecture.OutputActivation}.",
                given.Path,
                "Leave the activation of the last layer out."
            );
    }
}
