using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Schedules;

/// <summary>
/// f(s) = c + (1 − c)·½(1 + cos(πs/S)), of S steps in all
/// Loshchilov, Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, equation 5, without restarts.
/// </summary>
/// <param name="Floor">c.</param>
internal sealed record CosineDecay(double Floor) : LearningRateSchedule
{
    public double Floor { get; } = Within.Share(Floor);

    public override string Name =>
        Floor == 0 ? "cosine" : string.Create(CultureInfo.InvariantCulture, $"cosine:{Floor}");

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position) => Between(1, Floor, position.Progress);

    /// <summary>Half a cosine from one number to another, as t goes from 0 to 1.</summary>
    internal static double Between(double from, double to, double t)
    {
        double weight = 0.5 * (1 + CosPi.Of(t));
        return from * weight + to * (1 - weight);
    }
}
