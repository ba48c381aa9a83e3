namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>What can be wrong with a training, in the order in which it is worth looking at: causes before what follows from them.</summary>
public enum SymptomKind
{
    /// <summary>Inputs are far from the size of 1.</summary>
    UnscaledInputs,

    /// <summary>Hidden units started with the same weights, and stay the same.</summary>
    SymmetricStart,

    /// <summary>The first loss is far from that of answers that know nothing.</summary>
    InitialLoss,

    /// <summary>The loss jumps or grows, or left the range of numbers.</summary>
    LearningRateTooHigh,

    /// <summary>The loss still falls at the end, in steps that are tiny beside the weights.</summary>
    LearningRateTooLow,

    /// <summary>Units pass no gradient for any sample.</summary>
    DeadUnits,

    /// <summary>Units lie where their activation is flat.</summary>
    Saturation,

    /// <summary>The first layer gets hardly any of the gradient.</summary>
    VanishingGradients,

    /// <summary>The gradient grows on its way back.</summary>
    ExplodingGradients,

    /// <summary>Much is left unexplained of the very samples that the network learned from, and their neighbours would explain it.</summary>
    Underfitting,

    /// <summary>The validation loss grows while the training loss falls.</summary>
    Overfitting,

    /// <summary>The network is sure, epoch after epoch, that samples are of another class than they are said to be.</summary>
    SuspectLabels,
}
