using Tiny.Nn.Minimization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Settings;

// The optimizer, and how long training lasts.
public sealed partial record Recipe
{
    /// <summary>
    /// Trains on all rows at once, each of its steps being an epoch, in place of <see cref="Optimizer"/>, <see cref="Schedule"/>, <see cref="Clipping"/>,
    /// <see cref="BatchSize"/> and <see cref="BestBy"/>, which then say nothing; null for steps of batches. It goes with neither dropout nor batch normalization nor an L1 penalty.
    /// </summary>
    public Lbfgs? FullBatch { get; init; }

    /// <summary>Computes the parameter updates from gradients, batch by batch.</summary>
    public Optimizer Optimizer
    {
        get;
        init => field = Given(value);
    } = new Adam(0.005);

    /// <summary>Multiplies the optimizer's learning rate as training goes on.</summary>
    public LearningRateSchedule Schedule
    {
        get;
        init => field = Given(value);
    } = LearningRateSchedule.Constant;

    /// <summary>The penalty on large weights.</summary>
    public WeightPenalty Penalty
    {
        get;
        init => field = Given(value);
    } = WeightPenalty.None;

    /// <summary>Whether λ₂ is that of <see cref="Penalty"/>, or chosen on the validation rows; chosen it can be in full-batch training of a linear model only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public PenaltyChoice PenaltyChoice
    {
        get;
        init =>
            field = Enum.IsDefined(value)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(PenaltyChoice), value, null);
    }

    /// <summary>What is done to a gradient that is too large; null for nothing.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>What the learning rate is multiplied by, for kinds of parameters.</summary>
    public RateFactors RateFactors
    {
        get;
        init => field = Given(value);
    } = RateFactors.Equal;

    /// <summary>Shrinks all parameters but biases in every step, whatever the optimizer.</summary>
    public WeightDecay Decay
    {
        get;
        init => field = Given(value);
    } = new(0);

    /// <summary>Optimizer, schedule, penalty, clipping, rate factors and decay as one.</summary>
    internal UpdateRule UpdateRule =>
        new(Optimizer)
        {
            Schedule = Schedule,
            Penalty = Penalty,
            Clipping = Clipping,
            RateFactors = RateFactors,
            Decay = Decay == new WeightDecay(0) ? null : Decay,
        };

    /// <summary>How many rows make a step, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = Within.Positive(value);
    } = 32;

    /// <summary>
    /// Into how many shards each batch is cut, each with a gradient of its own, so that several processors or machines can share a step; 1 for none. The bits depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Shards
    {
        get;
        init => field = Within.Positive(value);
    } = 1;

    /// <summary>How often to go over the training rows at most; 0 leaves the weights as they start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Epochs
    {
        get;
        init => field = Within.NotNegative(value);
    } = 200;

    /// <summary>How many epochs without a better validation loss to bear, at least 1; null to do all epochs, as without validation rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? Patience
    {
        get;
        init => field = value is { } epochs ? Within.Positive(epochs, nameof(Patience)) : null;
    } = 30;

    /// <summary>How many epochs more to bear for each epoch up to the best one, at least 0: late improvements come at longer intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public double PatienceGrowth
    {
        get;
        init => field = Within.NotNegative(value);
    }

    /// <summary>What chooses the best epoch on the validation rows; bags have a rule of their own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such criterion.</exception>
    public EpochCriterion BestBy
    {
        get;
        init => field = Member(value);
    }

    /// <summary>When to stop early; null to do all epochs.</summary>
    internal IStoppingRule? StoppingRule => Patience is { } epochs ? new EarlyStopping(epochs, PatienceGrowth) : null;
}
