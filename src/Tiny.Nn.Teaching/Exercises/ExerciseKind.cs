namespace Tiny.Nn.Teaching.Exercises;

/// <summary>What an exercise asks for.</summary>
internal enum ExerciseKind
{
    /// <summary>z of a unit: the sum of its inputs, weighted, and its bias.</summary>
    WeightedSum,

    /// <summary>a of a unit, from its z.</summary>
    UnitOutput,

    /// <summary>ℓ of a sample, from its outputs and targets.</summary>
    Loss,

    /// <summary>δ of an output.</summary>
    OutputDelta,

    /// <summary>δ of a hidden unit, from those behind it.</summary>
    HiddenDelta,

    /// <summary>An entry ∂aᵢ/∂zⱼ of the Jacobian of softmax.</summary>
    SoftmaxSlope,

    /// <summary>∂ℓ/∂w of a weight in one sample: δ of its unit times its input.</summary>
    WeightGradient,

    /// <summary>A weight after the step.</summary>
    WeightAfterStep,

    /// <summary>Which way a weight goes, from the sign of its gradient.</summary>
    GradientSign,

    /// <summary>Which output activation and loss a target asks for.</summary>
    OutputChoice,
}
