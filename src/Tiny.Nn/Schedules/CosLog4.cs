using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f(s) = ½(1 − cos(2π·log₂(1 + 15t))) with t = s/S: four cycles, each about twice as long as the one before, from 0 back to 0
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024.
/// </summary>
internal sealed record CosLog4 : LearningRateSchedule
{
    private const double Ln2 = 0.69314718055994530942;

    public override string Name => "coslog4";

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position)
    {
        double log2 = Elementary.Log(new Lane<double>(1 + 15 * position.Progress)).Value / Ln2;
        return 0.5 * (1 - CosPi.Of(2 * log2));
    }
}
