using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>The step that one row would make, number by number, as the command <c>trace</c> writes it.</summary>
internal static class SceneTrace
{
    private const int Digits = 6;

    /// <summary>The page's content and style.</summary>
    /// <param name="training">The training, whose weights are taken as they are.</param>
    /// <param name="row">The row, from 0 on.</param>
    /// <param name="language">The language of what is explained.</param>
    /// <exception cref="SceneException">The network has too many weights to be read, or a layer of another kind.</exception>
    internal static JsonObject Create(InteractiveTraining training, int row, Language language)
    {
        Require(training);
        Table table = training.Scene.Data.Table;
        Lesson lesson = TrainedLesson.Create(training.Current(), table, training.Plan.Recipe).Choose(table, [row + 1]);
        StepTrace trace = StepTracer.Run(
            lesson.Network,
            lesson.Loss,
            lesson.Recipe.UpdateRule,
            lesson.Batch,
            1,
            lesson.Length
        );
        TraceSubject subject = new(lesson, trace, language, new TraceNumbers(Digits));
        XElement page = TracePage.Create(subject, null, SceneCommands.Trace(table, row));
        return new JsonObject
        {
            ["style"] = page.Descendants("style").First().Value,
            ["content"] = page.Descendants("main").First().ToString(SaveOptions.DisableFormatting),
        };
    }

    /// <summary>Whether every layer can be written as formulas; a step of one row leaves dropout out.</summary>
    internal static bool IsShown(Architecture architecture) =>
        architecture.Layers.All(layer => layer is DenseDescription or ActivationDescription or DropoutDescription);

    private static void Require(InteractiveTraining training)
    {
        int parameters = training.Network.Parameters.Rows;
        if (parameters > TraceSubject.MostParameters)
        {
            throw new SceneException(
                $"A step of {parameters} weights and biases is too much to be read; the limit is {TraceSubject.MostParameters}.",
                "trace",
                "Choose fewer units."
            );
        }
        if (!IsShown(training.Plan.Architecture))
        {
            throw new SceneException(
                "A step is shown of dense layers and activations, and this network has others.",
                "trace",
                "Choose no normalization."
            );
        }
    }
}
