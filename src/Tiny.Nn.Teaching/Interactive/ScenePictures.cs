using System.Text.Json.Nodes;
using Tiny.Nn.Activations;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Pictures;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>The pictures that can be taken away, as the command <c>plot</c> draws them.</summary>
internal static class ScenePictures
{
    /// <summary>A picture as the text of an SVG file.</summary>
    /// <param name="training">The training.</param>
    /// <param name="name"><c>boundary</c>, <c>history</c> or <c>flow</c>.</param>
    /// <param name="x">Of a boundary: the axis from left to right.</param>
    /// <param name="y">Of a boundary: the axis from the bottom to the top.</param>
    /// <param name="language">The language of its words.</param>
    /// <exception cref="SceneException">There is no such picture, or nothing to draw yet.</exception>
    internal static JsonObject Create(InteractiveTraining training, string name, int x, int y, Language language)
    {
        Picture picture = name switch
        {
            "boundary" => Boundary(training, x, y, language),
            "history" when training.History.EpochCount > 0 => HistoryPicture.Create(
                training.Trained().Model.Provenance,
                language
            ),
            "flow" when training.Observed.Count > 0 => FlowPicture.Create(
                [.. training.Observed.Select(epoch => new FlowEpoch(epoch.Report.Epoch, epoch.Network.Layers))],
                [],
                [training.Scene.Commands[^1]],
                language
            ),
            _ => throw new SceneException("There is nothing to draw yet.", name, "Train an epoch first."),
        };
        return new JsonObject { ["svg"] = Svg(picture) };
    }

    /// <summary>The atlas: activations with their derivatives, as <c>plot functions</c> draws them.</summary>
    /// <param name="name">One of them; empty for all.</param>
    /// <param name="low">Where the charts begin.</param>
    /// <param name="high">Where they end.</param>
    /// <param name="columns">How many charts stand side by side.</param>
    /// <param name="language">The language of its words.</param>
    /// <exception cref="SceneException">There is no such function, or charts cannot begin and end there.</exception>
    internal static JsonObject Functions(string name, double low, double high, int columns, Language language)
    {
        // NaN, which a field without a number gives, is below nothing.
        if (!(low < high && low >= -FunctionAtlas.Farthest && high <= FunctionAtlas.Farthest))
        {
            throw new SceneException(
                "Charts cannot begin and end there.",
                "functions",
                $"Give two numbers from -{FunctionAtlas.Farthest} to {FunctionAtlas.Farthest}, the smaller one first."
            );
        }
        try
        {
            Activation[] chosen = name.Length == 0 ? [.. Activation.All] : [Activation.Parse(name)];
            Picture picture = FunctionAtlas.Create(chosen, low, high, language, columns);
            return new JsonObject
            {
                ["svg"] = Svg(picture),
                ["title"] = $"{picture.Title}: {string.Join(", ", picture.Charts.Select(chart => chart.Name))}",
            };
        }
        catch (FormatException fault)
        {
            throw new SceneException(fault.Message, "functions", "Choose another function.");
        }
    }

    private static string Svg(Picture picture)
    {
        using StringWriter text = new() { NewLine = "\n" };
        SvgFile.Write(PictureDrawing.Create(picture), text);
        return text.ToString();
    }

    private static Picture Boundary(InteractiveTraining training, int x, int y, Language language)
    {
        Table table = training.Scene.Data.Table;
        Model<float> model = training.Current();
        string[] names = [.. table.FeatureNames];
        (int first, int second) = (
            Array.IndexOf(names, training.Scene.Data.Axes[x]),
            Array.IndexOf(names, training.Scene.Data.Axes[y])
        );
        if (first < 0 || second < 0 || first == second)
        {
            throw new SceneException(
                "A picture of a plane is drawn where both of its axes are inputs.",
                "boundary",
                "Choose two columns that go into the network."
            );
        }
        return new BoundaryPicture(
            model,
            table,
            ColumnSection.Create(model, table, (first, second), language),
            language
        )
        {
            ValidationRows = training.Plan.Split.Validation.ToHashSet(),
            Notes = [TrainedNote.Of(model, language)],
        }.Create();
    }
}
