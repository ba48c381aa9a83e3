using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ProductThreadsTests<T>
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
                using (ProductThreads.Use(threads))
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

    [Test]
    public void They_are_given_back_in_the_end()
    {
        Assert.That(ProductThreads.Count, Is.EqualTo(1));
        using (ProductThreads.Use(4))
        {
            using (ProductThreads.Use(2))
            {
                Assert.That(ProductThreads.Count, Is.EqualTo(2));
            }
            Assert.That(ProductThreads.Count, Is.EqualTo(4));
        }
        Assert.That(ProductThreads.Count, Is.EqualTo(1));
    }

    [Test]
    public void Other_threads_know_nothing_of_it()
    {
        using (ProductThreads.Use(4))
        {
            int elsewhere = 0;
            Thread other = new(() => elsewhere = ProductThreads.Count);
            other.Start();
            other.Join();
            Assert.That(elsewhere, Is.EqualTo(1));
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Less_than_one_is_refused(int count) =>
        Assert.That(() => ProductThreads.Use(count), Throws.InstanceOf<ArgumentOutOfRangeException>());

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
        using (ProductThreads.Use(threads))
        {
            for (int step = 0; step < 3; step++)
            {
                trainer.Step(x, target);
            }
        }
        return network.Parameters.Values.ToArray();
    }
}
