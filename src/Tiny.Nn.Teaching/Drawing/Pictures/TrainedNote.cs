using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>What was trained, on one line.</summary>
internal static class TrainedNote
{
    private static readonly Caption Network = new("network", "ネットワーク");
    private static readonly Caption Networks = new("networks", "個のネットワーク");
    private static readonly Caption Epochs = new("epochs", "エポック");
    private static readonly Caption Rows = new("rows", "行");

    internal static string Of(Model<float> model, Language language)
    {
        Provenance history = model.Provenance;
        string[] parts =
        [
            model.NetworkCount > 1
                ? $"{model.NetworkCount} {Networks.In(language)}"
                : $"{Network.In(language)} {model.Network.Architecture}",
            OptimizerSettings.Summary(history.Settings),
            history.EpochCount == 0 || model.NetworkCount > 1 ? "" : $"{history.EpochCount} {Epochs.In(language)}",
            $"{history.Rows} {Rows.In(language)}",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
