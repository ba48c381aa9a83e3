using System.Globalization;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f(s) = g(0)·(s + 1)/W in the first W steps, those of the first epochs; then f(s) = g(s − W)
/// g is another schedule, which sees a training that starts at step W.
/// Goyal et al., "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", 2017, section 2.2, gradual warm-up.
/// </summary>
/// <param name="Epochs">How many epochs the rise takes.</param>
/// <param name="Then">g.</param>
internal sealed record WarmUp(int Epochs, LearningRateSchedule Then) : LearningRateSchedule
{
    public int Epochs { get; } = Within.Positive(Epochs);

    public LearningRateSchedule Then { get; } = Then ?? throw new ArgumentNullException(nameof(Then));

    public override string Name => string.Create(CultureInfo.InvariantCulture, $"warmup:{Epochs}:{Then}");

    internal override bool ReadsLosses => Then.ReadsLosses;

    public override double Factor(TrainingPosition position)
    {
        long rise = Epochs * position.StepsPerEpoch;
        double factor = Then.Factor(position.After(Epochs));
        return position.Step < rise ? factor * (position.Step + 1) / rise : factor;
    }
}
