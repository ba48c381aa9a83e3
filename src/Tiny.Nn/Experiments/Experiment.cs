using System.Numerics;
using System.Reflection;
using Tiny.Nn.Data;
using Tiny.Nn.Models;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Preprocessing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Experiments;

/// <summary>The way from a table to a trained model and an honest report: test rows are set aside before anything is learned.</summary>
public static class Experiment
{
    /// <summary>What would be trained: the features are looked at, but there is no network yet, whatever its size.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How.</param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    public static Plan Plan<T>(Table<T> table, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        Problem<T> problem = Problems.Find(table, recipe);
        (int[] known, _) = SetAsideTest(table, problem, recipe);
        (int[] training, _) = SetAsideValidation(known, problem, recipe);
        TableEncoding encoding = Encode(table, training, recipe);
        Architecture architecture = Design(encoding.Outputs, problem, recipe);
        return new Plan(problem.Kind, encoding, architecture, problem.Loss.Name);
    }

    /// <summary>Splits, trains and tests.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    public static Outcome<T> Run<T>(
        Table<T> table,
        Recipe recipe,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        Problem<T> problem = Problems.Find(table, recipe);
        (int[] known, int[] test) = SetAsideTest(table, problem, recipe);
        Fitted<T> fitted = Fit(table, problem, known, recipe, progress, cancellation);
        Report? report = test.Length == 0 ? null : Evaluation.Run(fitted.Model, table, test);
        return new Outcome<T>(fitted, report);
    }

    /// <summary>Trains on some rows of a table: preprocessing and network see no other.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="rows">The rows that may be used, some of which choose the best epoch.</param>
    /// <param name="recipe">How; its share of test rows is not used.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    public static Fitted<T> Fit<T>(
        Table<T> table,
        ReadOnlySpan<int> rows,
        Recipe recipe,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        return Fit(table, Problems.Find(table, recipe), rows, recipe, progress, cancellation);
    }

    private static Fitted<T> Fit<T>(
        Table<T> table,
        Problem<T> problem,
        ReadOnlySpan<int> rows,
        Recipe recipe,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int[] training, int[] validation) = SetAsideValidation(rows, problem, recipe);
        TableEncoding encoding = Encode(table, training, recipe);
        TableEncoding reading = encoding.Reading(table.Schema);
        ModelTarget target = problem.Describe(training);
        Dataset<T> Prepare(int[] chosen)
        {
            Matrix<T> inputs = new(encoding.Outputs, chosen.Length);
            reading.Apply(Samples.Select(table.Features, chosen), inputs);
            return new Dataset<T>(inputs, problem.Encode(chosen, target));
        }

        SequentialNetwork<T> network = Design(encoding.Outputs, problem, recipe)
            .Build<T>(new Generator(recipe.Seed, Streams.Initialization));
        Generator generator = new(recipe.Seed, Streams.Training);
        Trainer<T> trainer = new(network, problem.Loss, recipe.Optimizer, generator, recipe.Penalty)
        {
            Clipping = recipe.Clipping,
        };
        FitOptions options = new()
        {
            Epochs = recipe.Epochs,
            BatchSize = recipe.BatchSize,
            StoppingRule =
                recipe.Patience is { } patience && validation.Length > 0 ? new EarlyStopping(patience) : null,
        };
        Dataset<T>? judges = validation.Length == 0 ? null : Prepare(validation);
        History history = trainer.Fit(Prepare(training), judges, options, progress, cancellation);
        Provenance provenance = new(
            Version,
            Path.GetFileName(table.Source),
            rows.Length,
            recipe.ToSettings(problem.Kind),
            history.Epochs
        );
        Model<T> model = new(encoding, network, target, provenance);
        return new Fitted<T>(model, history, training, validation);
    }

    private static (int[] Known, int[] Test) SetAsideTest<T>(Table<T> table, Problem<T> problem, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        problem.Divide(
            [.. Enumerable.Range(0, table.Rows)],
            recipe.TestFraction,
            new Generator(recipe.Seed, Streams.TestSplit)
        );

    private static (int[] Training, int[] Validation) SetAsideValidation<T>(
        ReadOnlySpan<int> rows,
        Problem<T> problem,
        Recipe recipe
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        problem.Divide(rows, recipe.ValidationFraction, new Generator(recipe.Seed, Streams.ValidationSplit));

    /// <summary>What the training rows, and no other, make of the features.</summary>
    private static TableEncoding Encode<T>(Table<T> table, int[] training, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TableEncoding.Fit(table.Schema, Samples.Select(table.Features, training), recipe.Encoding);

    /// <summary>The network that a recipe describes, for so many inputs.</summary>
    private static Architecture Design<T>(int inputs, Problem<T> problem, Recipe recipe)
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

    private static string Version =>
        typeof(Experiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            is { } version
            ? version.Split('+')[0]
            : "";
}
