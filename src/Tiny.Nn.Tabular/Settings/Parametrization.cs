namespace Tiny.Nn.Tabular.Settings;

/// <summary>How the sums of a dense layer are made of its weights.</summary>
public enum Parametrization
{
    /// <summary>z = W·x + b.</summary>
    Standard,

    /// <summary>z = W·x/√inputs + b with weights of variance 1: the neural tangent parametrization, in which one learning rate suits layers of any width.</summary>
    Ntk,
}

/// <summary>Whether numbers of a network are fixed or parameters of their own.</summary>
public enum Trainability
{
    /// <summary>They stay as they are.</summary>
    Fixed,

    /// <summary>They are learned.</summary>
    Learned,
}

/// <summary>What becomes of numbers before the first dense layer.</summary>
public enum NumberEmbedding
{
    /// <summary>Nothing: each is one input.</summary>
    None,

    /// <summary>Each number becomes a few of its own, made of cosines with learned frequencies, beside itself.</summary>
    Periodic,
}

/// <summary>How parameters start.</summary>
public enum Start
{
    /// <summary>As suits the activation.</summary>
    Usual,

    /// <summary>The same, but the weights of the last layer are 0: the network begins by knowing nothing.</summary>
    Zero,

    /// <summary>From the data: sums of variance 1 over the training rows, and bends that cross them. It needs the parametrization ntk.</summary>
    Data,
}
