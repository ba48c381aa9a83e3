using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>What was trained, on one line.</summary>
internal static class TrainedNote
{
    private static readonly Caption Network = new("network", "ネットワーク");
    private static readonly Caption Epochs = new("epochs", "エポック");
    private static readonly Caption Rows = new("rows", "行");

    internal static string Of(Model<float> model, Language language)
    {
        Provenance history = model.Provenance;
        string Setting(string name) => history.Settings.TryGetValue(name, out string? value) ? value : "";
        string[] parts =
        [
            $"{Network.In(language)} {model.Network.Architecture}",
            $"{Setting("optimizer")} {Setting("learning-rate")}".Trim(),
            $"{history.Epochs.Count} {Epochs.In(language)}",
            $"{history.Rows} {Rows.In(language)}",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
