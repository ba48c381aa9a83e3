using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Exports;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>The model as a program of another language, as the command <c>export</c> writes it.</summary>
internal static class SceneExport
{
    /// <summary>The files: their names, and their content in base 64.</summary>
    /// <param name="training">The training; the model is that of its best epoch.</param>
    /// <param name="language">The language's name.</param>
    /// <exception cref="FormatException">There is no such language.</exception>
    /// <exception cref="Tabular.ExportException">The model cannot travel.</exception>
    internal static JsonObject Create(InteractiveTraining training, string language)
    {
        ExportLanguage to = ExportLanguage.Parse(language);
        string name = Path.GetFileNameWithoutExtension(training.Scene.Data.Table.Source);
        ExportedModel exported = to.Write(training.Trained().Model, name);
        return new JsonObject
        {
            ["files"] = new JsonArray([
                .. exported.Files.Select(file => new JsonObject
                {
                    ["name"] = name + file.Ending,
                    ["content"] = Convert.ToBase64String(file.Content.Span),
                }),
            ]),
        };
    }
}
