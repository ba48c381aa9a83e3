using Tiny.Nn.Names;

namespace Tiny.Nn.Schedules;

/// <summary>
/// A factor of the optimizer's learning rate that changes as training goes on: ηₛ = η·f(s) at step s. Weight decay, a dropout rate
/// and label smoothing may have one of their own. A description without state:
/// f depends on where training stands and on nothing else, so a training can be resumed from its position alone.
/// </summary>
public abstract record LearningRateSchedule
{
    /// <summary>f = 1: the optimizer's learning rate throughout.</summary>
    public static LearningRateSchedule Constant { get; } = new ConstantRate();

    /// <summary>Half a cosine for each doubling of (1 + 15·share of the steps): four cycles, each longer than the one before.</summary>
    /// <remarks>Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024.</remarks>
    public static LearningRateSchedule CosLog4 { get; } = new CosLog4();

    /// <summary>1 in the first half of the steps, then half a cosine down to 0: for dropout and weight decay.</summary>
    /// <remarks>Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024.</remarks>
    public static LearningRateSchedule FlatCosine { get; } = new FlatCosine();

    private static readonly (LearningRateSchedule Example, Func<ScheduleText, LearningRateSchedule> Read)[] Known =
    [
        (Constant, _ => Constant),
        (Step(30, 0.1), text => Step(text.Count(), text.Number())),
        (Exponential(0.95), text => Exponential(text.Number())),
        (Cosine(), text => Cosine(text.Number(usual: 0))),
        (WarmUp(5, Cosine()), text => WarmUp(text.Count(), Parse(text.Rest()))),
        (OneCycle(), text => OneCycle(text.Number(usual: Schedules.OneCycle.UsualRise))),
        (Plateau(10, 0.5), text => Plateau(text.Count(), text.Number())),
        (CosLog4, _ => CosLog4),
        (FlatCosine, _ => FlatCosine),
    ];

    /// <summary>One schedule of each kind, with typical settings, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<LearningRateSchedule> All { get; } = [.. Known.Select(known => known.Example)];

    /// <summary>The text that <see cref="Parse"/> reads: a kind and its settings, such as <c>step:30:0.1</c>.</summary>
    public abstract string Name { get; }

    /// <summary>f = decayᵏ after k·epochs epochs: constant between the drops.</summary>
    /// <param name="epochs">How many epochs lie between two drops, at least one.</param>
    /// <param name="decay">The factor of each drop, in (0, 1).</param>
    public static LearningRateSchedule Step(int epochs, double decay) => new StepDecay(epochs, decay);

    /// <summary>f = decayᵉ in epoch e, from 0 on.</summary>
    /// <param name="decay">The factor of each epoch, in (0, 1).</param>
    public static LearningRateSchedule Exponential(double decay) => new ExponentialDecay(decay);

    /// <summary>Half a cosine from 1 at the first step down to a floor at the end.</summary>
    /// <param name="floor">Where it ends, in [0, 1).</param>
    public static LearningRateSchedule Cosine(double floor = 0) => new CosineDecay(floor);

    /// <summary>Rises step by step over the first epochs, and leaves the rest of the training to another schedule.</summary>
    /// <param name="epochs">How many epochs the rise takes, at least one.</param>
    /// <param name="then">The schedule of the epochs after it, which starts there.</param>
    public static LearningRateSchedule WarmUp(int epochs, LearningRateSchedule then) => new WarmUp(epochs, then);

    /// <summary>Rises from 1/25 to 1, then falls to almost 0, each along half a cosine.</summary>
    /// <param name="rise">The share of the steps that the rise takes, in (0, 1).</param>
    public static LearningRateSchedule OneCycle(double rise = Schedules.OneCycle.UsualRise) => new OneCycle(rise);

    /// <summary>Drops whenever the monitored loss has not improved for some epochs.</summary>
    /// <param name="patience">How many epochs without improvement lead to a drop, at least one.</param>
    /// <param name="decay">The factor of each drop, in (0, 1).</param>
    public static LearningRateSchedule Plateau(int patience, double decay) => new Plateau(patience, decay);

    /// <summary>The schedule of a text such as <c>cosine:0.01</c>.</summary>
    /// <exception cref="FormatException">There is no such schedule, or its settings are missing, too many or out of range.</exception>
    public static LearningRateSchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach ((LearningRateSchedule example, Func<ScheduleText, LearningRateSchedule> read) in Known)
        {
            if (ScheduleText.KindOf(text) == ScheduleText.KindOf(example.Name))
            {
                return new ScheduleText(text, example.Name).Read(read);
            }
        }
        throw UnknownName.Create("learning-rate schedule", ScheduleText.KindOf(text), All);
    }

    /// <summary>f: what the optimizer's learning rate is multiplied by in the step after a position.</summary>
    /// <param name="position">Where training stands.</param>
    /// <exception cref="InvalidOperationException">It depends on the length of the training, and that is not known.</exception>
    public abstract double Factor(TrainingPosition position);

    /// <summary>False where f does not depend on <see cref="TrainingPosition.Losses"/>, so nobody has to keep them.</summary>
    internal virtual bool ReadsLosses => true;

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
