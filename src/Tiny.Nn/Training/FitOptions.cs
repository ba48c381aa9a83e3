namespace Tiny.Nn.Training;

/// <summary>How long to train, in which portions, and when to stop.</summary>
public sealed record FitOptions
{
    private readonly int epochs = 100;
    private readonly int batchSize = 32;

    /// <summary>How often to go over all samples at most; not negative.</summary>
    public int Epochs
    {
        get => epochs;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            epochs = value;
        }
    }

    /// <summary>How many samples make a step; at least one.</summary>
    public int BatchSize
    {
        get => batchSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            batchSize = value;
        }
    }

    /// <summary>Is asked after every epoch whether to stop; null to do all epochs.</summary>
    public IStoppingRule? StoppingRule { get; init; }
}
