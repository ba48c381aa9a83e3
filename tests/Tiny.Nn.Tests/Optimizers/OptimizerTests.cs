using System.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Optimizers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class OptimizerTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Precision = typeof(T) == typeof(float) ? 1e-6 : 1e-14;

    private static readonly Optimizer[] Converging =
    [
        new Sgd(0.5),
        new Momentum(0.1),
        new Nesterov(0.1),
        new Adagrad(0.5),
        new RmsProp(0.001),
        new Adam(0.01),
        new AdamW(0.01, WeightDecay: 1e-5),
    ];

    /// <summary>Ten steps; the lengths are those around multiples of every vector width.</summary>
    [Test]
    public void Follows_its_paper(
        [ValueSource(typeof(TextbookRule), nameof(TextbookRule.All))] object textbook,
        [Values(1, 3, 8, 17, 37)] int length
    )
    {
        (Optimizer optimizer, Rule next) = (TextbookRule)textbook;
        T[] parameters = TestNumbers.Uniform<T>(length, 1, 2, seed: 10);
        double[] expected = [.. parameters.Select(double.CreateTruncating)];
        Memory[] memories = new Memory[length];
        OptimizerState<T> state = optimizer.CreateState<T>(length);
        for (int t = 1; t <= 10; t++)
        {
            T[] gradient = TestNumbers.Ordinary<T>(length, seed: (ulong)(10 + t));
            optimizer.Update(parameters, gradient, state, optimizer.LearningRate);
            for (int i = 0; i < length; i++)
            {
                expected[i] = next(expected[i], double.CreateTruncating(gradient[i]), ref memories[i], t);
                double tolerance = Precision * Math.Abs(expected[i]);
                Assert.That(
                    double.CreateTruncating(parameters[i]),
                    Is.EqualTo(expected[i]).Within(tolerance),
                    $"step {t}"
                );
            }
            Assert.That(state.Steps, Is.EqualTo(t));
        }
    }

    /// <summary>f = ½Σcᵢ(θᵢ − aᵢ)², whose curvatures differ by a factor of ten.</summary>
    [Test]
    public void Finds_the_minimum_of_a_convex_quadratic([ValueSource(nameof(Converging))] Optimizer optimizer)
    {
        double[] minimum = [1, -0.5, 0.25];
        double[] curvature = [1, 0.1, 0.5];
        T[] theta = new T[3];
        T[] gradient = new T[3];
        OptimizerState<T> state = optimizer.CreateState<T>(3);
        for (int step = 0; step < 2000; step++)
        {
            for (int i = 0; i < 3; i++)
            {
                gradient[i] = T.CreateTruncating(curvature[i]) * (theta[i] - T.CreateTruncating(minimum[i]));
            }
            optimizer.Update(theta, gradient, state, optimizer.LearningRate);
        }
        Assert.That(theta.Select(double.CreateTruncating), Is.EqualTo(minimum).Within(2e-3));
    }

    [Test]
    public void A_schedule_may_set_the_learning_rate(
        [ValueSource(typeof(TextbookRule), nameof(TextbookRule.All))] object textbook
    )
    {
        Optimizer optimizer = ((TextbookRule)textbook).Optimizer;
        T[] resting = [T.One, T.One];
        optimizer.Update(resting, [T.One, -T.One], optimizer.CreateState<T>(2), learningRate: 0);
        Assert.That(resting, Has.All.EqualTo(T.One));

        T[] scheduled = [T.One, T.One];
        T[] described = [T.One, T.One];
        optimizer.Update(scheduled, [T.One, -T.One], optimizer.CreateState<T>(2), learningRate: 0.25);
        Optimizer other = optimizer with { LearningRate = 0.25 };
        other.Update(described, [T.One, -T.One], other.CreateState<T>(2), other.LearningRate);
        Assert.That(scheduled, Is.EqualTo(described));
    }

    [Test]
    public void Lengths_must_fit([ValueSource(typeof(TextbookRule), nameof(TextbookRule.All))] object textbook)
    {
        Optimizer optimizer = ((TextbookRule)textbook).Optimizer;
        OptimizerState<T> state = optimizer.CreateState<T>(2);
        Assert.That(() => optimizer.Update(new T[2], new T[3], state, 1), Throws.ArgumentException);
        if (optimizer.Moments > 0)
        {
            Assert.That(() => optimizer.Update(new T[3], new T[3], state, 1), Throws.ArgumentException);
        }
    }
}
