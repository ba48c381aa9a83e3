namespace Tiny.Nn.Activations;

/// <summary>An activation of each number alone, whatever the type of its formula.</summary>
internal interface IElementwiseActivation
{
    /// <summary>The formula.</summary>
    IActivationFormula Formula { get; }
}
