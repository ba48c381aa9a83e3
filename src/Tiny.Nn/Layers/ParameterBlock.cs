namespace Tiny.Nn.Layers;

/// <summary>What the numbers of a block are for.</summary>
public enum ParameterRole
{
    /// <summary>A factor of inputs: weight penalties apply to it.</summary>
    Weight,

    /// <summary>An addend of each unit: weight penalties leave it alone.</summary>
    Bias,

    /// <summary>A factor of each unit, as γ of a normalization or s of a scaling: weight penalties leave it alone.</summary>
    Scale,

    /// <summary>How far each unit bends, as α of a parametric activation: weight penalties leave it alone.</summary>
    Slope,

    /// <summary>A parameter of an embedding, whatever its part in it: weight penalties leave it alone.</summary>
    Embedding,

    /// <summary>Measured and not trained, as a running mean: a block of the state and not of the parameters.</summary>
    Statistic,
}

/// <summary>A matrix of parameters or state: its name, and where it is stored in the vector of all of them.</summary>
/// <param name="Name">Such as <c>weight</c>; in a network <c>0.weight</c>, with the layer's index.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Start">How many numbers of the vector precede it.</param>
/// <param name="Rows">Outputs.</param>
/// <param name="Columns">Inputs, or 1.</param>
public sealed record ParameterBlock(string Name, ParameterRole Role, int Start, int Rows, int Columns)
{
    /// <summary>The index of its layer in the network, from 0 on.</summary>
    public int Layer { get; init; }

    /// <summary>How many numbers it has.</summary>
    public int Length => Rows * Columns;

    /// <summary>Its name and size.</summary>
    public override string ToString() => $"{Name}: {Rows} × {Columns}";

    /// <summary>The block in a network.</summary>
    internal ParameterBlock In(int layer, int start) =>
        this with
        {
            Name = $"{layer}.{Name}",
            Start = start + Start,
            Layer = layer,
        };
}
