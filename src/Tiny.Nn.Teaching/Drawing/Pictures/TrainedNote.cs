using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>What was trained, on one line.</summary>
internal static class TrainedNote
{
    private static readonly Caption Network = new("network", "ネットワーク");

    internal static string Of(Model<float> model, Language language)
    {
        Provenance history = model.Provenance;
        string[] parts =
        [
            model.NetworkCount > 1
                ? Networks(model.NetworkCount).In(language)
                : $"{Network.In(language)} {model.Network.Architecture}",
            OptimizerSettings.Summary(history.Settings),
            history.EpochCount == 0 || model.NetworkCount > 1 ? "" : Epochs(history.EpochCount).In(language),
            Rows(history.Rows).In(language),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static Caption Networks(int count) => new($"{count} networks", $"ネットワーク{count}個");

    private static Caption Epochs(int count) => new($"{count} epochs", $"{count}エポック");

    private static Caption Rows(long count) => new($"{count} rows", $"{count}行");
}
