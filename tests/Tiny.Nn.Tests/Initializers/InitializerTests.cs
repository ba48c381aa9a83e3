using System.Numerics;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Tests.Initializers;

public sealed class InitializerTests
{
    private const int Outputs = 200;
    private const int Inputs = 300;

    /// <summary>Five standard errors: with a fixed seed this passes or fails for ever, and a wrong formula is off by hundreds.</summary>
    private const double Sigmas = 5;

    private static readonly object[] Variances =
    [
        new object[] { "glorot-uniform", 2.0 / (Inputs + Outputs), true },
        new object[] { "glorot-normal", 2.0 / (Inputs + Outputs), false },
        new object[] { "he-uniform", 2.0 / Inputs, true },
        new object[] { "he-normal", 2.0 / Inputs, false },
        new object[] { "lecun-uniform", 1.0 / Inputs, true },
        new object[] { "lecun-normal", 1.0 / Inputs, false },
    ];

    [TestCaseSource(nameof(Variances))]
    public void Mean_and_variance_are_right(string name, double variance, bool uniform)
    {
        double[] weights = Fill<double>(name, seed: 1, Outputs, Inputs).ToDoubles();
        int n = weights.Length;
        double fourthMoment = uniform ? 1.8 : 3;
        double meanError = Math.Sqrt(variance / n);
        double varianceError = variance * Math.Sqrt((fourthMoment - 1) / n);
        Assert.That(weights.Average(), Is.Zero.Within(Sigmas * meanError));
        Assert.That(weights.Average(w => w * w), Is.EqualTo(variance).Within(Sigmas * varianceError));
    }

    [TestCaseSource(nameof(Variances))]
    public void The_shape_of_the_distribution_is_right(string name, double variance, bool uniform)
    {
        // A uniform distribution ends at √3·σ; of a normal one 8.3 % lie beyond.
        double bound = Math.Sqrt(3 * variance);
        double[] magnitudes = [.. Fill<double>(name, seed: 2, Outputs, Inputs).ToDoubles().Select(Math.Abs)];
        double beyond = magnitudes.Count(w => w > bound) / (double)magnitudes.Length;
        Assert.That(beyond, uniform ? Is.Zero : Is.EqualTo(0.0833).Within(0.006));
        Assert.That(magnitudes.Max(), uniform ? Is.GreaterThan(0.999 * bound) : Is.InRange(2 * bound, 4 * bound));
    }

    [Test]
    public void Zeros_are_zeros()
    {
        Matrix<double> weights = Matrices.Column<double>(1, 2, 3);
        Initializer.Zeros.Fill(weights, new Generator(1));
        Assert.That(weights.ToDoubles(), Has.All.Zero);
    }

    [TestCase(12, 5, TestName = "Columns_of_a_tall_orthogonal_matrix_are_orthonormal")]
    [TestCase(5, 12, TestName = "Rows_of_a_wide_orthogonal_matrix_are_orthonormal")]
    [TestCase(40, 40, TestName = "A_square_orthogonal_matrix_is_a_rotation")]
    [TestCase(1, 1, TestName = "The_smallest_orthogonal_matrix_is_a_sign")]
    public void Orthogonal(int outputs, int inputs)
    {
        Matrix<double> w = new(outputs, inputs);
        Initializer.Orthogonal.Fill(w, new Generator(3));
        int size = Math.Min(outputs, inputs);
        Matrix<double> product = new(size, size);
        if (outputs >= inputs)
        {
            Product.Multiply(w.Transposed, w, product);
        }
        else
        {
            Product.Multiply(w, w.Transposed, product);
        }
        double[] identity = Matrices.OneHot<double>(size, [.. Enumerable.Range(0, size)]).ToDoubles();
        Assert.That(product.ToDoubles(), Is.EqualTo(identity).Within(1e-12));
    }

    [Test]
    public void Float_weights_are_the_rounded_double_ones(
        [ValueSource(typeof(Initializer), nameof(Initializer.All))] Initializer initializer
    )
    {
        IEnumerable<float> rounded = Fill<double>(initializer.Name, seed: 4).Values.ToArray().Select(w => (float)w);
        Assert.That(Fill<float>(initializer.Name, seed: 4).Values.ToArray(), Is.EqualTo(rounded));
    }

    [Test]
    public void The_seed_decides([ValueSource(typeof(Initializer), nameof(Initializer.All))] Initializer initializer)
    {
        double[] weights = Fill<double>(initializer.Name, seed: 5).ToDoubles();
        Assert.That(Fill<double>(initializer.Name, seed: 5).ToDoubles(), Is.EqualTo(weights));
        if (initializer != Initializer.Zeros)
        {
            Assert.That(Fill<double>(initializer.Name, seed: 6).ToDoubles(), Is.Not.EqualTo(weights));
        }
    }

    [Test]
    public void A_name_is_read_and_given_back(
        [ValueSource(typeof(Initializer), nameof(Initializer.All))] Initializer initializer
    )
    {
        Assert.That(Initializer.Parse(initializer.Name), Is.EqualTo(initializer));
        Assert.That(initializer.ToString(), Is.EqualTo(initializer.Name));
    }

    [Test]
    public void An_unknown_name_is_answered_with_those_there_are()
    {
        string message = Assert.Throws<FormatException>(() => Initializer.Parse("xavier"))!.Message;
        Assert.That(message, Does.Contain("\"xavier\"").And.Contain(string.Join(", ", Initializer.All)));
    }

    private static Matrix<T> Fill<T>(string name, ulong seed, int outputs = 20, int inputs = 30)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> weights = new(outputs, inputs);
        Initializer.Parse(name).Fill(weights, new Generator(seed));
        return weights;
    }
}
