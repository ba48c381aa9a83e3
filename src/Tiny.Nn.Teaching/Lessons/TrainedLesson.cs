using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>A lesson on a model that train wrote: its weights, its preprocessing, its loss.</summary>
internal static class TrainedLesson
{
    /// <param name="model">The model.</param>
    /// <param name="table">The data, read as the model describes them.</param>
    /// <param name="recipe">The step.</param>
    /// <exception cref="DataException">A target is none of the model's classes, or no number.</exception>
    internal static Lesson Create(Model<float> model, Table table, Recipe recipe)
    {
        Matrix<double> inputs = new(model.Encoding.Outputs, table.Rows);
        TableEncoding encoding = model.Encoding.Reading(table.Schema);
        encoding.Apply(table.Features, inputs);
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        Matrix<double> targets = model.Target.Encode<double>(table.Target!, all, model.Network.Outputs);
        Dataset<double> samples = new(inputs, targets);
        return new Lesson(Widen(model.Network), LossOf(model), recipe, samples, samples)
        {
            Source = table.Source,
            InputNames = [.. model.Encoding.OutputNames],
            OutputNames = LessonRows.OutputNames(model.Target, model.Network.Outputs),
            Rows = [],
            Scaling = LessonScaling.Of(encoding, table, model.Target),
        };
    }

    /// <summary>The same network in double, and without dropout: a float is a double too, and a lesson leaves nothing to chance.</summary>
    private static SequentialNetwork<double> Widen(SequentialNetwork<float> network)
    {
        Architecture architecture = network
            .Architecture.Layers.Where(layer => layer is not DropoutDescription)
            .Aggregate(Architecture.WithInputs(network.Inputs), (before, layer) => before.Add(layer));
        SequentialNetwork<double> wide = architecture.BuildUninitialized<double>();
        foreach ((int i, float parameter) in network.Parameters.Values.ToArray().Index())
        {
            wide.Parameters[i, 0] = parameter;
        }
        foreach ((int i, float value) in network.State.Values.ToArray().Index())
        {
            wide.State[i, 0] = value;
        }
        return wide;
    }

    /// <summary>The recipe with the step that it was trained by, as far as the model tells.</summary>
    internal static Recipe StepOf(Model<float> model, Recipe recipe)
    {
        IReadOnlyDictionary<string, string> settings = model.Provenance.Settings;
        bool isKnown =
            settings.TryGetValue(OptimizerSettings.Name.Name, out string? name)
            && OptimizerSettings.Name.Check(name) is null;
        return isKnown ? SettingTable.ReadKnown(recipe, settings, setting => setting.Part == SettingPart.Step) : recipe;
    }

    /// <summary>The loss that it was trained with, as far as the model tells.</summary>
    private static Loss LossOf(Model<float> model)
    {
        Recipe recipe = SettingTable.ReadKnown(
            new Recipe(),
            model.Provenance.Settings,
            setting => setting.Task is not null
        );
        if (model.Target is NumberTarget)
        {
            return recipe.RegressionLoss;
        }
        return model.Network.Architecture.OutputActivation == Activation.Softmax
            ? new CrossEntropy(recipe.LabelSmoothing)
            : new BinaryCrossEntropy(recipe.LabelSmoothing);
    }
}
