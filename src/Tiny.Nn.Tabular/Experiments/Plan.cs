using System.Numerics;
using System.Reflection;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// What a recipe makes of a table before anything is trained: which rows are for what, how features become inputs, and the network's
/// architecture. It is the first of three values, plan, <see cref="Trained{T}"/> and <see cref="Judged{T}"/>: each holds the one
/// before, and what is fitted to the training rows is fitted once.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Plan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Problem<T> problem;
    private readonly Division<T> division;
    private readonly Lazy<EncodedRows<T>> encoded;

    internal Plan(
        Table<T> table,
        Recipe recipe,
        Problem<T> problem,
        Division<T> division,
        ReadOnlyMemory<double> weights
    )
    {
        Table = table;
        Recipe = recipe;
        Encoding = TableEncoding.Fit(table.Schema, Samples.Select(table.Features, division.Training), recipe.Encoding);
        Architecture = RecipeNetwork.Design(recipe, Encoding.Outputs, problem.Outputs, problem.OutputActivation);
        this.problem = problem;
        this.division = division;
        encoded = new(() => EncodedRows<T>.Create(table, problem, division, Encoding, weights.Span));
    }

    private Plan(Plan<T> other, Recipe recipe)
    {
        Table = other.Table;
        Recipe = recipe;
        Encoding = other.Encoding;
        Architecture = RecipeNetwork.Design(
            recipe,
            Encoding.Outputs,
            other.problem.Outputs,
            other.problem.OutputActivation
        );
        problem = other.problem;
        division = other.division;
        encoded = other.encoded;
    }

    /// <summary>Features and a target.</summary>
    public Table<T> Table { get; }

    /// <summary>How to train.</summary>
    public Recipe Recipe { get; }

    /// <summary>What the target is taken for.</summary>
    public TargetKind Kind => problem.Kind;

    /// <summary>From features to inputs, as the training rows, and no other, have it.</summary>
    public TableEncoding Encoding { get; }

    /// <summary>The network that would be trained. It has no parameters yet, whatever its size.</summary>
    public Architecture Architecture { get; }

    /// <summary>What compares the network's outputs with the targets.</summary>
    public Loss Loss => problem.Loss;

    /// <summary>The rows of <see cref="Table"/> to learn from, ascending.</summary>
    public IReadOnlyList<int> TrainingRows => division.Training;

    /// <summary>The rows of <see cref="Table"/> that choose the best epoch, ascending; none where the last epoch counts.</summary>
    public IReadOnlyList<int> ValidationRows => division.Validation;

    /// <summary>The rows that only the report sees, ascending; none where there is to be no report.</summary>
    public IReadOnlyList<int> TestRows => division.Test;

    /// <summary>What is to be predicted, as far as the training rows tell.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    public ModelTarget Target => encoded.Value.Target;

    /// <summary>The samples to learn from, in the order of <see cref="TrainingRows"/>. They are made when first asked for, and kept.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    public Dataset<T> Training => encoded.Value.Training;

    /// <summary>The samples that choose the best epoch, in the order of <see cref="ValidationRows"/>; null for none.</summary>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    public Dataset<T>? Validation => encoded.Value.Validation;

    /// <summary>The table that <see cref="TestRows"/> are of.</summary>
    internal Table<T> Tested => division.Tested;

    /// <summary>A network with the parameters that training starts from: the same ones each time.</summary>
    public SequentialNetwork<T> Build() =>
        Architecture.Build<T>(new Generator(Recipe.Seed, RandomStreams.Initialization));

    /// <summary>Trains the network.</summary>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over: there is no model yet.</exception>
    public Trained<T> Train(IProgress<EpochReport>? progress = null, CancellationToken cancellation = default) =>
        Train(Build(), null, progress, cancellation);

    /// <summary>Trains a network that somebody has looked at before its first step, or wants to watch step by step.</summary>
    /// <param name="network">The network of <see cref="Build"/>. Training changes it, and the model keeps it.</param>
    /// <param name="observer">Looks at every step; null for nobody.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends training after the step under way; the model is then the best so far.</param>
    /// <exception cref="ArgumentException">The network is not of this plan's architecture.</exception>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over: there is no model yet.</exception>
    public Trained<T> Train(
        SequentialNetwork<T> network,
        IStepObserver<T>? observer,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!network.Architecture.Equals(Architecture))
        {
            throw new ArgumentException(
                $"The network is {network.Architecture}; the plan is for {Architecture}.",
                nameof(network)
            );
        }
        History history = RecipeNetwork.Train(
            Recipe,
            network,
            Loss,
            Training,
            Validation,
            observer,
            progress,
            cancellation
        );
        return history is { StopReason: StopReason.Cancelled, Epochs.Count: 0 }
            ? throw new OperationCanceledException(
                "Training was cancelled before its first epoch was over: there is no model yet.",
                cancellation
            )
            : new Trained<T>(this, Finish(network, history), history);
    }

    /// <summary>The same plan without hidden layers: rows and encoding are shared, only the network differs.</summary>
    internal Plan<T> WithoutHidden() => new(this, Recipe with { Hidden = [] });

    /// <summary>The model of a trained network: with the threshold that the validation rows choose, where the recipe wants one.</summary>
    private Model<T> Finish(SequentialNetwork<T> network, History history)
    {
        Provenance provenance = new(
            Version,
            Path.GetFileName(Table.Source),
            TrainingRows.Count + ValidationRows.Count,
            Recipe.ToSettings(Kind, division.TestShare),
            history.Epochs
        );
        Model<T> Build(ModelTarget target) => new(Encoding, network, target, provenance) { DataFormat = Table.Format };
        Model<T> model = Build(Target);
        double? threshold = problem.ChooseThreshold(() => Evaluation.Predict(model, Table, division.Validation));
        bool isMoved = threshold is not null and not ClassTarget.UsualThreshold;
        return isMoved ? Build((ClassTarget)Target with { Threshold = threshold!.Value }) : model;
    }

    private static string Version =>
        typeof(Experiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            is { } version
            ? version.Split('+')[0]
            : "";
}
