using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Teaching.Tests.Curves;

public sealed class RaceTests
{
    private static TestFunction Bowl => TestFunction.All.Single(function => function.Name == "bowl");

    [TestCaseSource(typeof(TestFunction), nameof(TestFunction.All))]
    public void A_test_function_has_its_derivative_and_its_minimum(object course)
    {
        TestFunction f = (TestFunction)course;
        double[] gradient = new double[2];
        double[] unused = new double[2];
        foreach ((double x, double y) in new[] { f.Start, (0.3, -0.7), (-2, 2) })
        {
            f.Function([x, y], gradient);
            const double H = 1e-5;
            double dx = (f.Function([x + H, y], unused) - f.Function([x - H, y], unused)) / (2 * H);
            double dy = (f.Function([x, y + H], unused) - f.Function([x, y - H], unused)) / (2 * H);
            Assert.That(gradient, Is.EqualTo(new[] { dx, dy }).Within(1e-5));
        }
        Assert.That(f.Function([f.Minimum.X, f.Minimum.Y], gradient), Is.Zero);
        Assert.That(gradient, Is.All.Zero);
    }

    [Test]
    public void Plain_descent_on_a_bowl_shrinks_each_number_by_its_own_factor()
    {
        OptimizerComparison race = OptimizerComparison.Run(new Sgd(0.03), Bowl.Function, [-4, 1.5], 40);
        Assert.That(race.Path, Has.Count.EqualTo(41));
        for (int n = 0; n <= 40; n++)
        {
            (double x, double y) = (-4 * Math.Pow(1 - 0.03, n), 1.5 * Math.Pow(1 - 25 * 0.03, n));
            Assert.That(race.Path[n].Value, Is.EqualTo(0.5 * (x * x + 25 * y * y)).Within(1e-12));
            Assert.That(race.Path[n].Evaluations, Is.EqualTo(n + 1));
            Assert.That(race.Places[n].X, Is.EqualTo(x).Within(1e-12));
        }
    }

    [Test]
    public void The_best_of_several_rates_ends_lowest_and_one_that_runs_away_never_wins()
    {
        double[] rates = [10, 0.05, 0.001];
        OptimizerComparison best = OptimizerComparison.Best(new Sgd(), rates, Bowl.Function, [-4, 1.5], 300);
        Assert.That(best.LearningRate, Is.EqualTo(0.05));
        OptimizerComparison away = OptimizerComparison.Run(new Sgd(1e200), Bowl.Function, [-4, 1.5], 300);
        Assert.That(away.Path, Has.Count.LessThan(300));
        Assert.That(double.IsFinite(away.Final), Is.False);
    }

    [Test]
    public void All_start_at_the_same_place_and_leave_it_as_it_was()
    {
        double[] start = [-4, 1.5];
        OptimizerComparison[] races =
        [
            OptimizerComparison.Run(new Adam(), Bowl.Function, start, 3),
            OptimizerComparison.Run(new RmsProp(), Bowl.Function, start, 3),
            OptimizerComparison.RunLbfgs(Bowl.Function, start, 3),
        ];
        Assert.That(start, Is.EqualTo(new[] { -4, 1.5 }));
        Assert.That(races.Select(race => race.Path[0].Value).Distinct().Count(), Is.EqualTo(1));
        Assert.That(races.Select(race => race.Places[0]), Is.All.EqualTo((-4.0, 1.5)));
        Assert.That(races.Select(race => race.Places.Count), Is.EqualTo(races.Select(race => race.Path.Count)));
    }

    [Test]
    public void The_loss_of_a_network_is_a_function_that_lbfgs_brings_down()
    {
        Table table = new Clusters().Draw(60, new Generator(1)).ToTable();
        Recipe recipe = new()
        {
            Hidden = [],
            ValidationFraction = 0,
            TestFraction = 0,
        };
        Plan<double> plan = Experiment.Plan<double>(table, [.. Enumerable.Range(0, 60)], recipe);
        SequentialNetwork<double> network = plan.Build();
        DatasetLoss loss = new(network, plan.Loss, plan.Training);
        double[] start = network.Parameters.Values.ToArray();
        double[] gradient = new double[start.Length];
        double first = loss.Evaluate(start, gradient);
        double largest = 0;
        for (int i = 0; i < start.Length; i++)
        {
            double[] moved = [.. start];
            moved[i] += 1e-6;
            double above = loss.Evaluate(moved, new double[start.Length]);
            moved[i] -= 2e-6;
            double below = loss.Evaluate(moved, new double[start.Length]);
            largest = Math.Max(largest, Math.Abs((above - below) / 2e-6 - gradient[i]));
        }
        Assert.That(largest, Is.LessThan(1e-7));
        OptimizerComparison race = OptimizerComparison.RunLbfgs(loss.Evaluate, start, 50);
        Assert.That(race.Path[0].Value, Is.EqualTo(first));
        Assert.That(race.Final, Is.LessThan(first / 10));
        Assert.That(race.Places, Is.Empty);
    }
}
