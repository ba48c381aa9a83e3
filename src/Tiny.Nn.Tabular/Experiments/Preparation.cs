using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>From a table and a recipe to samples as a network sees them, and the network.</summary>
internal static class Preparation
{
    /// <summary>Preprocessing, samples and network for these rows; what is fitted sees the training rows only.</summary>
    internal static Preparation<T> Create<T>(
        Table<T> table,
        Problem<T> problem,
        Division<T> division,
        Recipe recipe,
        ReadOnlyMemory<double> weights
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TableEncoding encoding = Encode(table, division.Training, recipe);
        TableEncoding reading = encoding.Reading(table.Schema);
        ModelTarget target = problem.Describe(division.Training);
        Dataset<T> Select(int[] rows)
        {
            Matrix<T> inputs = new(encoding.Outputs, rows.Length);
            reading.Apply(Samples.Select(table.Features, rows), inputs);
            double[]? ofClass = problem.ClassWeights(rows, division.Training);
            T[] counted = RowWeights.Combine<T>(weights.Span, ofClass, rows);
            return new Dataset<T>(inputs, problem.Encode(rows, target), counted);
        }

        SequentialNetwork<T> network = Design(encoding.Outputs, problem, recipe)
            .Build<T>(new Generator(recipe.Seed, RandomStreams.Initialization));
        Dataset<T>? judges = division.Validation.Length == 0 ? null : Select(division.Validation);
        return new Preparation<T>(encoding, target, network, problem.Loss, Select(division.Training), judges)
        {
            TrainingRows = division.Training,
            ValidationRows = division.Validation,
        };
    }

    /// <summary>What the training rows, and no other, make of the features.</summary>
    internal static TableEncoding Encode<T>(Table<T> table, int[] training, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TableEncoding.Fit(table.Schema, Samples.Select(table.Features, training), recipe.Encoding);

    /// <summary>The network that a recipe describes, for so many inputs.</summary>
    internal static Architecture Design<T>(int inputs, Problem<T> problem, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Architecture architecture = Architecture.WithInputs(inputs);
        foreach (int units in recipe.Hidden)
        {
            architecture = architecture.Dense(units, recipe.Activation);
            architecture = recipe.Dropout > 0 ? architecture.Dropout(recipe.Dropout) : architecture;
        }
        return architecture.Dense(problem.Outputs, problem.OutputActivation);
    }
}

/// <summary>What stands ready before the first step of training.</summary>
/// <param name="Encoding">What the training rows made of the features.</param>
/// <param name="Target">What is to be predicted.</param>
/// <param name="Network">The network with the weights it starts from.</param>
/// <param name="Loss">What compares its answers with the targets.</param>
/// <param name="Training">The samples to learn from.</param>
/// <param name="Validation">The samples that choose the best epoch; null for none.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Preparation<T>(
    TableEncoding Encoding,
    ModelTarget Target,
    SequentialNetwork<T> Network,
    Loss Loss,
    Dataset<T> Training,
    Dataset<T>? Validation
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rows of the table that <see cref="Training"/> holds, in its order.</summary>
    public required IReadOnlyList<int> TrainingRows { get; init; }

    /// <summary>The rows of the table that <see cref="Validation"/> holds, in its order.</summary>
    public required IReadOnlyList<int> ValidationRows { get; init; }
}
