using Tiny.Nn.Schedules;

namespace Tiny.Nn.Tests.Schedules;

/// <summary>The values of each schedule, against its formula.</summary>
public sealed class ScheduleTests
{
    /// <summary>Ten epochs of four steps.</summary>
    private static readonly TrainingLength Length = new(Steps: 40, StepsPerEpoch: 4);

    [Test]
    public void The_constant_schedule_is_one_and_needs_to_know_nothing() =>
        Assert.That(LearningRateSchedule.Constant.Factor(new TrainingPosition(7)), Is.EqualTo(1));

    /// <summary>Whoever trains keeps losses for those schedules that say so, and for no other.</summary>
    [TestCaseSource(typeof(LearningRateSchedule), nameof(LearningRateSchedule.All))]
    public void A_schedule_reads_losses_where_its_factor_depends_on_them(LearningRateSchedule schedule)
    {
        bool depends = Enumerable.Range(0, 80).Any(step => Factor(step, 1) != Factor(step, -1));
        Assert.That(schedule.ReadsLosses, Is.EqualTo(depends));

        // Losses that rise, or fall, from epoch to epoch.
        double Factor(int step, int direction)
        {
            double[] losses = [.. Enumerable.Range(0, step / 4).Select(epoch => 10.0 + direction * epoch)];
            PlateauCount plateaus = new();
            TrainingLength length = new(Steps: 80, StepsPerEpoch: 4);
            return schedule.Factor(new TrainingPosition(step, length, losses) { Plateaus = plateaus });
        }
    }

    [Test]
    public void Step_decay_drops_at_once_after_so_many_epochs()
    {
        double[] factors = Factors(LearningRateSchedule.Step(epochs: 3, decay: 0.1));
        double[] expected = [.. Enumerable.Range(0, 40).Select(step => Math.Pow(0.1, step / 4 / 3))];
        Assert.That(factors, Is.EqualTo(expected).Within(1e-15));
        Assert.That(factors[11], Is.EqualTo(1));
        Assert.That(factors[12], Is.EqualTo(0.1));
    }

    [Test]
    public void Exponential_decay_drops_with_every_epoch()
    {
        double[] expected = [.. Enumerable.Range(0, 40).Select(step => Math.Pow(0.95, step / 4))];
        Assert.That(Factors(LearningRateSchedule.Exponential(0.95)), Is.EqualTo(expected).Within(1e-15));
    }

    [TestCase(0)]
    [TestCase(0.01)]
    [TestCase(0.5)]
    public void Cosine_falls_from_one_to_its_floor(double floor)
    {
        LearningRateSchedule cosine = LearningRateSchedule.Cosine(floor);
        double[] factors = Factors(cosine);
        double[] expected =
        [
            .. Enumerable.Range(0, 40).Select(s => floor + (1 - floor) * 0.5 * (1 + Math.Cos(Math.PI * s / 40))),
        ];
        Assert.That(factors, Is.EqualTo(expected).Within(1e-15));
        Assert.That(factors, Is.Ordered.Descending.And.Unique);
        Assert.That(factors[0], Is.EqualTo(1));
        Assert.That(factors[20], Is.EqualTo((1 + floor) / 2).Within(1e-15));
        Assert.That(At(cosine, 40), Is.EqualTo(floor).Within(1e-16));
    }

    [Test]
    public void After_its_last_step_a_schedule_stays_where_it_ended() =>
        Assert.That(At(LearningRateSchedule.Cosine(0.25), 1000), Is.EqualTo(0.25));

    [Test]
    public void Warm_up_rises_step_by_step_and_then_the_other_schedule_starts()
    {
        LearningRateSchedule then = LearningRateSchedule.Cosine(0.1);
        double[] factors = Factors(LearningRateSchedule.WarmUp(epochs: 2, then));
        TrainingLength rest = new(Steps: 32, StepsPerEpoch: 4);
        Assert.That(factors[..8], Is.EqualTo(Enumerable.Range(1, 8).Select(i => i / 8.0)).Within(1e-16));
        Assert.That(
            factors[8..],
            Is.EqualTo(Enumerable.Range(0, 32).Select(step => then.Factor(new TrainingPosition(step, rest))))
        );
    }

    [Test]
    public void Warm_up_leads_to_where_the_other_schedule_starts()
    {
        double[] factors = Factors(LearningRateSchedule.WarmUp(1, LearningRateSchedule.OneCycle()));
        Assert.That(factors[..5], Is.EqualTo([0.01, 0.02, 0.03, 0.04, 0.04]).Within(1e-16));
    }

    [Test]
    public void Warm_ups_compose()
    {
        double[] factors = Factors(LearningRateSchedule.Parse("warmup:1:warmup:1:exponential:0.5"));
        double[] expected = [1 / 16.0, 2 / 16.0, 3 / 16.0, 4 / 16.0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 0.5];
        Assert.That(factors[..13], Is.EqualTo(expected).Within(1e-16));
    }

    [Test]
    public void Warm_up_hides_its_epochs_from_a_plateau()
    {
        // The loss of the first two epochs is low, and would count as the lowest.
        LearningRateSchedule schedule = LearningRateSchedule.WarmUp(2, LearningRateSchedule.Plateau(2, 0.5));
        Assert.That(At(schedule, 16, 0.1, 0.1, 3, 2), Is.EqualTo(1));
        Assert.That(At(schedule, 20, 0.1, 0.1, 3, 3, 3), Is.EqualTo(0.5));
    }

    [Test]
    public void A_warm_up_as_long_as_the_training_is_no_error() =>
        Assert.That(Factors(LearningRateSchedule.WarmUp(12, LearningRateSchedule.Cosine()))[^1], Is.EqualTo(40 / 48.0));

    [Test]
    public void One_cycle_rises_to_one_and_falls_to_almost_nothing()
    {
        LearningRateSchedule cycle = LearningRateSchedule.OneCycle();
        double[] factors = Factors(cycle);
        Assert.That(factors[0], Is.EqualTo(1.0 / 25));
        Assert.That(factors[6], Is.EqualTo((1.0 / 25 + 1) / 2).Within(1e-15));
        Assert.That(factors[12], Is.EqualTo(1));
        Assert.That(factors[26], Is.EqualTo((1 + 4e-6) / 2).Within(1e-15));
        Assert.That(At(cycle, 40), Is.EqualTo(4e-6).Within(1e-16));
        Assert.That(factors[..13], Is.Ordered.Ascending.And.Unique);
        Assert.That(factors[12..], Is.Ordered.Descending.And.Unique);
        Assert.That(Factors(LearningRateSchedule.OneCycle(0.5))[20], Is.EqualTo(1));
    }

    /// <summary>Patience 2: the losses of the finished epochs, and how often the rate was halved.</summary>
    private static readonly object[] Losses =
    [
        new object[] { Array.Empty<double>(), 0 },
        new object[] { new double[] { 5, 4, 3, 2, 1 }, 0 },
        new object[] { new double[] { 5, 6, 4, 5 }, 0 },
        new object[] { new double[] { 5, 5, 5 }, 1 },
        new object[] { new double[] { 5, 6, 7, 8 }, 1 },
        new object[] { new double[] { 5, 6, 7, 8, 9 }, 2 },
        new object[] { new double[] { 5, 6, 7, 1, 2, 3 }, 2 },
        new object[] { new double[] { 5, double.NaN, double.NaN }, 1 },
        new object[] { new double[] { double.NaN, double.NaN, 3 }, 1 },
    ];

    [TestCaseSource(nameof(Losses))]
    public void Plateau_halves_the_rate_after_so_many_epochs_without_improvement(double[] losses, int drops) =>
        Assert.That(
            At(LearningRateSchedule.Plateau(patience: 2, decay: 0.5), 4 * losses.Length, losses),
            Is.EqualTo(Math.Pow(0.5, drops))
        );

    /// <summary>Values of TD-S's schedule at a share of the training, computed apart from this code.</summary>
    [TestCase(0.01, 0.350381261601)]
    [TestCase(0.1, 0.718354688462)]
    [TestCase(0.25, 0.493489275465)]
    [TestCase(0.5, 0.073618934186)]
    [TestCase(0.75, 0.875657731081)]
    [TestCase(0.9, 0.186200800126)]
    public void Coslog4_has_the_values_of_its_paper(double share, double expected) =>
        Assert.That(
            LearningRateSchedule.CosLog4.Factor(new TrainingPosition((long)(share * 100), new TrainingLength(100))),
            Is.EqualTo(expected).Within(5e-13)
        );

    /// <summary>1 + 15t is a power of two there: of 15 steps the cycles end after 0, 1, 3, 7 and 15.</summary>
    [Test]
    public void Coslog4_is_zero_where_a_cycle_ends([Values(0, 1, 3, 7, 15)] int step) =>
        Assert.That(
            LearningRateSchedule.CosLog4.Factor(new TrainingPosition(step, new TrainingLength(15))),
            Is.Zero.Within(1e-15)
        );

    /// <summary>Values of TD's schedule of dropout and weight decay, computed apart from this code.</summary>
    [TestCase(0, 1)]
    [TestCase(0.5, 1)]
    [TestCase(0.6, 0.904508497187)]
    [TestCase(0.75, 0.5)]
    [TestCase(0.9, 0.095491502813)]
    [TestCase(1, 0)]
    public void Flat_cosine_has_the_values_of_its_paper(double share, double expected) =>
        Assert.That(
            LearningRateSchedule.FlatCosine.Factor(new TrainingPosition((long)(share * 100), new TrainingLength(100))),
            Is.EqualTo(expected).Within(5e-13)
        );

    [Test]
    public void A_factor_lies_from_zero_to_one_wherever_training_stands(
        [ValueSource(typeof(LearningRateSchedule), nameof(LearningRateSchedule.All))] LearningRateSchedule schedule
    )
    {
        double[] losses = [.. Enumerable.Range(0, 10).Select(i => (double)(i % 3))];
        for (int step = 0; step <= 40; step++)
        {
            TrainingPosition position = new(step, Length, losses);
            double factor = schedule.Factor(position);
            Assert.That(factor, Is.InRange(0, 1), $"step {step}");
            Assert.That(schedule.Factor(position), Is.EqualTo(factor), "It is a function of the position alone.");
        }
    }

    [TestCase("cosine")]
    [TestCase("one-cycle")]
    [TestCase("coslog4")]
    [TestCase("flat-cosine")]
    public void What_depends_on_the_number_of_steps_says_so_where_it_is_not_known(string name) =>
        Assert.That(
            () => LearningRateSchedule.Parse(name).Factor(new TrainingPosition(0)),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "The learning-rate schedule depends on how many steps training has in all, which is not known. "
                    + "Give the trainer a Length before its first step, or train with Fit, which knows it."
            )
        );

    [TestCase("step:30:0.1")]
    [TestCase("exponential:0.95")]
    [TestCase("warmup:5:constant")]
    [TestCase("plateau:10:0.5")]
    public void What_counts_epochs_says_so_where_their_length_is_not_known(string name) =>
        Assert.That(
            () => LearningRateSchedule.Parse(name).Factor(new TrainingPosition(0, new TrainingLength(100))),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "The learning-rate schedule counts epochs, and how many steps an epoch has is not known. "
                    + "Give the trainer a Length with StepsPerEpoch before its first step, or train with Fit, which knows it."
            )
        );

    [Test]
    public void A_plateau_that_is_not_told_of_losses_says_so() =>
        Assert.That(
            () => At(LearningRateSchedule.Plateau(2, 0.5), 8, 1),
            Throws.InvalidOperationException.With.Message.Contain("1 are known after 2 epochs")
        );

    [TestCase(10, 3, 5, 20, 4)]
    [TestCase(9, 3, 5, 15, 3)]
    [TestCase(2, 100, 5, 5, 1)]
    [TestCase(7, 1, 1, 7, 7)]
    public void The_length_of_a_training_counts_the_smaller_last_batch(
        int samples,
        int batchSize,
        int epochs,
        int steps,
        int perEpoch
    ) => Assert.That(TrainingLength.Of(samples, batchSize, epochs), Is.EqualTo(new TrainingLength(steps, perEpoch)));

    private static double[] Factors(LearningRateSchedule schedule) =>
        [.. Enumerable.Range(0, 40).Select(step => At(schedule, step))];

    private static double At(LearningRateSchedule schedule, long step, params double[] losses) =>
        schedule.Factor(new TrainingPosition(step, Length, losses));
}
