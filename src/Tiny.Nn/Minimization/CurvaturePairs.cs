using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Minimization;

/// <summary>
/// The last m changes s = xₖ₊₁ − xₖ of the point and y = gₖ₊₁ − gₖ of the gradient, which stand for an inverse Hessian H that is never formed.
/// H·g by two loops, from the newest pair to the oldest and back:
/// αᵢ = ⟨sᵢ, q⟩/⟨yᵢ, sᵢ⟩, q ← q − αᵢyᵢ; then q ← γq with γ = ⟨s, y⟩/⟨y, y⟩ of the newest; then β = ⟨yᵢ, q⟩/⟨yᵢ, sᵢ⟩, q ← q + (αᵢ − β)sᵢ
/// Nocedal, "Updating quasi-Newton matrices with limited storage", 1980; Nocedal and Wright, "Numerical Optimization", 2006, algorithm 7.4.
/// </summary>
/// <param name="memory">m, at least 1.</param>
internal sealed class CurvaturePairs(int memory)
{
    private readonly List<Pair> pairs = [];

    internal bool IsEmpty => pairs.Count == 0;

    /// <summary>Keeps a pair, in place of the oldest where there are m; one without ⟨y, s⟩ &gt; 0 would make H lead uphill, and is left out.</summary>
    internal void Add(double[] s, double[] y)
    {
        Pair pair = new(s, y);
        if (!(pair.Curvature > 0))
        {
            return;
        }
        if (pairs.Count == memory)
        {
            pairs.RemoveAt(0);
        }
        pairs.Add(pair);
    }

    internal void Clear() => pairs.Clear();

    /// <summary>d = −H·g; without a pair −g.</summary>
    internal void Direction(ReadOnlySpan<double> gradient, Span<double> d)
    {
        gradient.CopyTo(d);
        Vectors.Scale(d, -1);
        if (IsEmpty)
        {
            return;
        }
        Span<double> alpha = new double[pairs.Count];
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            alpha[i] = Vectors.Inner(pairs[i].S, d) / pairs[i].Curvature;
            Vectors.Add(d, -alpha[i], pairs[i].Y);
        }
        Vectors.Scale(d, pairs[^1].Curvature / Vectors.Inner(pairs[^1].Y, pairs[^1].Y));
        for (int i = 0; i < pairs.Count; i++)
        {
            double beta = Vectors.Inner(pairs[i].Y, d) / pairs[i].Curvature;
            Vectors.Add(d, alpha[i] - beta, pairs[i].S);
        }
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(pairs.Count);
        foreach (Pair pair in pairs)
        {
            writer.WriteAll<double>(pair.S);
            writer.WriteAll<double>(pair.Y);
        }
    }

    /// <param name="reader">What was saved.</param>
    /// <param name="length">How many numbers a point has.</param>
    internal void Restore(BinaryReader reader, int length)
    {
        pairs.Clear();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            (double[] s, double[] y) = (new double[length], new double[length]);
            reader.ReadAll<double>(s);
            reader.ReadAll<double>(y);
            pairs.Add(new Pair(s, y));
        }
    }

    /// <summary>The change of the point and of the gradient in one step.</summary>
    private sealed record Pair(double[] S, double[] Y)
    {
        /// <summary>⟨y, s⟩: how much the slope along the step rose.</summary>
        internal double Curvature { get; } = Vectors.Inner(Y, S);
    }
}
