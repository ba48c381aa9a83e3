namespace Tiny.Nn.Schedules;

/// <summary>Where a training stands before a step: all that a learning-rate schedule may know.</summary>
public readonly ref struct TrainingPosition
{
    private readonly long? stepsPerEpoch;

    /// <summary>A position in a training.</summary>
    /// <param name="step">How many steps were made: 0 before the first one.</param>
    /// <param name="length">How long training is meant to be; null where it is not known.</param>
    /// <param name="losses">The monitored loss of every finished epoch.</param>
    public TrainingPosition(long step, TrainingLength? length = null, ReadOnlySpan<double> losses = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        Step = step;
        Steps = length?.Steps;
        stepsPerEpoch = length?.StepsPerEpoch;
        Losses = losses;
    }

    private TrainingPosition(long step, long? steps, long? stepsPerEpoch, ReadOnlySpan<double> losses)
    {
        Step = step;
        Steps = steps;
        this.stepsPerEpoch = stepsPerEpoch;
        Losses = losses;
    }

    /// <summary>What was made of the losses at the position before; null where nobody kept it.</summary>
    internal PlateauCount? Plateaus { get; init; }

    /// <summary>How many epochs were over before those of <see cref="Losses"/>.</summary>
    internal int Before { get; private init; }

    /// <summary>How many steps were made: 0 before the first one.</summary>
    public long Step { get; }

    /// <summary>How many steps there are in all; null where it is not known.</summary>
    public long? Steps { get; }

    /// <summary>The monitored loss of every finished epoch: of the validation samples where there are any, else of the training.</summary>
    public ReadOnlySpan<double> Losses { get; }

    /// <summary>The share of all steps that were made, from 0 to 1.</summary>
    /// <exception cref="InvalidOperationException">The number of steps in all is not known.</exception>
    public double Progress =>
        Steps is { } steps
            ? Math.Min(1, (double)Step / steps)
            : throw new InvalidOperationException(
                "The learning-rate schedule depends on how many steps training has in all, which is not known. "
                    + "Give the trainer a Length before its first step, or train with Fit, which knows it."
            );

    /// <summary>How many steps an epoch has.</summary>
    /// <exception cref="InvalidOperationException">It is not known.</exception>
    public long StepsPerEpoch =>
        stepsPerEpoch
        ?? throw new InvalidOperationException(
            "The learning-rate schedule counts epochs, and how many steps an epoch has is not known. "
                + "Give the trainer a Length with StepsPerEpoch before its first step, or train with Fit, which knows it."
        );

    /// <summary>How many epochs were finished: 0 in the first one.</summary>
    /// <exception cref="InvalidOperationException">The number of steps of an epoch is not known.</exception>
    public long Epoch => Step / StepsPerEpoch;

    /// <summary>The position in what is left of the training after its first epochs: at its start where they are not over yet.</summary>
    internal TrainingPosition After(int epochs)
    {
        long over = epochs * StepsPerEpoch;
        long? left = Steps is { } steps ? Math.Max(1, steps - over) : null;
        return new(Math.Max(0, Step - over), left, stepsPerEpoch, Losses[Math.Min(epochs, Losses.Length)..])
        {
            Plateaus = Plateaus,
            Before = Before + epochs,
        };
    }
}
