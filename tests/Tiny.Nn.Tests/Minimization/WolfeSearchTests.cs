using Tiny.Nn.Minimization;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Minimization;

public sealed class WolfeSearchTests
{
    private static readonly (string Name, Func<double, double> Value, Func<double, double> Slope)[] Lines =
    [
        ("parabola", t => t * t - 2 * t, t => 2 * t - 2),
        // The first two of Moré and Thuente, "Line search algorithms with guaranteed sufficient decrease", 1994.
        ("fraction", t => -t / (t * t + 2), t => (t * t - 2) / ((t * t + 2) * (t * t + 2))),
        (
            "power",
            t => Math.Pow(t + 0.004, 5) - 2 * Math.Pow(t + 0.004, 4),
            t => 5 * Math.Pow(t + 0.004, 4) - 8 * Math.Pow(t + 0.004, 3)
        ),
        ("wave", t => Math.Cos(t + 0.5) + 0.01 * t * t, t => -Math.Sin(t + 0.5) + 0.02 * t),
        ("barrier", t => t < 5 ? -t - Math.Log(5 - t) : double.NaN, t => -1 + 1 / (5 - t)),
        ("exponential", t => Math.Exp(t) - 3 * t, t => Math.Exp(t) - 3),
    ];

    [Test]
    public void A_step_that_is_found_fulfils_both_conditions(
        [Range(0, 5)] int line,
        [Values(1e-6, 1e-3, 0.1, 1, 10, 1e3)] double first
    )
    {
        (string name, Func<double, double> value, Func<double, double> slope) = Lines[line];
        WolfeSearch search = new(Along(value, slope), CancellationToken.None);
        (double value0, double slope0) = (value(0), slope(0));
        Assert.That(search.Run([0], value0, slope0, [1], first), Is.True, name);
        Trial found = search.Last;
        Assert.That(found.Step, Is.GreaterThan(0));
        Assert.That(found.Value, Is.LessThanOrEqualTo(value0 + WolfeSearch.Fall * found.Step * slope0), name);
        Assert.That(Math.Abs(found.Slope), Is.LessThanOrEqualTo(WolfeSearch.Flat * Math.Abs(slope0)), name);
        Assert.That(search.Point[0], Is.EqualTo(found.Step), "where it ends is the step that was found");
        Assert.That((found.Value, found.Slope), Is.EqualTo((value(found.Step), slope(found.Step))));
        Assert.That(search.Evaluations, Is.LessThan(40), name);
    }

    [Test]
    public void A_first_step_that_will_do_is_taken()
    {
        WolfeSearch search = new(Along(Lines[0].Value, Lines[0].Slope), CancellationToken.None);
        Assert.That(search.Run([0], 0, -2, [1], 1), Is.True);
        Assert.That((search.Last.Step, search.Evaluations), Is.EqualTo((1.0, 1)));
    }

    [Test]
    public void The_minimum_of_a_cubic_is_found_at_once()
    {
        Generator generator = new(3);
        for (int i = 0; i < 200; i++)
        {
            // φ(t) = t³ + bt² + ct with c < 0 falls at 0 and has its minimum at the larger root of φ′.
            double b = generator.NextNormal();
            double c = -1 - generator.NextUniform();
            double lowest = (-2 * b + Math.Sqrt(4 * b * b - 12 * c)) / 6;
            double far = 1.5 * lowest;
            Trial At(double t) => new(t, t * t * t + b * t * t + c * t, 3 * t * t + 2 * b * t + c);
            Assert.That(Trial.Between(At(0), At(far)), Is.EqualTo(lowest).Within(1e-9));
            Assert.That(Trial.Between(At(far), At(0)), Is.EqualTo(lowest).Within(1e-9), "from either end");
        }
    }

    [Test]
    public void An_interpolated_step_stays_inside()
    {
        Generator generator = new(4);
        for (int i = 0; i < 1000; i++)
        {
            Trial a = new(generator.NextUniform(), generator.NextNormal(), generator.NextNormal());
            Trial b = new(a.Step + 1e-3 + generator.NextUniform(), generator.NextNormal(), generator.NextNormal());
            double margin = 0.0999 * (b.Step - a.Step);
            Assert.That(Trial.Between(a, b), Is.InRange(a.Step + margin, b.Step - margin));
        }
    }

    private static TestFunction Along(Func<double, double> value, Func<double, double> slope) =>
        new(
            1,
            (x, gradient) =>
            {
                gradient[0] = slope(x[0]);
                return value(x[0]);
            }
        );
}
