using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Exports.Tests;

/// <summary>What a runtime answers to the rows of a plan's self-test, beside what the engine does.</summary>
/// <param name="Numbers">Probabilities or numbers, row after row.</param>
/// <param name="Labels">The class of each row; null of numbers.</param>
internal sealed record OnnxAnswers(double[] Numbers, string[]? Labels)
{
    /// <summary>Two classes nearer to each other than this may change places.</summary>
    private const double Tie = 1e-5;

    /// <summary>Compares, and asserts that no number is further off than this, in parts of numbers above 1, and that labels are equal.</summary>
    /// <returns>The largest difference.</returns>
    internal double Compare(Plan plan, double tolerance)
    {
        double worst = 0;
        int length = plan.Answer.Length;
        using (Assert.EnterMultipleScope())
        {
            foreach ((int row, Probe probe) in plan.Probes.Index())
            {
                double[] given = Numbers[(row * length)..((row + 1) * length)];
                double difference = given.Zip(probe.Answer, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).Max();
                Assert.That(
                    difference,
                    Is.LessThanOrEqualTo(tolerance),
                    $"{probe.About}: {string.Join(" | ", probe.Cells)}: {string.Join(", ", given)} for {string.Join(", ", probe.Answer)}"
                );
                worst = Math.Max(worst, difference);
                if (
                    plan.Answer is ClassAnswer classes
                    && probe.Answer.OrderDescending().Take(2).Aggregate((a, b) => a - b) > Tie
                )
                {
                    Assert.That(Labels![row], Is.EqualTo(classes.Classes[probe.Chosen]), probe.About);
                }
            }
        }
        return worst;
    }
}
