using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>Training on all rows at once, as a recipe says.</summary>
internal static class FullBatchTraining
{
    /// <summary>λ₂·n of the penalties to choose from, from strong to weak. Weaker ones are chosen by chance where few rows choose, and are far too sure then.</summary>
    private static readonly double[] Penalties = [1000, 100, 10, 1, 0.1];

    /// <summary>λ₂·n where there is no choice: what scikit-learn has as C = 1.</summary>
    private const double UsualPenalty = 1;

    /// <summary>Work of a step beyond which there is no choice, and of all steps of what is trained instead: some ten seconds.</summary>
    private const double Large = 5e8;
    private const double MostWork = 1e10;
    private const int FewestSteps = 3;

    /// <summary>What the loss of an output takes, exponentials and all, beside a parameter.</summary>
    private const double WorkOfOutput = 10;

    /// <summary>Trains a network, which is changed.</summary>
    internal static History Train<T>(
        Recipe recipe,
        SequentialNetwork<T> network,
        Loss loss,
        Dataset<T> training,
        Dataset<T>? validation,
        ICheckpoint? checkpoint,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool chooses = recipe.PenaltyChoice == PenaltyChoice.Validation;
        double work = WorkOfStep(training.Count, network.Parameters.Rows, network.Outputs);
        if (chooses && validation is not null && work <= Large)
        {
            double[] penalties = [.. Penalties.Select(factor => factor / training.Count)];
            PenaltyPath<T> path = new(network, loss, recipe.FullBatch!, penalties) { Checkpoint = checkpoint };
            return path.Fit(training, validation, recipe.Epochs, progress, cancellation);
        }
        WeightPenalty penalty = chooses ? new(L2: UsualPenalty / training.Count) : recipe.Penalty;
        int epochs = chooses ? Math.Min(recipe.Epochs, Steps(work)) : recipe.Epochs;
        IStoppingRule? rule = validation is null ? null : recipe.StoppingRule;
        FullBatchTrainer<T> trainer = new(network, loss, recipe.FullBatch!, penalty) { Checkpoint = checkpoint };
        return trainer.Fit(training, validation, epochs, rule, progress, cancellation);
    }

    /// <summary>Whether there is time to train to several optima and to choose one of them.</summary>
    internal static bool CanChoose(int rows, Architecture architecture) =>
        WorkOfStep(rows, architecture.ParameterCount, architecture.Outputs) <= Large;

    private static double WorkOfStep(int rows, long parameters, int outputs) =>
        rows * (parameters + WorkOfOutput * outputs);

    /// <summary>How many steps a linear model may take: as many as it wants, unless the data are large.</summary>
    /// <param name="work">Rows × (parameters + 10 × outputs).</param>
    internal static int Steps(double work) =>
        work <= Large ? int.MaxValue : (int)Math.Max(FewestSteps, MostWork / work);
}
