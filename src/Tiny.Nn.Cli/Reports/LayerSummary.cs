using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A layer in a few words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">Its settings beside its size: an activation's name, a rate; empty where there are none.</param>
/// <param name="Inputs">How many numbers go in per sample.</param>
/// <param name="Outputs">How many come out.</param>
/// <param name="Parameters">How many numbers it learned.</param>
internal sealed record LayerSummary(string Kind, string Detail, int Inputs, int Outputs, long Parameters)
{
    internal static IEnumerable<LayerSummary> Of(Model<float> model)
    {
        foreach (Architecture architecture in model.Bags.Select(bag => bag.Networks[0].Architecture))
        {
            int inputs = architecture.Inputs;
            foreach (LayerDescription layer in architecture.Layers)
            {
                LayerSize size = layer.Size(inputs);
                yield return new LayerSummary(layer.Kind, DetailOf(layer), inputs, size.Outputs, size.Parameters);
                inputs = size.Outputs;
            }
        }
    }

    private static string DetailOf(LayerDescription layer) =>
        layer.Settings.Where(setting => setting.Name != "units").ToArray() switch
        {
            [LayerSetting only] => only.Text,
            LayerSetting[] more => string.Join(", ", more.Select(setting => $"{setting.Name} {setting.Text}")),
        };
}
