using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Layers.Embeddings;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PeriodicEmbeddingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Samples = [1, 3, 4, 15, 16, 17, 37];

    /// <summary>Values that were computed apart from this code.</summary>
    [Test]
    public void One_number_as_its_paper_has_it()
    {
        // w₁ = (.1, −.2), b₁ = (.5, 1), W₂ = (.3, −.4), b₂ = .05.
        PeriodicEmbedding<T> layer = new(1, [0], 2, 2, Matrices.Column<T>(0.1, -0.2, 0.5, 1, 0.3, -0.4, 0.05));
        Pass<T> pass = new(Matrices.Column<T>(0.7), new(2, 1));
        layer.Forward(in pass, new Generator(0));
        double tolerance = 5e-13 + 8 * Ulp.Of<T>(1.0);
        Assert.That(pass.Y.ToDoubles()[0], Is.EqualTo(-0.170127182497).Within(tolerance));
        Assert.That(pass.Y[1, 0], Is.EqualTo(pass.X[0, 0]));

        Matrix<T> gradient = new(7, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, Matrices.Column<T>(1, 0), default, gradient);
        double[] dw = gradient.ToDoubles()[..2];
        Assert.That(dw, Is.EqualTo(new[] { -1.065410028638, 0.211227111899 }).Within(tolerance));
        Assert.That(gradient.ToDoubles()[6], Is.EqualTo(1));
    }

    [Test]
    public void What_an_input_becomes_stands_in_its_place()
    {
        PeriodicEmbedding<T> layer = new(4, [1, 3], 3, 3, TestNumbers.Matrix<T>(28, 1));
        Matrix<T> x = TestNumbers.Matrix<T>(4, 2, seed: 1);
        Matrix<T> y = new(8, 2);
        layer.Predict(x, y);
        for (int sample = 0; sample < 2; sample++)
        {
            Span<T> column = y.Column(sample);
            T[] kept = [column[0], column[3], column[4], column[7]];
            Bits.AssertSame<T>(kept, x.Column(sample), "the inputs themselves");
        }
        Matrix<T> moved = new(4, 2, x.Values.ToArray());
        moved[1, 0] += T.One;
        Matrix<T> after = new(8, 2);
        layer.Predict(moved, after);
        int[] changed = [.. Enumerable.Range(0, 16).Where(i => after.Values[i] != y.Values[i])];
        Assert.That(changed, Is.EqualTo([1, 2, 3]));
    }

    [TestCase(1, 2)]
    [TestCase(5, 3)]
    [TestCase(16, 4)]
    [TestCase(21, 6)]
    public void All_passes_give_the_same_bits_at_every_width(int frequencies, int width)
    {
        foreach (int samples in Samples)
        {
            T[] expected = Run(Width<T>.One, frequencies, width, samples);
            Assert.That(expected, Has.None.NaN);
            foreach (Width<T> lanes in Width<T>.Wider)
            {
                Bits.AssertSame<T>(Run(lanes, frequencies, width, samples), expected, $"{lanes}, {samples} samples");
            }
        }
    }

    [Test]
    public void It_starts_as_its_paper_says()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(100)
            .Add(new PeriodicEmbeddingDescription(InputRanges.Parse("0-99"), Deviation: 0.5))
            .Build<T>(new Generator(1));
        double[] frequency = Numbers("0.frequency");
        Assert.That(frequency.Average(w => w * w), Is.EqualTo(0.25).Within(0.25 * 5 * Math.Sqrt(2.0 / 1600)));
        AssertUniform(Numbers("0.phase"), Math.PI);
        AssertUniform(Numbers("0.mixture"), 0.25);
        AssertUniform(Numbers("0.offset"), 0.25);

        double[] Numbers(string name) => network[network.Blocks.Single(block => block.Name == name)].ToDoubles();
    }

    [Test]
    public void Its_size_and_blocks_follow_from_its_settings()
    {
        PeriodicEmbeddingDescription description = new(InputRanges.Of(0, 2));
        Assert.That(description.Size(3), Is.EqualTo(new LayerSize(9, 2 * (16 + 16 + 48 + 3))));
        SequentialNetwork<T> network = Architecture.WithInputs(3).Add(description).Build<T>(new Generator(1));
        Assert.That(network.Outputs, Is.EqualTo(9));
        Assert.That(
            network.Blocks.Select(block => $"{block}"),
            Is.EqualTo(["0.frequency: 16 × 2", "0.phase: 16 × 2", "0.mixture: 16 × 6", "0.offset: 3 × 2"])
        );
        Assert.That(network.Blocks.Select(block => block.Role), Is.All.EqualTo(ParameterRole.Embedding));
    }

    [Test]
    public void Settings_that_make_no_sense_are_refused()
    {
        InputRanges first = InputRanges.Of(0);
        Assert.That(() => new PeriodicEmbeddingDescription(null!), Throws.ArgumentNullException);
        Assert.That(() => new PeriodicEmbeddingDescription(first, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PeriodicEmbeddingDescription(first, 1, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => new PeriodicEmbeddingDescription(first, 1, 2, 0),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(
            () => new PeriodicEmbeddingDescription(InputRanges.Of(3)).Size(3),
            Throws.ArgumentException.With.Message.Contains("embeds the inputs 3")
        );
        Assert.That(
            () => new PeriodicEmbeddingDescription(InputRanges.Of(0, 1), 1, int.MaxValue).Size(3),
            Throws.ArgumentException.With.Message.Contains("too many for one array")
        );
    }

    [Test]
    public void Sizes_must_fit()
    {
        PeriodicEmbedding<T> layer = new(2, [0], 2, 2, new Matrix<T>(7, 1));
        Assert.That(() => layer.Predict(new Matrix<T>(3, 1), new Matrix<T>(3, 1)), Throws.ArgumentException);
        Assert.That(() => layer.Predict(new Matrix<T>(2, 1), new Matrix<T>(2, 1)), Throws.ArgumentException);
        Assert.That(() => layer.Predict(new Matrix<T>(2, 2), new Matrix<T>(3, 1)), Throws.ArgumentException);
        Assert.That(() => layer.Predict(new Matrix<T>(2, 0), new Matrix<T>(3, 0)), Throws.Nothing);
    }

    private static void AssertUniform(double[] numbers, double bound)
    {
        Assert.That(numbers, Is.All.InRange(-bound, bound));
        Assert.That(numbers.Max(), Is.GreaterThan(0.95 * bound));
        Assert.That(numbers.Average(), Is.Zero.Within(5 * bound / Math.Sqrt(3.0 * numbers.Length)));
    }

    /// <summary>Outputs, derivatives by the parameters and by the inputs, of the second of three inputs.</summary>
    private static T[] Run(Width<T> lanes, int frequencies, int width, int samples)
    {
        const int Inputs = 3;
        int outputs = width + 2;
        int count = 2 * frequencies + (width - 1) * (frequencies + 1);
        PeriodicNumbers<T> numbers = PeriodicNumbers<T>.Of(frequencies, 1, width - 1, TestNumbers.Matrix<T>(count, 1));
        T[] gradient = new T[count];
        PeriodicNumbers<T> derivatives = PeriodicNumbers<T>.Of(frequencies, 1, width - 1, new(count, 1, gradient));
        T[] x = TestNumbers.Uniform<T>(Inputs * samples, -9, 9, seed: 2);
        T[] dy = TestNumbers.Ordinary<T>(outputs * samples, seed: 3);
        T[] y = new T[outputs * samples];
        T[] dx = new T[Inputs * samples];
        T[] room = new T[16 * (frequencies + width)];
        lanes.Run(new PeriodicForward<T>(numbers, x.AsSpan(1), Inputs, y.AsSpan(1), outputs, samples, room));
        lanes.Run(new PeriodicGradient<T>(numbers, derivatives, x.AsSpan(1), Inputs, dy.AsSpan(1), outputs, samples));
        lanes.Run(
            new PeriodicInputGradient<T>(
                numbers,
                x.AsSpan(1),
                Inputs,
                dy.AsSpan(1),
                outputs,
                samples,
                dx.AsSpan(1),
                room
            )
        );
        return [.. y, .. gradient, .. dx];
    }
}
