namespace Tiny.Nn.Teaching.Curves;

/// <summary>Operations on vectors that a line search needs.</summary>
internal static class Vectors
{
    internal static double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    internal static double Length(ReadOnlySpan<double> a) => Math.Sqrt(Inner(a, a));

    internal static double[] Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double[] difference = a.ToArray();
        Add(difference, -1, b);
        return difference;
    }

    /// <summary>a ← a + factor·b.</summary>
    internal static void Add(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += factor * b[i];
        }
    }
}
