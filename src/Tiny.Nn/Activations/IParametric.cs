namespace Tiny.Nn.Activations;

/// <summary>What has a parameter that belongs to its name, as the 0.2 of <c>leaky-relu:0.2</c>.</summary>
internal interface IParametric
{
    /// <summary>The parameter; null for none.</summary>
    double? Parameter { get; }
}
