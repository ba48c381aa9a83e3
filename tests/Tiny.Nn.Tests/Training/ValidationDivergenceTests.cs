using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Training;

public sealed class ValidationDivergenceTests
{
    [Test]
    public void A_validation_loss_that_is_no_number_ends_training()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .Build<float>(new Generator(1));
        Trainer<float> trainer = new(network, Loss.SquaredError, new Sgd(1e-3), new Generator(2));
        Dataset<float> training = new(new Matrix<float>(1, 1, [1]), new Matrix<float>(1, 1, [0]));
        Dataset<float> validation = new(new Matrix<float>(1, 1, [3e38f]), new Matrix<float>(1, 1, [-3e38f]));
        TrainingDivergedException? fault = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Fit(training, validation, new FitOptions { Epochs = 5 })
        );
        Assert.That(fault!.Step, Is.EqualTo(1));
        Assert.That(double.IsFinite(fault.Loss), Is.False);
    }

    [Test]
    public void So_it_ends_a_training_on_all_samples_at_once()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .Build<float>(new Generator(1));
        Dataset<float> training = new(new Matrix<float>(1, 2, [1, 2]), new Matrix<float>(1, 2, [0, 1]));
        Dataset<float> validation = new(new Matrix<float>(1, 1, [3e38f]), new Matrix<float>(1, 1, [-3e38f]));
        FullBatchTrainer<float> trainer = new(network, Loss.SquaredError, new Lbfgs());
        TrainingDivergedException? fault = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Fit(training, validation, epochs: 5)
        );
        Assert.That(fault!.Step, Is.EqualTo(1));
    }
}
