using System.Diagnostics;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>
/// A training that somebody watches and steers: it goes on when it is told to, can be looked into between steps, and its weights can be changed by hand. Left alone
/// it ends with the very bytes of <c>tinynn train</c>.
/// </summary>
internal sealed class InteractiveTraining
{
    private readonly SteppedTraining<float> training;
    private readonly TrainingObserver<float> observer;
    private TrainingDivergedException? divergence;
    private SceneMaps? maps;
    private (int X, int Y, int Row, int Resolution) mapped;

    /// <param name="scene">What is to be trained.</param>
    /// <exception cref="Tabular.DataException">The rows leave nothing to learn, or cannot be divided so.</exception>
    internal InteractiveTraining(Scene scene)
    {
        Scene = scene;
        Plan = Experiment.Plan<float>(scene.Data.Table, scene.Recipe);
        Network = Plan.Build();
        training = new SteppedTraining<float>(Plan, Network);
        observer = new TrainingObserver<float>(Network, Plan.Loss, Plan.Recipe.Penalty, Plan.Training);
    }

    /// <summary>The same data and settings, with the weights of a model as its start.</summary>
    /// <exception cref="SceneException">The model has another network.</exception>
    internal InteractiveTraining(Scene scene, Model<float> start)
        : this(scene)
    {
        if (!start.Network.Architecture.Equals(Plan.Architecture))
        {
            throw new SceneException(
                $"The model is {start.Network.Architecture}; these data and settings make {Plan.Architecture}.",
                "model",
                "Open the data that it was trained on."
            );
        }
        start.Network.Parameters.CopyTo(Network.Parameters);
        start.Network.State.CopyTo(Network.State);
    }

    /// <summary>What is trained.</summary>
    internal Scene Scene { get; }

    /// <summary>Rows, encoding, architecture.</summary>
    internal Plan<float> Plan { get; }

    /// <summary>The network as the last step left it.</summary>
    internal SequentialNetwork<float> Network { get; }

    /// <summary>The epochs that are over.</summary>
    internal History History => training.History;

    /// <summary>How many steps were made.</summary>
    internal long Steps => training.Steps;

    /// <summary>η of the last step.</summary>
    internal double LearningRate => training.LearningRate;

    /// <summary>True where no step is left to make.</summary>
    internal bool IsOver => divergence is not null || training.IsOver;

    /// <summary>What ended it before its time: the loss left the range of numbers; null where it did not.</summary>
    internal TrainingDivergedException? Divergence => divergence;

    /// <summary>What was seen of the layers, epoch by epoch.</summary>
    internal IReadOnlyList<EpochObservation> Observed => observer.Epochs;

    /// <summary>Makes steps until so many are made, an epoch is over, the time is up, or none is left.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="time">How long at most.</param>
    /// <param name="wholeEpochs">True to stop at the end of an epoch.</param>
    internal void Step(int most, TimeSpan time, bool wholeEpochs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int made = 0; made < most && !IsOver && (made == 0 || Stopwatch.GetElapsedTime(start) < time); made++)
        {
            try
            {
                if (training.Step() is { } epoch)
                {
                    observer.Report(epoch);
                    if (wholeEpochs)
                    {
                        return;
                    }
                }
            }
            catch (TrainingDivergedException fault)
            {
                divergence = fault;
            }
        }
    }

    /// <summary>Changes one weight or bias, as somebody does by hand.</summary>
    /// <param name="layer">A dense layer, from 1 on.</param>
    /// <param name="unit">Its unit, from 1 on.</param>
    /// <param name="input">The input of a weight, from 1 on; 0 for the bias.</param>
    /// <param name="value">The new value.</param>
    /// <exception cref="SceneException">There is no such weight, or the value is no number.</exception>
    internal void Set(int layer, int unit, int input, double value)
    {
        if (SceneNetwork.Place(Network, layer, unit, input) is not { } place || !float.IsFinite((float)value))
        {
            throw new SceneException(
                "There is no such weight, or this is no number for it.",
                "weight",
                "Give a number."
            );
        }
        Network.Parameters[place, 0] = (float)value;
    }

    /// <summary>What the network and its units say on a plane: see <see cref="SceneMaps.Look"/>.</summary>
    /// <param name="x">The axis from left to right.</param>
    /// <param name="y">The axis from the bottom to the top.</param>
    /// <param name="row">The row whose other columns hold.</param>
    /// <param name="resolution">How many places in either direction.</param>
    internal byte[] Maps(int x, int y, int row, int resolution)
    {
        if (maps is null || mapped != (x, y, row, resolution))
        {
            maps = new SceneMaps(Plan, Network, Scene.Data.Plane(x, y, row), Axis(x), Axis(y), resolution);
            mapped = (x, y, row, resolution);
        }
        return maps.Look();
    }

    /// <summary>One of the axes that a plane can have.</summary>
    internal SceneAxis Axis(int axis)
    {
        string name = Scene.Data.Axes[axis];
        return SceneAxis.Of(
            name,
            Scene.Data.Table.Schema.FirstOrDefault(feature => feature.Name == name),
            Scene.Data.Places(axis)
        );
    }

    /// <summary>The model as it would be if training ended here: of its best epoch where rows validate.</summary>
    internal Trained<float> Trained()
    {
        Trained<float> now = training.Now();
        Provenance known = now.Model.Provenance;
        IReadOnlyDictionary<string, string> reading = Scene.Data.Reading.Flags;
        return reading.Count == 0
            ? now
            : now.With(
                known with
                {
                    Settings = new SortedDictionary<string, string>(
                        known.Settings.Concat(reading).ToDictionary(),
                        StringComparer.Ordinal
                    ),
                }
            );
    }

    /// <summary>The model with the network as it is at this step, whatever epoch was the best.</summary>
    internal Model<float> Current() => PlanTraining.Finish(Plan, Network.Copy(), History);

    /// <summary>The file that <c>tinynn train</c> would write.</summary>
    internal byte[] Save()
    {
        using MemoryStream stream = new();
        ModelFile.Write(Trained().Model, stream);
        return stream.ToArray();
    }

    /// <summary>How the model does on the test rows, beside simpler models; null where no rows test.</summary>
    internal Report? Judge() => Trained().Judge().Test;

    /// <summary>What is wrong with the training, as far as it went.</summary>
    internal IReadOnlyList<Symptom> Diagnose() =>
        divergence is { } fault ? observer.Diagnose(fault) : observer.Diagnose(History.StopReason);
}
