using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Gradients;

/// <summary>Every activation × every loss × what else goes into an objective, against central differences; and the check against mistakes.</summary>
public sealed class GradientCheckTests
{
    private static readonly Activation[] Hidden =
    [
        .. Activation.All,
        Activation.Parse("leaky-relu:0.3"),
        Activation.Parse("elu:0.5"),
        Activation.Elementwise(new Softsign()),
    ];

    [Test]
    public void Back_propagation_agrees_with_central_differences(
        [ValueSource(nameof(Hidden))] Activation hidden,
        [ValueSource(typeof(Problem), nameof(Problem.All))] object problem
    )
    {
        Problem of = (Problem)problem;
        foreach (Setting setting in Setting.All)
        {
            SequentialNetwork<double> network = of.Network<double>(hidden, setting.Dropout);
            double[] before = network.Parameters.ToDoubles();
            foreach (Objective<double> objective in of.Objectives(network, setting.Penalty))
            {
                double[] weights = setting.Weighted ? Problem.Weights : [];
                GradientReport report = GradientCheck.Run(
                    objective,
                    new Batch<double>(Problem.Inputs<double>(), of.Targets<double>(), weights),
                    seed: 3
                );
                Assert.That(
                    report.LargestRelativeError,
                    Is.LessThan(1e-6),
                    $"{setting}, {objective.Loss}: {report.Worst}"
                );
                Assert.That(report.Comparisons, Has.Count.EqualTo(before.Length));
                Assert.That(report.Kinks, Is.LessThanOrEqualTo(before.Length / 20), "kinks");
            }
            Assert.That(
                network.Parameters.ToDoubles(),
                Is.EqualTo(before),
                "the check leaves the parameters as they were"
            );
        }
    }

    [Test]
    public void Float_agrees_with_double(
        [ValueSource(nameof(Hidden))] Activation hidden,
        [ValueSource(typeof(Problem), nameof(Problem.All))] object problem
    )
    {
        Problem of = (Problem)problem;
        double[] exact = of.Gradient<double>(hidden);
        double scale = exact.Max(Math.Abs);
        Assert.That(of.Gradient<float>(hidden), Is.EqualTo(exact).Within(1e-4 * scale));
    }

    private static readonly Activation[] Wrong =
    [
        Activation.Elementwise(new TanhWithoutSquare()),
        Activation.Elementwise(new TanhSlightlyOff()),
        Activation.Elementwise(new IdentityWithoutSlope()),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void A_wrong_derivative_is_caught(Activation wrong)
    {
        Problem of = Problem.All[0];
        Objective<double> objective = Objective.Create(of.Network<double>(wrong, dropout: 0), of.Loss);
        GradientReport report = GradientCheck.Run(objective, Problem.Inputs<double>(), of.Targets<double>());
        Assert.That(report.LargestRelativeError, Is.GreaterThan(1e-3));
        Assert.That(report.Worst!.Block, Does.StartWith("0."));
    }

    [Test]
    public void A_network_on_a_kink_says_so()
    {
        // All parameters are 0, so every unit sits on ReLU's kink; through zero weights only the last bias moves the loss.
        SequentialNetwork<double> network = Architecture
            .WithInputs(3)
            .Dense(4, Activation.Relu)
            .Dense(2, Activation.Identity)
            .BuildUninitialized<double>();
        Problem of = Problem.All[0];
        Objective<double> objective = Objective.Create(network, Loss.SquaredError);
        GradientReport report = GradientCheck.Run(
            objective,
            Problem.Inputs<double>(),
            TestNumbers.Matrix<double>(2, Problem.Count)
        );
        IEnumerable<string> blocks = report.Comparisons.Where(c => c.AtKink).Select(c => c.Block).Distinct();
        Assert.That(blocks, Is.EqualTo(["0.weight", "0.bias"]));
        Assert.That(report.Kinks, Is.EqualTo(16));
        Assert.That(report.LargestRelativeError, Is.LessThan(1e-6));
    }

    [Test]
    public void An_error_on_a_kink_of_the_loss_is_marked([Values(0.0, 0.7, -0.7)] double error)
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<double>();
        Loss loss = error == 0 ? Loss.AbsoluteError : new Huber(0.7);
        Objective<double> objective = Objective.Create(network, loss);
        GradientReport report = GradientCheck.Run(objective, Matrices.Row<double>(1), Matrices.Row<double>(-error));
        Assert.That(report.Kinks, Is.EqualTo(2));
        Assert.That(report.Worst, Is.Null);
    }

    [Test]
    public void A_weight_on_the_kink_of_an_L1_penalty_is_marked_and_a_bias_is_not()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<double>();
        Objective<double> objective = Objective.Create(network, Loss.SquaredError, new WeightPenalty(L1: 0.1));
        GradientReport report = GradientCheck.Run(objective, Matrices.Row<double>(1), Matrices.Row<double>(1));
        Assert.That(report.Comparisons.Select(comparison => comparison.AtKink), Is.EqualTo([true, false]));
    }

    [Test]
    public void Says_where_each_parameter_stands()
    {
        Problem of = Problem.All[0];
        SequentialNetwork<double> network = of.Network<double>(Activation.Tanh, dropout: 0);
        GradientReport report = GradientCheck.Run(
            Objective.Create(network, of.Loss),
            Problem.Inputs<double>(),
            of.Targets<double>()
        );
        GradientComparison sixth = report.Comparisons[5];
        Assert.That((sixth.Block, sixth.Row, sixth.Column), Is.EqualTo(("0.weight", 1, 1)));
    }
}
