using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Minimization;

/// <summary>What a minimization does with vectors. The bits are the same at every vector width.</summary>
internal static class Vectors
{
    /// <summary>⟨x, y⟩ = Σ xᵢyᵢ.</summary>
    internal static double Inner(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        Sums.Sum<Sums.Product, double>(default, x, y);

    /// <summary>x ← x + a·y.</summary>
    internal static void Add(Span<double> x, double a, ReadOnlySpan<double> y) => InPlace.Update(new Plus(a), x, y);

    /// <summary>x ← a·x.</summary>
    internal static void Scale(Span<double> x, double a) => Elementwise.Map(new Factor(a), x, x);

    /// <summary>x − y, in memory of its own.</summary>
    internal static double[] Difference(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] difference = x.ToArray();
        Add(difference, -1, y);
        return difference;
    }

    /// <summary>max |xᵢ|; 0 of no numbers, NaN where one is.</summary>
    internal static double Largest(ReadOnlySpan<double> x)
    {
        double largest = 0;
        foreach (double xi in x)
        {
            largest = Math.Max(largest, Math.Abs(xi));
        }
        return largest;
    }

    private readonly struct Plus(double a) : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => x + V.Constant(a) * y;
    }

    private readonly struct Factor(double a) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Constant(a) * x;
    }
}
