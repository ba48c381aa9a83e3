using Tiny.Nn.Minimization;

namespace Tiny.Nn.Tests.Minimization;

public sealed class LbfgsTests
{
    private static readonly Lbfgs ToTheEnd = new() { Tolerance = 0 };

    [Test]
    public void Finds_the_minimum_of_a_badly_conditioned_quadratic_to_machine_precision(
        [Values(1, 2, 5, 20, 60)] int count,
        [Values(1, 1e2, 1e4)] double condition,
        [Values(1UL, 2UL)] ulong seed
    )
    {
        double[] minimum = TestNumbers.Uniform<double>(count, -1, 1, seed);
        TestFunction function = TestFunction.Quadratic(minimum, condition, seed);
        double[] x = new double[count];
        Minimum found = ToTheEnd.Minimize(function, x, iterations: 10_000);
        Assert.That(found.Ending, Is.Not.EqualTo(MinimizationEnding.AllIterations), $"{found}");
        Assert.That(found.Value, Is.LessThan(1e-25), $"{found}");
        for (int i = 0; i < count; i++)
        {
            // The value is a sum of squares: what is left of x is its root, in the flattest direction.
            Assert.That(x[i], Is.EqualTo(minimum[i]).Within(1e-12), $"{found}");
        }
    }

    [TestCase(2, 60)]
    [TestCase(10, 150)]
    [TestCase(100, 600)]
    public void Finds_the_minimum_of_the_valley_of_Rosenbrock(int count, int mostIterations)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? -1.2 : 1)];
        Minimum found = new Lbfgs { Tolerance = 1e-9 }.Minimize(TestFunction.Rosenbrock(count), x, mostIterations);
        Assert.That(found.Ending, Is.EqualTo(MinimizationEnding.GradientVanished), $"{found}");
        Assert.That(found.LargestDerivative, Is.LessThanOrEqualTo(1e-9));

        // Of four numbers and more there is a second valley, with a minimum near −1, 1, 1, …
        Assert.That(x, Is.All.EqualTo(1).Within(1e-7), $"{found}");
    }

    /// <summary>Nothing is known of the scale yet: whatever the slope, no number moves by more than 1.</summary>
    [TestCase(1e-3, 1e-3)]
    [TestCase(1.0, 1.0)]
    [TestCase(1e6, 1.0)]
    public void The_first_trial_goes_no_further_than_one(double slope, double moved)
    {
        List<double> tried = [];
        TestFunction line = new(
            1,
            (x, gradient) =>
            {
                tried.Add(x[0]);
                gradient[0] = slope;
                return slope * x[0];
            }
        );
        new Lbfgs { Tolerance = 0 }.Minimize(line, [0.0], iterations: 1);
        Assert.That(Math.Abs(tried[1]), Is.EqualTo(moved).Within(1e-12));
    }

    [TestCase(1.0, 1.0, MinimizationEnding.GradientVanished)]
    [TestCase(-1.2, 1.0, MinimizationEnding.AllIterations)]
    public void Without_a_step_it_says_whether_there_was_one_to_make(double x, double y, MinimizationEnding ending)
    {
        Minimum found = new Lbfgs().Minimize(TestFunction.Rosenbrock(2), new[] { x, y }, iterations: 0);
        Assert.That(found.Ending, Is.EqualTo(ending));
        Assert.That(found.Iterations, Is.Zero);
    }

    [Test]
    public void Says_how_often_it_asked()
    {
        TestFunction function = TestFunction.Rosenbrock(2);
        Minimum found = new Lbfgs().Minimize(function, new double[] { -1.2, 1 });
        Assert.That(found.Evaluations, Is.EqualTo(function.Evaluations));
        Assert.That(found.Iterations, Is.LessThan(found.Evaluations));
    }

    [Test]
    public void More_iterations_never_lead_higher()
    {
        double before = double.PositiveInfinity;
        for (int iterations = 0; iterations < 60; iterations++)
        {
            double[] x = [-1.2, 1];
            Minimum found = ToTheEnd.Minimize(TestFunction.Rosenbrock(2), x, iterations);
            Assert.That(found.Value, Is.LessThanOrEqualTo(before), $"{iterations}");
            Assert.That(
                TestFunction.Rosenbrock(2).Evaluate(x, new double[2]),
                Is.EqualTo(found.Value),
                "the point is that of the value"
            );
            before = found.Value;
        }
    }

    [Test]
    public void A_minimum_to_begin_with_takes_no_step()
    {
        double[] x = [1, 1];
        Minimum found = new Lbfgs().Minimize(TestFunction.Rosenbrock(2), x);
        Assert.That(found, Is.EqualTo(new Minimum(0, 0, 0, 1, MinimizationEnding.GradientVanished)));
        Assert.That(x, Is.EqualTo(new double[] { 1, 1 }));
    }

    [Test]
    public void A_function_without_a_minimum_ends_by_its_iterations()
    {
        TestFunction slope = new(
            2,
            (x, gradient) =>
            {
                gradient.Fill(-1);
                return -x[0] - x[1];
            }
        );
        double[] x = [0, 0];
        Minimum found = new Lbfgs().Minimize(slope, x, iterations: 3);
        Assert.That((found.Ending, found.Iterations), Is.EqualTo((MinimizationEnding.AllIterations, 3)));
        Assert.That(found.Value, Is.LessThan(-2));
    }

    [Test]
    public void A_bend_ends_where_nothing_falls_any_more()
    {
        TestFunction bent = new(
            2,
            (x, gradient) =>
            {
                gradient[0] = x[0] < 0.3 ? -1 : 1;
                gradient[1] = x[1] < -0.1 ? -3 : 3;
                return Math.Abs(x[0] - 0.3) + 3 * Math.Abs(x[1] + 0.1);
            }
        );
        double[] x = [2, 5];
        Minimum found = new Lbfgs().Minimize(bent, x, 1000);
        Assert.That(found.Ending, Is.EqualTo(MinimizationEnding.NoDecrease), $"{found}");
        Assert.That(found.Value, Is.LessThan(8));
    }

    /// <summary>Its derivative leads uphill: nothing can be found, and it has to say so rather than go there.</summary>
    [Test]
    public void A_wrong_derivative_leads_nowhere()
    {
        TestFunction wrong = new(
            1,
            (x, gradient) =>
            {
                gradient[0] = -2 * x[0];
                return x[0] * x[0];
            }
        );
        double[] x = [3];
        Minimum found = new Lbfgs().Minimize(wrong, x);
        Assert.That((found.Ending, found.Value), Is.EqualTo((MinimizationEnding.NoDecrease, 9.0)));
        Assert.That(x[0], Is.EqualTo(3));
    }

    [Test]
    public void A_point_where_the_function_is_not_finite_is_too_far()
    {
        TestFunction barrier = new(
            1,
            (x, gradient) =>
            {
                gradient[0] = 1 - 1 / x[0];
                return x[0] > 0 ? x[0] - Math.Log(x[0]) : double.NaN;
            }
        );
        double[] x = [1e-3];
        Minimum found = new Lbfgs().Minimize(barrier, x);
        Assert.That(found.Ending, Is.EqualTo(MinimizationEnding.GradientVanished));
        Assert.That(x[0], Is.EqualTo(1).Within(1e-6));
    }

    [Test]
    public void Cancelled_it_keeps_the_best_point([Values(1, 2, 7)] int evaluations)
    {
        using CancellationTokenSource source = new();
        TestFunction function = TestFunction.Rosenbrock(2);
        TestFunction watched = new(
            2,
            (x, gradient) =>
            {
                if (function.Evaluations + 1 == evaluations)
                {
                    source.Cancel();
                }
                return function.Evaluate(x, gradient);
            }
        );
        double[] x = [-1.2, 1];
        Minimum found = new Lbfgs().Minimize(watched, x, 1000, source.Token);
        Assert.That(found.Ending, Is.EqualTo(MinimizationEnding.Cancelled));
        Assert.That(function.Evaluations, Is.EqualTo(evaluations));
        Assert.That(function.Evaluate(x, new double[2]), Is.EqualTo(found.Value));
    }

    [Test]
    public void Cancelled_beforehand_it_asks_nothing()
    {
        TestFunction function = TestFunction.Rosenbrock(2);
        double[] x = [-1.2, 1];
        Minimum found = new Lbfgs().Minimize(function, x, 1000, new CancellationToken(canceled: true));
        Assert.That((found.Ending, function.Evaluations), Is.EqualTo((MinimizationEnding.Cancelled, 0)));
        Assert.That(x, Is.EqualTo(new[] { -1.2, 1 }));
    }

    [Test]
    public void Refuses_what_it_cannot_begin_with()
    {
        TestFunction nowhere = new(1, (_, _) => double.PositiveInfinity);
        Assert.That(() => new Lbfgs().Minimize(nowhere, new double[1]), Throws.ArgumentException);
        Assert.That(() => new Lbfgs().Minimize(TestFunction.Rosenbrock(2), new double[3]), Throws.ArgumentException);
        Assert.That(
            () => new Lbfgs().Minimize(nowhere, new double[1], iterations: -1),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(() => new Lbfgs { Memory = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Lbfgs { Tolerance = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
