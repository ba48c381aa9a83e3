using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;

namespace Tiny.Nn.Layers;

/// <summary>Which start suits which activation: the spread of the sums should neither grow nor fade from layer to layer.</summary>
public static class DefaultInitializer
{
    /// <summary>He where the activation cuts half of the input off, LeCun for SELU, whose fixed point needs it, else Glorot.</summary>
    public static Initializer Before(Activation activation) =>
        activation switch
        {
            ElementwiseActivation<Relu>
            or ElementwiseActivation<LeakyRelu>
            or ElementwiseActivation<Elu>
            or ElementwiseActivation<Gelu>
            or ElementwiseActivation<GeluTanh>
            or ElementwiseActivation<Silu>
            or ElementwiseActivation<Mish>
            or ElementwiseActivation<Softplus> => Initializer.HeNormal,
            ElementwiseActivation<Selu> => Initializer.LeCunNormal,
            _ => Initializer.GlorotUniform,
        };
}
