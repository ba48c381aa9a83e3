using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Guide;

internal static class OwnLoop
{
    internal static void Run()
    {
        // 240 points of a sine with a little noise: features × samples and outputs × samples, one column per sample.
        Generator generator = new(seed: 1);
        Matrix<double> x = new(1, 240);
        Matrix<double> target = new(1, 240);
        for (int i = 0; i < 240; i++)
        {
            x[0, i] = 6 * generator.NextUniform() - 3;
            target[0, i] = Math.Sin(x[0, i]) + 0.05 * generator.NextNormal();
        }
        Dataset<double> training = new(x.Slice(0, 200), target.Slice(0, 200));
        Batch<double> validation = new(x.Slice(200, 40), target.Slice(200, 40));

        const int BatchSize = 32;
        const int Epochs = 200;
        Architecture architecture = Architecture.WithInputs(1).Dense(16, Activation.Tanh).Dense(1);
        SequentialNetwork<double> network = architecture.Build<double>(generator);
        UpdateRule rule = new(new Adam(0.03))
        {
            Schedule = LearningRateSchedule.WarmUp(5, LearningRateSchedule.Cosine()),
            Clipping = GradientClipping.ByNorm(1),
        };
        Trainer<double> trainer = new(network, Loss.SquaredError, rule, generator)
        {
            // What the schedule measures its progress by.
            Length = TrainingLength.Of(training.Count, BatchSize, Epochs),
        };

        Objective<double> objective = Objective.Create(network, Loss.SquaredError);
        Workspace<double> workspace = objective.Network.CreateWorkspace(validation.Count);
        int[] order = [.. Enumerable.Range(0, training.Count)];
        (int Epoch, double Loss, SequentialNetwork<double> Network) best = (0, double.PositiveInfinity, network);

        // Ends by itself: 20 epochs that were no better are enough.
        for (int epoch = 1; epoch <= Epochs && epoch - best.Epoch <= 20; epoch++)
        {
            generator.Shuffle<int>(order);
            Batch<double> shuffled = training.Select(order).All;
            double sum = 0;
            for (int first = 0; first < shuffled.Count; first += BatchSize)
            {
                // A slice is a view: nothing is copied. The last batch of an epoch is smaller.
                Batch<double> batch = shuffled.Slice(first, Math.Min(BatchSize, shuffled.Count - first));
                sum += trainer.Step(batch) * batch.Count;
            }

            double loss = objective.Evaluate(validation, workspace);
            trainer.EndEpoch(loss);
            if (loss < best.Loss)
            {
                best = (epoch, loss, network.Copy());
            }
            if (epoch % 20 == 0)
            {
                Console.WriteLine(
                    $"epoch {epoch, 3}  rate {trainer.LearningRate:F4}  training {sum / training.Count:F4}  validation {loss:F4}"
                );
            }
        }

        Console.WriteLine($"kept: epoch {best.Epoch}, validation {best.Loss:F4}");
        Console.WriteLine($"sin 1 is about {best.Network.Predict(new Matrix<double>(1, 1, [1]))[0, 0]:F2}");
    }
}
