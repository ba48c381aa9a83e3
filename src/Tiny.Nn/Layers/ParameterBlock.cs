namespace Tiny.Nn.Layers;

/// <summary>What a block of parameters is for.</summary>
public enum ParameterRole
{
    /// <summary>A factor of inputs: penalties apply to it.</summary>
    Weight,

    /// <summary>An addend: penalties leave it alone.</summary>
    Bias,
}

/// <summary>A matrix of parameters: its name and where it lies in a vector of parameters.</summary>
/// <param name="Name">Such as <c>weight</c>; in a network <c>0.weight</c>, with the layer's number.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Start">How many parameters stand before it.</param>
/// <param name="Rows">Outputs.</param>
/// <param name="Columns">Inputs, or 1.</param>
public sealed record ParameterBlock(string Name, ParameterRole Role, int Start, int Rows, int Columns)
{
    /// <summary>How many parameters it has.</summary>
    public int Length => Rows * Columns;
}
