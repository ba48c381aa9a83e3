using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f = γᵏ, where k counts how often the monitored loss went n epochs without falling below its lowest; after each time n is
/// counted anew
/// Known as "reduce on plateau"; Bengio, "Practical Recommendations for Gradient-Based Training of Deep Architectures", 2012,
/// section 3.1.1, on lowering the rate when the error stops falling.
/// </summary>
/// <param name="Patience">n.</param>
/// <param name="Decay">γ.</param>
internal sealed record Plateau(int Patience, double Decay) : LearningRateSchedule
{
    public int Patience { get; } = Within.Positive(Patience);

    public double Decay { get; } = Within.Fraction(Decay);

    public override string Name => string.Create(CultureInfo.InvariantCulture, $"plateau:{Patience}:{Decay}");

    public override double Factor(TrainingPosition position)
    {
        if (position.Losses.Length < position.Epoch)
        {
            throw new InvalidOperationException(
                $"The learning-rate schedule {Name} depends on the loss of every epoch, and {position.Losses.Length} are known after "
                    + $"{position.Epoch} epochs. Tell the trainer of each with EndEpoch, or train with Fit, which does."
            );
        }
        PlateauCount count = position.Plateaus?.Of(this, position.Before) ?? new PlateauCount();
        int drops = count.Read(position.Losses, Patience);
        return IntegerPower.Of(Decay, drops);
    }
}
