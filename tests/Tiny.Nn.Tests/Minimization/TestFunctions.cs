using Tiny.Nn.Minimization;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Minimization;

/// <summary>A function from a formula, which counts how often it is asked.</summary>
internal sealed class TestFunction(int count, TestFunction.Formula formula) : ISmoothFunction
{
    internal delegate double Formula(ReadOnlySpan<double> x, Span<double> gradient);

    public int Count => count;

    internal int Evaluations { get; private set; }

    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        Evaluations++;
        return formula(x, gradient);
    }

    /// <summary>Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²: a bent valley, whose minimum is at 1, 1, …</summary>
    internal static TestFunction Rosenbrock(int count) =>
        new(
            count,
            (x, gradient) =>
            {
                gradient.Clear();
                double sum = 0;
                for (int i = 0; i + 1 < x.Length; i++)
                {
                    double across = x[i + 1] - x[i] * x[i];
                    double along = 1 - x[i];
                    sum += 100 * across * across + along * along;
                    gradient[i] += -400 * x[i] * across - 2 * along;
                    gradient[i + 1] += 200 * across;
                }
                return sum;
            }
        );

    /// <summary>½(x − m)ᵀA(x − m) with A = R·D·Rᵀ, D from 1 to the condition and R made of random reflections.</summary>
    internal static TestFunction Quadratic(double[] minimum, double condition, ulong seed)
    {
        int n = minimum.Length;
        Generator generator = new(seed);
        double[] curvatures = [.. Enumerable.Range(0, n).Select(i => Math.Pow(condition, i / Math.Max(1.0, n - 1)))];
        double[][] mirrors =
        [
            .. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, n).Select(_ => generator.NextNormal()).ToArray()),
        ];
        void Reflect(double[] v, double[] mirror)
        {
            double inner = v.Zip(mirror, (a, b) => a * b).Sum();
            double square = mirror.Sum(b => b * b);
            for (int i = 0; i < n; i++)
            {
                v[i] -= 2 * inner / square * mirror[i];
            }
        }
        return new(
            n,
            (x, gradient) =>
            {
                double[] turned = new double[n];
                for (int i = 0; i < n; i++)
                {
                    turned[i] = x[i] - minimum[i];
                }
                Array.ForEach(mirrors, mirror => Reflect(turned, mirror));
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    sum += 0.5 * curvatures[i] * turned[i] * turned[i];
                    turned[i] *= curvatures[i];
                }
                foreach (double[] mirror in mirrors.Reverse())
                {
                    Reflect(turned, mirror);
                }
                turned.CopyTo(gradient);
                return sum;
            }
        );
    }
}
