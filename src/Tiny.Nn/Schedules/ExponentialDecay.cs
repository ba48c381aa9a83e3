using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f = γᵉ in epoch e, from 0 on
/// The discrete form of e^(−kt); Goodfellow, Bengio, Courville, "Deep Learning", 2016, section 8.3.1, on why the rate must fall.
/// </summary>
/// <param name="Decay">γ.</param>
internal sealed record ExponentialDecay(double Decay) : LearningRateSchedule
{
    public double Decay { get; } = Within.Fraction(Decay);

    public override string Name => string.Create(CultureInfo.InvariantCulture, $"exponential:{Decay}");

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position) => IntegerPower.Of(Decay, position.Epoch);
}
