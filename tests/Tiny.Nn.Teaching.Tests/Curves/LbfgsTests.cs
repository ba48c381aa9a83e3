using Tiny.Nn.Teaching.Curves;

namespace Tiny.Nn.Teaching.Tests.Curves;

public sealed class LbfgsTests
{
    [TestCaseSource(typeof(TestFunction), nameof(TestFunction.All))]
    public void It_finds_known_minima(object course)
    {
        TestFunction function = (TestFunction)course;
        double[] place = [function.Start.X, function.Start.Y];
        IReadOnlyList<DescentStep> path = new Lbfgs().Minimize(function.Function, place, 100);
        Assert.That(place[0], Is.EqualTo(function.Minimum.X).Within(1e-8));
        Assert.That(place[1], Is.EqualTo(function.Minimum.Y).Within(1e-8));
        Assert.That(path[^1].Value, Is.Zero.Within(1e-15));
        Assert.That(path, Has.Count.LessThan(60), "it stops where it is done");
    }

    [Test]
    public void Every_step_leads_down_and_evaluations_are_counted()
    {
        int calls = 0;
        double Counted(ReadOnlySpan<double> p, Span<double> gradient)
        {
            calls++;
            return TestFunction.All[0].Function(p, gradient);
        }
        IReadOnlyList<DescentStep> path = new Lbfgs().Minimize(Counted, new double[] { -1.2, 1 }, 30);
        Assert.That(path[^1].Evaluations, Is.LessThanOrEqualTo(calls));
        for (int i = 1; i < path.Count; i++)
        {
            Assert.That(path[i].Value, Is.LessThan(path[i - 1].Value));
            Assert.That(path[i].Evaluations, Is.GreaterThan(path[i - 1].Evaluations));
        }
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(20)]
    public void A_quadratic_of_many_numbers_is_solved_with_any_memory(int memory)
    {
        double[] place = [.. Enumerable.Range(0, 20).Select(i => Math.Cos(i))];
        new Lbfgs { Memory = memory }.Minimize(Quadratic, place, 500);
        Assert.That(place, Is.EqualTo(Enumerable.Repeat(1.0, 20)).Within(1e-8));
    }

    [Test]
    public void At_the_minimum_it_does_nothing()
    {
        double[] place = [.. Enumerable.Repeat(1.0, 20)];
        IReadOnlyList<DescentStep> path = new Lbfgs().Minimize(Quadratic, place, 10);
        Assert.That(path, Is.EqualTo(new[] { new DescentStep(0, 1) }));
    }

    [Test]
    public void A_wall_of_no_numbers_is_kept_away_from()
    {
        // ln has no value left of 0, where the first step would lead.
        double[] place = [0.01];
        new Lbfgs().Minimize(
            (p, gradient) =>
            {
                gradient[0] = 1 - 1 / p[0];
                return p[0] - Math.Log(p[0]);
            },
            place,
            50
        );
        Assert.That(place[0], Is.EqualTo(1).Within(1e-6));
    }

    [Test]
    public void A_wrong_derivative_ends_the_search_where_it_began()
    {
        double[] place = [3];
        IReadOnlyList<DescentStep> path = new Lbfgs().Minimize(
            (p, gradient) =>
            {
                gradient[0] = -2 * p[0];
                return p[0] * p[0];
            },
            place,
            50
        );
        Assert.That(path, Has.Count.EqualTo(1));
        Assert.That(place[0], Is.EqualTo(3));
    }

    /// <summary>Without a pair that tells of the curvature, the first trial is along −g and no longer than 1.</summary>
    [TestCase(100)]
    [TestCase(0.5)]
    public void The_first_trial_step_is_no_longer_than_one(double slope)
    {
        List<double> asked = [];
        new Lbfgs().Minimize(
            (p, gradient) =>
            {
                asked.Add(p[0]);
                gradient[0] = slope;
                return slope * p[0];
            },
            new double[] { 0 },
            1
        );
        Assert.That(asked[0], Is.Zero);
        Assert.That(asked[1], Is.EqualTo(-Math.Min(1, slope)).Within(1e-15));
    }

    [Test]
    public void Nonsense_is_refused()
    {
        Assert.That(() => new Lbfgs().Minimize(null!, [1], 1), Throws.ArgumentNullException);
        Assert.That(() => new Lbfgs { Tolerance = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Lbfgs { Memory = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Lbfgs().Minimize(Quadratic, [1], -1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>½Σ(i + 1)²(θᵢ − 1)²</summary>
    private static double Quadratic(ReadOnlySpan<double> p, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            double weight = (i + 1.0) * (i + 1);
            gradient[i] = weight * (p[i] - 1);
            sum += 0.5 * weight * (p[i] - 1) * (p[i] - 1);
        }
        return sum;
    }
}
