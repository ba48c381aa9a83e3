using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Experiments;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Gradients;

/// <summary>Real trainings, watched for a diagnosis.</summary>
internal static class Observed
{
    /// <summary>What was seen of a training by a recipe, whether it came to an end or diverged.</summary>
    internal static TrainingObservations Run(Table table, Recipe recipe)
    {
        TrainingObserver<float>? observer = null;
        try
        {
            Plan<float> plan = Experiment.Plan<float>(table, recipe);
            SequentialNetwork<float> network = plan.Build();
            observer = Watch(plan, network);
            return observer.Observe(plan.Train(network, null, observer).History.StopReason);
        }
        catch (TrainingDivergedException fault)
        {
            return observer!.Observe(fault);
        }
    }

    /// <summary>The same of a network of one's own.</summary>
    internal static TrainingObservations Run<T>(
        SequentialNetwork<T> network,
        Loss loss,
        Dataset<T> data,
        Optimizer optimizer,
        int epochs
    )
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        TrainingObserver<T> observer = new(network, loss, null, data);
        Trainer<T> trainer = new(network, loss, optimizer, new Generator(seed: 2));
        return observer.Observe(trainer.Fit(data, null, new FitOptions { Epochs = epochs }, observer).StopReason);
    }

    internal static TrainingObserver<float> Watch(Plan<float> plan, SequentialNetwork<float> network) =>
        new(network, plan.Loss, plan.Recipe.Penalty, plan.Training);

    internal static Table Sample(string name, string target) => TestTables.Sample<float>(name, target);
}
