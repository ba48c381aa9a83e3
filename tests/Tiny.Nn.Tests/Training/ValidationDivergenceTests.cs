using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

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
}
