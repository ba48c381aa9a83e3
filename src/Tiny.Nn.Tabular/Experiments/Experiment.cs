using System.Numerics;
using System.Reflection;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The way from a table to a trained model and an honest report: test rows are set aside before anything is learned.</summary>
public static class Experiment
{
    /// <summary>What would be trained: the features are looked at, but there is no network yet, whatever its size.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How.</param>
    /// <param name="protocol">What the rows are for; null for what the recipe says.</param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    public static Plan Plan<T>(Table<T> table, Recipe recipe, Protocol? protocol = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        Problem<T> problem = Problems.Find(table, recipe);
        Division<T> division = (protocol ?? new Protocol()).Divide(table, problem, recipe);
        TableEncoding encoding = Preparation.Encode(table, division.Training, recipe);
        Architecture architecture = Preparation.Design(encoding.Outputs, problem, recipe);
        return new Plan(problem.Kind, encoding, architecture, problem.Loss.Name)
        {
            TrainingRows = division.Training.Length,
            ValidationRows = division.Validation.Length,
            TestRows = division.Test.Length,
        };
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
        ArgumentNullException.ThrowIfNull(recipe);
        return Run(table, recipe, new Protocol(), progress, cancellation);
    }

    /// <summary>Splits, trains, tests, and compares with simpler models: the majority class or the mean, and the linear model.</summary>
    /// <remarks>The linear model is the same recipe without hidden layers, trained on the same rows; it takes time of its own.</remarks>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How.</param>
    /// <param name="protocol">What the rows are for, and how much each counts.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="ArgumentException">The protocol is for a table with other rows.</exception>
    /// <exception cref="DataException">The table has no target, leaves nothing to learn, or cannot be divided so.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    public static Outcome<T> Run<T>(
        Table<T> table,
        Recipe recipe,
        Protocol protocol,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(table, recipe, protocol, _ => progress, cancellation);

    /// <summary>The same, watched by somebody who wants to see what is trained before its first step.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How.</param>
    /// <param name="protocol">What the rows are for, and how much each counts.</param>
    /// <param name="watch">Is given what stands ready before the first step; what it returns is told of every epoch, on this thread. It must not change what it is given.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="ArgumentException">The protocol is for a table with other rows.</exception>
    /// <exception cref="DataException">The table has no target, leaves nothing to learn, or cannot be divided so.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    public static Outcome<T> Run<T>(
        Table<T> table,
        Recipe recipe,
        Protocol protocol,
        Func<Preparation<T>, IProgress<EpochReport>?> watch,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(watch);
        RowWeights.Check(table, protocol.Weights.Span);
        Problem<T> problem = Problems.Find(table, recipe);
        Division<T> division = protocol.Divide(table, problem, recipe);
        Fitted<T> Fit(Recipe chosen, Func<Preparation<T>, IProgress<EpochReport>?> observer) =>
            Experiment.Fit(table, problem, division, chosen, protocol.Weights, observer, cancellation);
        Fitted<T> fitted = Fit(recipe, watch);
        Outcome<T> outcome = new(fitted, Test: null);
        if (division.Test.Length == 0)
        {
            return outcome;
        }
        Predictions predictions = Ask(fitted, division);
        Report report = Compare(problem, division, predictions);
        if (!recipe.Hidden.IsEmpty)
        {
            Recipe linear = recipe with { Hidden = [] };
            report = Baselines.WithLinear(
                report,
                predictions,
                () => Fit(linear, _ => null),
                model => Ask(model, division)
            );
        }
        return outcome with { Test = report, TestPredictions = predictions, SharedRows = Shared(table, division) };
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
        Problem<T> problem = Problems.Find(table, recipe);
        return Fit(table, problem, Divide(table, problem, rows, recipe), recipe, default, _ => progress, cancellation);
    }

    /// <summary>Everything up to the first step of training, as <see cref="Fit{T}(Table{T}, ReadOnlySpan{int}, Recipe, IProgress{EpochReport}, CancellationToken)"/> would have it.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="rows">The rows that may be used.</param>
    /// <param name="recipe">How; its share of test rows is not used.</param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    public static Preparation<T> Prepare<T>(Table<T> table, ReadOnlySpan<int> rows, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        Problem<T> problem = Problems.Find(table, recipe);
        return Preparation.Create(table, problem, Divide(table, problem, rows, recipe), recipe, default);
    }

    /// <summary>Rows without a test among them.</summary>
    internal static Division<T> Divide<T>(Table<T> table, Problem<T> problem, ReadOnlySpan<int> rows, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(recipe.Seed, RandomStreams.ValidationSplit);
        (int[] training, int[] validation) = problem.Divide(rows, recipe.ValidationFraction, generator);
        return new Division<T>(training, validation, [], table);
    }

    /// <summary>The model's answers to the test rows, at its own threshold.</summary>
    internal static Predictions Ask<T>(Fitted<T> fitted, Division<T> division)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Evaluation.Predict(fitted.Model, division.Tested, division.Test);

    /// <summary>The report on answers beside those that need no feature.</summary>
    internal static Report Compare<T>(Problem<T> problem, Division<T> division, Predictions predictions)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (string name, Predictions baseline) = problem.Baseline(division.Training, predictions);
        return Baselines.With(predictions.Report(), name, predictions, baseline);
    }

    private static SharedRows? Shared<T>(Table<T> table, Division<T> division)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        table.FeatureNames.SequenceEqual(division.Tested.FeatureNames, StringComparer.Ordinal)
            ? SharedRows.Find(table, [.. division.Training, .. division.Validation], division.Tested, division.Test)
            : null;

    internal static Fitted<T> Fit<T>(
        Table<T> table,
        Problem<T> problem,
        Division<T> division,
        Recipe recipe,
        ReadOnlyMemory<double> weights,
        Func<Preparation<T>, IProgress<EpochReport>?> watch,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int[] training, int[] validation) = (division.Training, division.Validation);
        problem.CheckThreshold(validation.Length);
        Preparation<T> prepared = Preparation.Create(table, problem, division, recipe, weights);
        (TableEncoding encoding, ModelTarget target, SequentialNetwork<T> network) = (
            prepared.Encoding,
            prepared.Target,
            prepared.Network
        );
        History history = prepared.Train(recipe, null, watch(prepared), cancellation);
        Provenance provenance = new(
            Version,
            Path.GetFileName(table.Source),
            training.Length + validation.Length,
            recipe.ToSettings(problem.Kind, division.TestShare),
            history.Epochs
        );
        Model<T> Build(ModelTarget described) =>
            new(encoding, network, described, provenance) { DataFormat = table.Format };
        double? threshold = problem.ChooseThreshold(() => Evaluation.Predict(Build(target), table, validation));
        bool isMoved = threshold is not null and not ClassTarget.UsualThreshold;
        ModelTarget final = isMoved ? (ClassTarget)target with { Threshold = threshold!.Value } : target;
        return new Fitted<T>(Build(final), history, training, validation) { Threshold = threshold };
    }

    private static string Version =>
        typeof(Experiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            is { } version
            ? version.Split('+')[0]
            : "";
}
