using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f(s) = ½(1 + cos(π(max(1, 2t) − 1))) with t = s/S: 1 in the first half of the steps, then half a cosine down to 0
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024.
/// </summary>
internal sealed record FlatCosine : LearningRateSchedule
{
    public override string Name => "flat-cosine";

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position) =>
        0.5 * (1 + CosPi.Of(Math.Max(1, 2 * position.Progress) - 1));
}
