using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ScheduledTrainingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Epochs = 6;
    private const int BatchSize = 16;

    private readonly Dataset<T> data = ToyTraining.Moons<T>(50);
    private readonly FitOptions options = new() { Epochs = Epochs, BatchSize = BatchSize };

    private static readonly LearningRateSchedule[] Schedules =
    [
        .. LearningRateSchedule.All,
        LearningRateSchedule.Step(2, 0.5),
        LearningRateSchedule.WarmUp(2, LearningRateSchedule.Plateau(1, 0.5)),
    ];

    [TestCaseSource(nameof(Schedules))]
    public void Fit_and_a_loop_of_ones_own_give_the_same_bits(LearningRateSchedule schedule)
    {
        SequentialNetwork<T> fitted = ToyTraining.Network<T>(dropout: 0.3);
        History history = Trainer(fitted, schedule, out _).Fit(data, null, options);

        SequentialNetwork<T> looped = ToyTraining.Network<T>(dropout: 0.3);
        Trainer<T> trainer = Trainer(looped, schedule, out Generator generator);
        trainer.Length = new TrainingLength(Steps: 4 * Epochs, StepsPerEpoch: 4);
        BatchLoader<T> batches = new(data, BatchSize);
        List<double> rates = [];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            double sum = 0;
            batches.Shuffle(generator);
            while (batches.MoveNext())
            {
                sum += double.CreateTruncating(trainer.Step(batches.Current)) * batches.Current.Count;
            }
            trainer.EndEpoch(sum / data.Count);
            rates.Add(trainer.LearningRate);
        }
        Assert.That(looped.Parameters.ToDoubles(), Is.EqualTo(fitted.Parameters.ToDoubles()));
        Assert.That(history.Epochs.Select(epoch => epoch.LearningRate), Is.EqualTo(rates));
    }

    [TestCaseSource(nameof(Schedules))]
    public void An_epoch_tells_the_rate_of_its_last_step(LearningRateSchedule schedule)
    {
        History history = Trainer(ToyTraining.Network<T>(), schedule, out _).Fit(data, null, options);
        double[] losses = [.. history.Epochs.Select(epoch => epoch.Monitored)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            TrainingPosition last = new(4 * epoch + 3, new TrainingLength(4 * Epochs, 4), losses.AsSpan(0, epoch));
            Assert.That(history.Epochs[epoch].LearningRate, Is.EqualTo(0.01 * schedule.Factor(last)), $"epoch {epoch}");
        }
    }

    [Test]
    public void A_step_moves_by_the_rate_of_the_schedule()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        UpdateRule rule = new(new Sgd(0.5)) { Schedule = LearningRateSchedule.Cosine() };
        Trainer<T> trainer = new(network, Loss.BinaryCrossEntropy, rule, new Generator(2))
        {
            Length = new TrainingLength(4),
        };
        double[] rates = [0.5, 0.5 * (0.5 + Math.Sqrt(0.125)), 0.25, 0.5 * (0.5 - Math.Sqrt(0.125)), 0, 0];
        Assert.That(trainer.LearningRate, Is.EqualTo(0.5));
        foreach (double rate in rates)
        {
            double[] before = network.Parameters.ToDoubles();
            trainer.Step(data.Inputs, data.Targets);
            double[] expected = [.. before.Zip(trainer.Gradient.ToDoubles(), (theta, g) => theta - rate * g)];
            Assert.That(trainer.LearningRate, Is.EqualTo(rate).Within(1e-15));
            Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(expected).Within(1e-6));
        }
    }

    [Test]
    public void A_plateau_lowers_the_rate_by_the_validation_loss()
    {
        // The training loss falls; the validation set has the other half of the moons' classes, so its loss rises.
        Matrix<T> flipped = new(1, data.Count, [.. data.Targets.Values.ToArray().Select(t => T.One - t)]);
        LearningRateSchedule plateau = LearningRateSchedule.Plateau(2, 0.5);
        History history = Trainer(ToyTraining.Network<T>(), plateau, out _)
            .Fit(data, new Dataset<T>(data.Inputs, flipped), options);
        Assert.That(history.Epochs.Select(epoch => epoch.TrainingLoss), Is.Ordered.Descending);
        Assert.That(history.Epochs.Select(epoch => epoch.ValidationLoss), Is.Ordered.Ascending);
        Assert.That(
            history.Epochs.Select(epoch => epoch.LearningRate),
            Is.EqualTo([0.01, 0.01, 0.01, 0.005, 0.005, 0.0025])
        );
    }

    [Test]
    public void Every_fit_runs_its_schedule_from_the_start()
    {
        Trainer<T> trainer = Trainer(ToyTraining.Network<T>(), LearningRateSchedule.Cosine(), out _);
        History first = trainer.Fit(data, null, options);
        History second = trainer.Fit(data, null, options);
        Assert.That(
            second.Epochs.Select(epoch => epoch.LearningRate),
            Is.EqualTo(first.Epochs.Select(epoch => epoch.LearningRate))
        );
    }

    [Test]
    public void A_loop_of_ones_own_must_say_how_long_it_is()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        double[] before = network.Parameters.ToDoubles();
        Trainer<T> trainer = Trainer(network, LearningRateSchedule.Cosine(), out _);
        Assert.That(
            () => trainer.Step(data.Inputs, data.Targets),
            Throws.InvalidOperationException.With.Message.Contain("Length")
        );
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(before));
    }

    private static Trainer<T> Trainer(
        SequentialNetwork<T> network,
        LearningRateSchedule schedule,
        out Generator generator
    )
    {
        generator = new Generator(seed: 2);
        return new(network, Loss.BinaryCrossEntropy, new UpdateRule(new Adam(0.01)) { Schedule = schedule }, generator);
    }
}
