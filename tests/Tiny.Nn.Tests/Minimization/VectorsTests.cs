using Tiny.Nn.Minimization;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Minimization;

/// <summary>All that a minimization does with vectors runs on the kernels whose bits are the same at every width.</summary>
public sealed class VectorsTests
{
    [Test]
    public void Follow_their_formulas_to_the_bit_for_any_length([Values(0, 1, 3, 7, 64, 65, 200)] int length)
    {
        double[] x = TestNumbers.Ordinary<double>(length, seed: 1);
        double[] y = TestNumbers.Ordinary<double>(length, seed: 2);
        double[] sum = [.. x];
        Vectors.Add(sum, 0.3, y);
        double[] scaled = [.. x];
        Vectors.Scale(scaled, -2.5);
        for (int i = 0; i < length; i++)
        {
            Assert.That(sum[i], Is.EqualTo(x[i] + 0.3 * y[i]));
            Assert.That(scaled[i], Is.EqualTo(-2.5 * x[i]));
        }
        Assert.That(Vectors.Difference(x, y), Is.EqualTo(x.Zip(y, (a, b) => a - b)));
        Assert.That(Vectors.Inner(x, x), Is.EqualTo(Sums.SumOfSquares<double>(x)));
        Assert.That(Vectors.Inner(x, y), Is.EqualTo(x.Zip(y, (a, b) => a * b).Sum()).Within(1e-13));
        Assert.That(Vectors.Largest(x), Is.EqualTo(x.Select(Math.Abs).DefaultIfEmpty().Max()));
    }
}
