using System.Globalization;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f rises from 1/25 to 1 in the first share r of the steps, and falls to 1/250 000 in the others, each along half a cosine:
/// t = s/S; f = 1/25 ↗ 1 over t/r for t &lt; r, then 1 ↘ 1/250 000 over (t − r)/(1 − r)
/// Smith, Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates", 2018; the shares and the
/// cosines are those of fastai. The optimizer's rate is the highest one; its momentum stays as it is.
/// </summary>
/// <param name="Rise">r.</param>
internal sealed record OneCycle(double Rise) : LearningRateSchedule
{
    internal const double UsualRise = 0.3;
    internal const double First = 1.0 / 25;
    internal const double Last = First / 10_000;

    public double Rise { get; } = Within.Fraction(Rise);

    public override string Name =>
        Rise == UsualRise ? "one-cycle" : string.Create(CultureInfo.InvariantCulture, $"one-cycle:{Rise}");

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position)
    {
        double t = position.Progress;
        return t < Rise
            ? CosineDecay.Between(First, 1, t / Rise)
            : CosineDecay.Between(1, Last, (t - Rise) / (1 - Rise));
    }
}
