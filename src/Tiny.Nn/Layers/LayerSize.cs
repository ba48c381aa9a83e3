namespace Tiny.Nn.Layers;

/// <summary>How many numbers a layer has, by its description and its number of inputs.</summary>
/// <param name="Outputs">Outputs per sample.</param>
/// <param name="Parameters">Parameters, which an optimizer trains.</param>
/// <param name="State">State values, which are measured in training and not trained.</param>
public readonly record struct LayerSize(int Outputs, long Parameters = 0, long State = 0)
{
    /// <summary>All three.</summary>
    public override string ToString() => $"{Outputs} outputs, {Parameters} parameters, {State} state values";
}
