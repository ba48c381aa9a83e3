namespace Tiny.Nn.Training;

/// <summary>What tells good epochs from bad ones.</summary>
public enum EpochCriterion
{
    /// <summary>The monitored loss; of equal epochs the first is the best.</summary>
    Loss,

    /// <summary>
    /// The share of validation samples whose class was not recognised; of equal epochs, of which few samples make many, the last is the best. Where no such
    /// share was measured, as of numbers, the monitored loss.
    /// </summary>
    Error,
}
