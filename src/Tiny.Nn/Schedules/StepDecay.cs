using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f = γ^⌊e/n⌋ in epoch e, from 0 on
/// As in He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", 2016, section 4.1, at fixed distances.
/// </summary>
/// <param name="Epochs">n.</param>
/// <param name="Decay">γ.</param>
internal sealed record StepDecay(int Epochs, double Decay) : LearningRateSchedule
{
    public int Epochs { get; } = Within.Positive(Epochs);

    public double Decay { get; } = Within.Fraction(Decay);

    public override string Name => string.Create(CultureInfo.InvariantCulture, $"step:{Epochs}:{Decay}");

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position) => IntegerPower.Of(Decay, position.Epoch / Epochs);
}
