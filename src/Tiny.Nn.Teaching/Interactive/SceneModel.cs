using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>A model file that somebody opens to go on from it.</summary>
internal static class SceneModel
{
    /// <exception cref="ModelFormatException">It is no whole, valid model.</exception>
    /// <exception cref="SceneException">It is of several networks.</exception>
    internal static Model<float> Read(byte[] file)
    {
        Model<float> model = ModelFile.Read<float>(new MemoryStream(file), "model.tnn");
        return model.IsOneNetwork
            ? model
            : throw new SceneException(
                "The model is of several networks, and a page shows one.",
                "model.tnn",
                "Open a model of one network: train it with hidden layers of your own."
            );
    }

    /// <summary>What it was trained on and by.</summary>
    internal static JsonObject Describe(byte[] file)
    {
        Model<float> model = Read(file);
        JsonObject settings = [];
        foreach ((string name, string value) in model.Provenance.Settings)
        {
            settings[name] = value;
        }
        return new JsonObject
        {
            ["source"] = model.Provenance.Source,
            ["target"] = model.Target.Name,
            ["settings"] = settings,
        };
    }
}
