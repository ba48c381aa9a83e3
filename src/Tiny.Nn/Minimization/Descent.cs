using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Minimization;

/// <summary>A minimization under way: each step goes from one point to a lower one, along −H·g, as far as a line search says.</summary>
/// <remarks>Where −H·g does not lead down, or nothing lower is found along it, the pairs are forgotten and it starts anew along −g.</remarks>
internal sealed class Descent : IResumable
{
    /// <summary>Steps without a lower point after which it ends: near a minimum values differ by rounding only, and may go on doing so.</summary>
    private const int Patience = 10;

    private readonly double tolerance;
    private readonly CurvaturePairs pairs;
    private readonly WolfeSearch search;
    private readonly double[] x;
    private readonly double[] gradient;
    private readonly double[] direction;
    private readonly double[] best;
    private double value;
    private double bestValue;
    private double bestLargest;
    private int stepsSinceBest;

    /// <param name="function">What is minimized.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="memory">How many pairs are kept.</param>
    /// <param name="tolerance">Which derivative is small enough.</param>
    /// <param name="cancellation">Ends it; the best point stays.</param>
    internal Descent(
        ISmoothFunction function,
        ReadOnlySpan<double> start,
        int memory,
        double tolerance,
        CancellationToken cancellation
    )
    {
        this.tolerance = tolerance;
        pairs = new CurvaturePairs(memory);
        search = new WolfeSearch(function, cancellation);
        x = start.ToArray();
        best = start.ToArray();
        gradient = new double[x.Length];
        direction = new double[x.Length];
        (value, bestValue) = (double.NaN, double.NaN);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            value = function.Evaluate(x, gradient);
            (bestValue, bestLargest) = (value, Vectors.Largest(gradient));
        }
        catch (OperationCanceledException)
        {
            Ending = MinimizationEnding.Cancelled;
        }
    }

    /// <summary>f where it stands; NaN where it was cancelled before it was known.</summary>
    internal double Value => value;

    /// <summary>Where it stands.</summary>
    internal ReadOnlySpan<double> Point => x;

    /// <summary>The lowest point so far; of equals the one with the smallest derivative.</summary>
    internal ReadOnlySpan<double> Best => best;

    /// <summary>How many steps were made.</summary>
    internal int Steps { get; private set; }

    /// <summary>Why there is no further step; null as long as there may be one.</summary>
    internal MinimizationEnding? Ending { get; private set; }

    /// <summary>False where the function or its derivative is not finite at the start.</summary>
    internal bool IsFinite =>
        Ending == MinimizationEnding.Cancelled || (double.IsFinite(value) && double.IsFinite(bestLargest));

    /// <summary>What it has come to.</summary>
    internal Minimum Minimum =>
        new(
            bestValue,
            bestLargest,
            Steps,
            1 + search.Evaluations,
            Ending
                ?? (bestLargest <= tolerance ? MinimizationEnding.GradientVanished : MinimizationEnding.AllIterations)
        );

    /// <summary>Makes a step.</summary>
    /// <returns>False where there is none to be made; <see cref="Ending"/> says why.</returns>
    internal bool Step()
    {
        if (Ending == MinimizationEnding.Cancelled)
        {
            return false;
        }
        Ending =
            Vectors.Largest(gradient) <= tolerance ? MinimizationEnding.GradientVanished
            : stepsSinceBest >= Patience ? MinimizationEnding.NoDecrease
            : null;
        if (Ending is not null)
        {
            return false;
        }
        try
        {
            if (!Search() && !SearchAnew())
            {
                Ending = MinimizationEnding.NoDecrease;
                return false;
            }
        }
        catch (OperationCanceledException)
        {
            Ending = MinimizationEnding.Cancelled;
            return false;
        }
        Move();
        return true;
    }

    /// <summary>Before the first step nothing but the start is known, and its value perhaps not.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        if (Steps == 0)
        {
            return;
        }
        writer.Write(stepsSinceBest);
        writer.Write(search.Evaluations);
        writer.WriteAll<double>([value, bestValue, bestLargest]);
        writer.WriteAll<double>(x);
        writer.WriteAll<double>(gradient);
        writer.WriteAll<double>(best);
        pairs.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        Steps = reader.ReadInt32();
        if (Steps == 0)
        {
            return;
        }
        stepsSinceBest = reader.ReadInt32();
        search.Evaluations = reader.ReadInt32();
        Span<double> values = stackalloc double[3];
        reader.ReadAll(values);
        (value, bestValue, bestLargest) = (values[0], values[1], values[2]);
        reader.ReadAll<double>(x);
        reader.ReadAll<double>(gradient);
        reader.ReadAll<double>(best);
        pairs.Restore(reader, x.Length);
    }

    private bool Search()
    {
        pairs.Direction(gradient, direction);
        double slope = Vectors.Inner(gradient, direction);

        // Without a pair nothing is known about the scale: the first step is of length 1 at most.
        double first = pairs.IsEmpty ? Math.Min(1, 1 / Vectors.Largest(gradient)) : 1;
        return slope < 0 && search.Run(x, value, slope, direction, first);
    }

    private bool SearchAnew()
    {
        if (pairs.IsEmpty)
        {
            return false;
        }
        pairs.Clear();
        return Search();
    }

    private void Move()
    {
        pairs.Add(Vectors.Difference(search.Point, x), Vectors.Difference(search.Gradient, gradient));
        search.Point.CopyTo(x, 0);
        search.Gradient.CopyTo(gradient, 0);
        value = search.Last.Value;
        Steps++;
        double largest = Vectors.Largest(gradient);
        stepsSinceBest++;
        if (value < bestValue || (value == bestValue && largest < bestLargest))
        {
            (bestValue, bestLargest, stepsSinceBest) = (value, largest, 0);
            x.CopyTo(best, 0);
        }
    }
}
