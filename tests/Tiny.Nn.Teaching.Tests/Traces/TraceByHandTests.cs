using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Traces;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Traces;

/// <summary>The networks that courses work through, beside an independent calculation: numbers only, one after the other.</summary>
public sealed class TraceByHandTests
{
    private const double Tolerance = 1e-12;

    [Test]
    public void Two_inputs_two_hidden_units_two_outputs()
    {
        double[,] w =
        {
            { 0.15, 0.20 },
            { 0.25, 0.30 },
        };
        double[,] v =
        {
            { 0.40, 0.45 },
            { 0.50, 0.55 },
        };
        double[] x = [0.05, 0.10];
        double[] t = [0.01, 0.99];
        SequentialNetwork<double> network = Logistic(
            2,
            [w, v],
            [
                [0.35, 0.35],
                [0.60, 0.60],
            ]
        );
        StepTrace trace = StepTracer.Run(
            network,
            Loss.SquaredError,
            new Sgd(0.5),
            new Dataset<double>(Matrices.Column<double>(x), Matrices.Column<double>(t))
        );
        SampleTrace sample = trace.Samples[0];

        // Forward.
        double[] net = [w[0, 0] * x[0] + w[0, 1] * x[1] + 0.35, w[1, 0] * x[0] + w[1, 1] * x[1] + 0.35];
        double[] h = [Sigma(net[0]), Sigma(net[1])];
        double[] s = [v[0, 0] * h[0] + v[0, 1] * h[1] + 0.60, v[1, 0] * h[0] + v[1, 1] * h[1] + 0.60];
        double[] o = [Sigma(s[0]), Sigma(s[1])];
        double e = 0.5 * Math.Pow(o[0] - t[0], 2) + 0.5 * Math.Pow(o[1] - t[1], 2);
        Same(sample.Layers[0].Z, net);
        Same(sample.Layers[0].A, h);
        Same(sample.Layers[1].Z, s);
        Same(sample.Layers[1].A, o);
        Assert.That(sample.Loss, Is.EqualTo(e).Within(Tolerance));

        // Backward.
        double[] deltaO = [(o[0] - t[0]) * o[0] * (1 - o[0]), (o[1] - t[1]) * o[1] * (1 - o[1])];
        double[] dh = [v[0, 0] * deltaO[0] + v[1, 0] * deltaO[1], v[0, 1] * deltaO[0] + v[1, 1] * deltaO[1]];
        double[] deltaH = [dh[0] * h[0] * (1 - h[0]), dh[1] * h[1] * (1 - h[1])];
        Same(sample.OutputSlope, o[0] - t[0], o[1] - t[1]);
        Same(sample.Layers[1].Delta, deltaO);
        Same(sample.Layers[0].DA, dh);
        Same(sample.Layers[0].Delta, deltaH);
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                Assert.That(sample.Layers[1].DW[i, j], Is.EqualTo(deltaO[i] * h[j]).Within(Tolerance));
                Assert.That(sample.Layers[0].DW[i, j], Is.EqualTo(deltaH[i] * x[j]).Within(Tolerance));
            }
        }

        // What the courses print.
        Same(sample.Layers[0].A, 0.593269992107187, 0.596884378259767);
        Same(sample.Layers[1].A, 0.751365069552316, 0.772928465321463);
        Assert.That(trace.MeanLoss, Is.EqualTo(0.298371108760003).Within(Tolerance));
        Same(sample.Layers[1].Delta, 0.138498561628557, -0.038098236516556);
        Assert.That(sample.Layers[1].DW[0, 0], Is.EqualTo(0.082167040564231).Within(Tolerance));
        Assert.That(sample.Layers[0].DW[0, 0], Is.EqualTo(0.000438567734474).Within(Tolerance));
        int first = sample.Layers[0].WeightBlock.Start;
        int second = sample.Layers[1].WeightBlock.Start;
        Assert.That(trace.Update.After[second, 0], Is.EqualTo(0.358916479717885).Within(Tolerance));
        Assert.That(trace.Update.After[first, 0], Is.EqualTo(0.149780716132763).Within(Tolerance));
    }

    /// <summary>Its golden δ of the hidden units are those of binary cross-entropy, whose δ at the output is o − y.</summary>
    [Test]
    public void Three_inputs_two_hidden_units_one_output()
    {
        double[,] w =
        {
            { 0.1, 0.3, 0.5 },
            { 0.2, 0.1, 0 },
        };
        double[,] v =
        {
            { 0.1, 0.2 },
        };
        double[] x = [0.6, 0.8, 0.7];
        SequentialNetwork<double> network = Logistic(
            3,
            [w, v],
            [
                [0.1, 0.1],
                [1],
            ]
        );
        Dataset<double> batch = new(Matrices.Column<double>(x), Matrices.Column<double>(0));
        SampleTrace sample = StepTracer.Run(network, Loss.BinaryCrossEntropy, new Sgd(), batch).Samples[0];

        double[] h = [Sigma(0.1 * 0.6 + 0.3 * 0.8 + 0.5 * 0.7 + 0.1), Sigma(0.2 * 0.6 + 0.1 * 0.8 + 0 * 0.7 + 0.1)];
        double o = Sigma(0.1 * h[0] + 0.2 * h[1] + 1);
        double[] deltaH = [0.1 * o * h[0] * (1 - h[0]), 0.2 * o * h[1] * (1 - h[1])];
        Same(sample.Layers[0].A, h);
        Same(sample.Layers[1].A, o);
        Same(sample.Layers[1].Delta, o);
        Same(sample.DeltaInTwoSteps, 1 / (1 - o) * o * (1 - o));
        Same(sample.OutputSlope, 1 / (1 - o));
        Same(sample.Layers[0].Delta, deltaH);
        Assert.That(sample.Loss, Is.EqualTo(-Math.Log(1 - o)).Within(Tolerance));
        Assert.That(sample.IsFused, Is.True);

        Same(sample.Layers[0].A, 0.679178699175393, 0.574442516811659);
        Same(sample.Layers[1].A, 0.765452021909520);
        Same(sample.Layers[0].Delta, 0.016678816353894, 0.037424221791254);
    }

    [Test]
    public void The_Jacobian_of_softmax_of_one_two_three()
    {
        double[,] w =
        {
            { 1 },
            { 2 },
            { 3 },
        };
        SequentialNetwork<double> network = Architecture
            .WithInputs(1)
            .Dense(3, Activation.Softmax)
            .BuildUninitialized<double>();
        Fill(network, 0, w, [0, 0, 0]);
        Dataset<double> batch = new(Matrices.Column<double>(1), Matrices.Column<double>(0, 0, 1));
        SampleTrace sample = StepTracer.Run(network, Loss.CrossEntropy, new Sgd(), batch).Samples[0];
        Same(
            sample.Layers[0].Jacobian,
            [
                0.081925069065,
                -0.02203304452,
                -0.059892024545,
                -0.02203304452,
                0.18483644651,
                -0.16280340199,
                -0.059892024545,
                -0.16280340199,
                0.222695426535,
            ]
        );
        Same(sample.Layers[0].Delta, 0.090030573170, 0.244728471055, 0.665240955775 - 1);
    }

    private static SequentialNetwork<double> Logistic(int inputs, double[][,] weights, double[][] biases)
    {
        Architecture architecture = Architecture.WithInputs(inputs);
        foreach (double[] bias in biases)
        {
            architecture = architecture.Dense(bias.Length, Activation.Sigmoid);
        }
        SequentialNetwork<double> network = architecture.BuildUninitialized<double>();
        for (int i = 0; i < weights.Length; i++)
        {
            Fill(network, 2 * i, weights[i], biases[i]);
        }
        return network;
    }

    private static void Fill(SequentialNetwork<double> network, int layer, double[,] weights, double[] bias)
    {
        Matrix<double> w = network[network.Blocks.Single(block => block.Name == $"{layer}.weight")];
        bias.CopyTo(network[network.Blocks.Single(block => block.Name == $"{layer}.bias")].Values);
        for (int row = 0; row < w.Rows; row++)
        {
            for (int column = 0; column < w.Columns; column++)
            {
                w[row, column] = weights[row, column];
            }
        }
    }

    private static double Sigma(double z) => 1 / (1 + Math.Exp(-z));

    private static void Same(Matrix<double> actual, params double[] expected) =>
        Assert.That(actual.ToDoubles(), Is.EqualTo(expected).Within(Tolerance));
}
