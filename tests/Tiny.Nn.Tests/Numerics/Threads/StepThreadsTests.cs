using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Numerics.Threads;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class StepThreadsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>All of them large enough to be handed out: tall, wide, long, and odd in every direction.</summary>
    private static readonly (int Rows, int Columns, int Length)[] Sizes =
    [
        (131, 129, 127),
        (700, 49, 67),
        (49, 701, 67),
        (3, 5, 150_001),
        (2_100_001, 1, 1),
        (1, 2_100_001, 1),
    ];

    private static Form<T>[] Forms => Form<T>.All;

    private static IEnumerable<Optimizer> Optimizers =>
        [new Sgd(0.1), new Momentum(0.1), new Adagrad(0.1), new Adam(0.1)];

    [TestCaseSource(nameof(Forms))]
    public void Any_number_of_threads_gives_the_same_bits(object form)
    {
        Form<T> f = (Form<T>)form;
        foreach ((int rows, int columns, int length) in Sizes)
        {
            Assert.That((long)rows * columns * length, Is.GreaterThan(1 << 21));
            (Matrix<T> a, Matrix<T> b) = f.Operands(rows, columns, length, TestNumbers.Ordinary<T>);
            Matrix<T> alone = new(rows, columns);
            f.Multiply(a, b, alone);
            foreach (int threads in (int[])[2, 5])
            {
                Matrix<T> together = new(rows, columns);
                using (StepThreads.Use(threads))
                {
                    f.Multiply(a, b, together);
                }
                Bits.AssertSame<T>(
                    together.Values,
                    alone.Values,
                    $"{f}, {rows} × {columns} of {length}, {threads} threads"
                );
            }
        }
    }

    [Test]
    public void Steps_of_training_give_the_same_bits()
    {
        T[] alone = Train(1);
        Bits.AssertSame<T>(Train(2), alone, "2 threads");
        Bits.AssertSame<T>(Train(5), alone, "5 threads");
    }

    [TestCaseSource(nameof(Optimizers))]
    public void Passes_over_many_parameters_give_the_same_bits(Optimizer optimizer)
    {
        // Not a whole number of vectors, nor of portions.
        const int count = 3 * (1 << 15) + 77;
        T[] Updated(int threads)
        {
            T[] parameters = TestNumbers.Ordinary<T>(count);
            T[] gradient = TestNumbers.Ordinary<T>(count + 1)[1..];
            OptimizerState<T> state = optimizer.CreateState<T>(count);
            using (StepThreads.Use(threads))
            {
                optimizer.Update<T>(parameters, gradient, state, 0.01);
                optimizer.Update<T>(parameters, gradient, state, 0.01);
            }
            return parameters;
        }
        T[] alone = Updated(1);
        Bits.AssertSame<T>(Updated(2), alone, "2 threads");
        Bits.AssertSame<T>(Updated(5), alone, "5 threads");
    }

    [Test]
    public void Batches_are_gathered_alike()
    {
        Matrix<T> from = new(301, 400, TestNumbers.Ordinary<T>(301 * 400));
        int[] columns = [.. Enumerable.Range(0, 333).Select(i => i * 7919 % 400)];
        Matrix<T> alone = new(301, 333);
        Gathering.Columns(from, columns, alone);
        Matrix<T> together = new(301, 333);
        using (StepThreads.Use(3))
        {
            Gathering.Columns(from, columns, together);
            Assert.That(
                () => Gathering.Columns(from, [.. columns[1..], 400], together),
                Throws.InstanceOf<ArgumentOutOfRangeException>()
            );
        }
        Bits.AssertSame<T>(together.Values, alone.Values, "3 threads");
    }

    [Test]
    public void What_is_not_finite_is_found_wherever_it_is()
    {
        T[] numbers = TestNumbers.Ordinary<T>(200_001);
        foreach (int threads in (int[])[1, 2, 5])
        {
            using IDisposable allowed = StepThreads.Use(threads);
            Assert.That(Sums.AreFinite<T>(numbers), Is.True);
            foreach (int place in (int[])[0, 32_767, 32_768, 100_000, 200_000])
            {
                foreach (double odd in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                {
                    T before = numbers[place];
                    numbers[place] = T.CreateTruncating(odd);
                    Assert.That(Sums.AreFinite<T>(numbers), Is.False, $"{odd} at {place}, {threads} threads");
                    numbers[place] = before;
                }
            }
        }
    }

    [Test]
    public void They_are_given_back_in_the_end()
    {
        Assert.That(StepThreads.Count, Is.EqualTo(1));
        using (StepThreads.Use(4))
        {
            using (StepThreads.Use(2))
            {
                Assert.That(StepThreads.Count, Is.EqualTo(2));
            }
            Assert.That(StepThreads.Count, Is.EqualTo(4));
        }
        Assert.That(StepThreads.Count, Is.EqualTo(1));
    }

    [Test]
    public void Other_threads_know_nothing_of_it()
    {
        using (StepThreads.Use(4))
        {
            int elsewhere = 0;
            Thread other = new(() => elsewhere = StepThreads.Count);
            other.Start();
            other.Join();
            Assert.That(elsewhere, Is.EqualTo(1));
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Less_than_one_is_refused(int count) =>
        Assert.That(() => StepThreads.Use(count), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static T[] Train(int threads)
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(150)
            .Dense(200, Activation.Relu)
            .Dense(5, Activation.Softmax)
            .Build<T>(new Generator(1));
        Matrix<T> x = new(150, 101, TestNumbers.Ordinary<T>(150 * 101));
        Matrix<T> target = new(5, 101);
        for (int sample = 0; sample < target.Columns; sample++)
        {
            target[sample % 5, sample] = T.One;
        }
        Trainer<T> trainer = new(network, Loss.CrossEntropy, new Adam(), new Generator(2));
        using (StepThreads.Use(threads))
        {
            for (int step = 0; step < 3; step++)
            {
                trainer.Step(x, target);
            }
        }
        return network.Parameters.Values.ToArray();
    }
}
