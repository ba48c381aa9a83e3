namespace Tiny.Nn.Tabular.Settings;

/// <summary>What brings the sums of hidden units to mean 0 and variance 1, before the activation.</summary>
public enum Normalization
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>Batch normalization: each unit over the rows of a batch, in prediction by running statistics.</summary>
    Batch,

    /// <summary>Layer normalization: each row over the units of the layer.</summary>
    Layer,
}
