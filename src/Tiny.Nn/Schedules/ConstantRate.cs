namespace Tiny.Nn.Schedules;

/// <summary>f(s) = 1</summary>
internal sealed record ConstantRate : LearningRateSchedule
{
    public override string Name => "constant";

    internal override bool ReadsLosses => false;

    public override double Factor(TrainingPosition position) => 1;
}
