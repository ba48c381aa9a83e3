using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Training;

namespace Tiny.Nn.Source.Tests;

/// <summary>The programs of the README, which shows what is between the braces.</summary>
internal static class ReadmeExamples
{
    internal static void FromATable()
    {
        Table<float> table = CsvTable.Read<float>("data/iris.csv", target: "species");
        Judged<float> judged = Experiment.Run(table, new Recipe { Hidden = [16], Seed = 1 });
        ModelFile.Save(judged.Model, "flowers.tnn");

        if (judged.Test is ClassReport report)
        {
            Console.WriteLine($"accuracy {report.Accuracy:F3} on {report.Rows} rows it has not seen");
        }

        Model<float> model = ModelFile.Load<float>("flowers.tnn");
        float[] probabilities = model.Predict([5.9f, 3.0f, 4.2f, 1.5f]);
        Console.WriteLine(string.Join("  ", probabilities.Select(p => p.ToString("F3"))));
    }

    internal static void StepByStep()
    {
        Generator generator = new(seed: 1);
        Architecture architecture = Architecture.WithInputs(2).Dense(8, Activation.Tanh).Dense(1, Activation.Sigmoid);
        SequentialNetwork<double> network = architecture.Build<double>(generator);

        // Exclusive or: features × samples, one column per sample.
        Matrix<double> x = new(2, 4, [0, 0, 0, 1, 1, 0, 1, 1]);
        Matrix<double> target = new(1, 4, [0, 1, 1, 0]);

        GradientReport check = GradientCheck.Run(Objective.Create(network, Loss.BinaryCrossEntropy), x, target);
        Console.WriteLine($"gradients agree with central differences: {check.LargestRelativeError < 1e-6}");

        Trainer<double> trainer = new(network, Loss.BinaryCrossEntropy, new Adam(0.05), generator);
        for (int step = 1; step <= 300; step++)
        {
            double loss = trainer.Step(x, target);
            if (step % 100 == 0)
            {
                Console.WriteLine($"step {step}  loss {loss:F4}");
            }
        }

        Matrix<double> answers = network.Predict(x);
        Console.WriteLine(string.Join("  ", answers.Values.ToArray().Select(p => p.ToString("F3"))));
    }
}
