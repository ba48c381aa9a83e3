using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>What is made of a large model and a table before a small network learns: which rows are for what, its inputs, and its architecture.</summary>
internal sealed class DistillationPlan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Fewer rows than this cannot be divided into some to learn from, some that choose the epoch and some that judge.</summary>
    private const int FewestRows = 10;

    /// <summary>Of so many rows the large model's answers are asked for at a time: between two times it can be ended.</summary>
    private const int Together = 65_536;

    private readonly Table table;
    private readonly DistillationOptions options;
    private readonly Matrix<double> answers;
    private readonly SoftTarget target;

    /// <exception cref="DataException">Model and table do not fit each other, or there are too few rows.</exception>
    /// <exception cref="ModelFormatException">The large model is no larger than the small one.</exception>
    internal DistillationPlan(Model<T> large, Table table, DistillationOptions options)
    {
        (Large, this.table, this.options) = (large, table, options);
        RecipeTask.RequireNetwork(Recipe);
        if (table.Rows < FewestRows)
        {
            throw new DataException(
                $"There {(table.Rows == 1 ? "is 1 row" : $"are {table.Rows} rows")}; it takes {FewestRows} to learn from some and to judge by others.",
                table.Source,
                "Add more rows: they need no target."
            );
        }
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        answers = large.Predict(table, all);
        FinitePredictions.Require(answers, table, all);
        Rows = HeldOutRows.Of(large, answers, table, Recipe);
        target = SoftTarget.Of(large.Target, Answers(Rows.Split.Training.AsSpan()), Recipe.RegressionLoss);
        Encoding = TableEncoding.Fit(table.Schema, table.Cells, Rows.Split.Training.AsMemory(), Recipe.Encoding);
        Architecture = RecipeNetwork.Design(Recipe, Encoding, target.Outputs, target.Activation);
        RequireSmaller();
    }

    /// <summary>The model to be imitated.</summary>
    internal Model<T> Large { get; }

    /// <summary>What it is, in a few words.</summary>
    internal string LargeInWords =>
        FormattableString.Invariant(
            $"{Large.NetworkCount} network{(Large.NetworkCount == 1 ? "" : "s")} of {ModelCost.ParametersOf(Large):N0} parameters"
        );

    /// <summary>How to train.</summary>
    internal Recipe Recipe => options.Recipe;

    /// <summary>Which rows are for what.</summary>
    internal HeldOutRows Rows { get; }

    /// <summary>From cells to the inputs of the small network.</summary>
    internal TableEncoding Encoding { get; }

    /// <summary>The small network.</summary>
    internal Architecture Architecture { get; }

    /// <summary>How many rows are made up.</summary>
    internal int MadeRows => Rows.Split.Training.Length * options.PerRow(Rows.Split.Training.Length);

    /// <summary>The small model, and how training went.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over.</exception>
    internal (Model<T> Model, History History) Train(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        Dataset<T> samples = TrainingSamples(cancellation);
        SequentialNetwork<T> network = RecipeNetwork.Build(Recipe, Architecture, Recipe.Seed, () => samples.Inputs);
        History history = RecipeNetwork.Train(
            Recipe,
            network,
            target.Loss,
            samples,
            Rows.Split.Validation.IsEmpty ? null : Label(Cells(Rows.Split.Validation.AsSpan()), cancellation),
            null,
            null,
            progress,
            cancellation
        );
        if (history is { StopReason: StopReason.Cancelled, Epochs.Count: 0 })
        {
            throw new OperationCanceledException(
                "Training was cancelled before its first epoch was over: there is no model yet.",
                cancellation
            );
        }
        Provenance provenance = new(
            PlanTraining.Version,
            Path.GetFileName(table.Source),
            Rows.Split.Training.Length + Rows.Split.Validation.Length,
            Recipe.ToSettings(target.Target is ClassTarget ? TargetKind.Classification : TargetKind.Regression),
            history.Epochs
        )
        {
            DistilledFrom = LargeInWords,
        };
        return (new Model<T>(Encoding, network, target.Target, provenance) { DataFormat = table.Format }, history);
    }

    /// <summary>The small network where it learns the target itself; null where it cannot.</summary>
    internal Model<T>? TrainDirectly(CancellationToken cancellation) =>
        DirectNetwork.Train<T>(Large.Target, table, Recipe, Rows.Split, cancellation);

    /// <summary>How far the small model's answers are from the large one's on the rows that judge; null where there are none.</summary>
    internal Imitation? Compare(Model<T> small) =>
        Rows.Split.Test.IsEmpty
            ? null
            : Imitation.Of(
                Large.Target,
                Answers(Rows.Split.Test.AsSpan()),
                small.Predict(table, Rows.Split.Test.AsSpan())
            );

    /// <summary>What a model says of the rows that judge, beside what is true; null where there are none, or the table has no target.</summary>
    internal Predictions? Judge(Model<T> model) =>
        table.Target is null || Rows.Split.Test.IsEmpty
            ? null
            : Evaluation.Predict(model, table, Rows.Split.Test.AsSpan());

    /// <summary>The training rows and those made up of them, with the answers of the large model.</summary>
    private Dataset<T> TrainingSamples(CancellationToken cancellation)
    {
        Matrix<double> cells = Cells(Rows.Split.Training.AsSpan());
        Matrix<double> inputs = new(Encoding.Outputs, cells.Columns);
        Encoding.Reading(table.Schema).Apply(cells, inputs);
        Generator generator = new(Recipe.Seed, RandomStreams.MadeRows);
        MadeRows made = new(table.Schema, cells, inputs, generator, cancellation);
        return Label(made.With(options.PerRow(cells.Columns)), cancellation);
    }

    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    private Dataset<T> Label(Matrix<double> cells, CancellationToken cancellation)
    {
        Matrix<double> said = new(answers.Rows, cells.Columns);
        for (int start = 0; start < cells.Columns; start += Together)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(Together, cells.Columns - start);
            Large.Predict(cells.Slice(start, count), table.Schema).CopyTo(said.Slice(start, count));
        }
        if (!Finite.AreAll(said.Values))
        {
            throw new DataException(
                "The large model has no answer to a row that was made up between those of the table.",
                table.Source,
                "Have fewer rows made up, or none."
            );
        }
        Matrix<T> inputs = new(Encoding.Outputs, cells.Columns);
        Encoding.Reading(table.Schema).Apply(cells, inputs);
        return new Dataset<T>(inputs, target.Encode<T>(said));
    }

    private Matrix<double> Cells(ReadOnlySpan<int> rows)
    {
        Matrix<double> cells = new(table.Schema.Count, rows.Length);
        table.Cells.CopyTo(rows, cells);
        return cells;
    }

    private Matrix<double> Answers(ReadOnlySpan<int> rows) => Samples.Select(answers, rows);

    private void RequireSmaller()
    {
        if (Large.NetworkCount == 1 && ModelCost.ParametersOf(Large) <= Architecture.ParameterCount)
        {
            throw new ModelFormatException(
                $"There is nothing to distill: the model has {Large.Network.Architecture.ParameterCount:N0} parameters, and the small one would have {Architecture.ParameterCount:N0}.",
                $"{Large.Network.Architecture} and {Architecture}",
                "Use the model as it is, or give the small one fewer hidden units."
            );
        }
    }
}
