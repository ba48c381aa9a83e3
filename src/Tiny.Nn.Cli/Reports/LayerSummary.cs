using System.Globalization;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A layer in a few words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">Its one setting: an activation's name, a rate; empty where there is none.</param>
/// <param name="Inputs">How many numbers go in per sample.</param>
/// <param name="Outputs">How many come out.</param>
/// <param name="Parameters">How many numbers it learned.</param>
internal sealed record LayerSummary(string Kind, string Detail, int Inputs, int Outputs, long Parameters)
{
    internal static IEnumerable<LayerSummary> Of(Model<float> model)
    {
        int inputs = model.Network.Inputs;
        foreach (LayerDescription layer in model.Network.Architecture.Layers)
        {
            (string kind, string detail) = layer switch
            {
                DenseDescription => ("dense", ""),
                ActivationDescription activation => ("activation", activation.Activation.ToString()),
                DropoutDescription dropout => ("dropout", dropout.Rate.ToString(CultureInfo.InvariantCulture)),
                _ => (layer.GetType().Name, ""),
            };
            yield return new LayerSummary(kind, detail, inputs, layer.Outputs(inputs), layer.ParameterCount(inputs));
            inputs = layer.Outputs(inputs);
        }
    }
}
