using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

public sealed class ShardedGradientTests
{
    [Test]
    public void It_is_the_gradient_of_the_whole_batch([Values(2, 3, 4, 8, 16)] int shards, [Values] bool weighs)
    {
        Dataset<double> samples = Samples<double>(37, weighs);
        Trainer<double> whole = Trainer<double>(1);
        Trainer<double> cut = Trainer<double>(shards);
        double one = whole.Step(samples.All);
        double other = cut.Step(samples.All);
        Assert.That(other, Is.EqualTo(one).Within(1e-12));
        double[] expected = whole.Gradient.ToDoubles();
        double[] actual = cut.Gradient.ToDoubles();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.That(actual[i], Is.EqualTo(expected[i]).Within(1e-13));
        }
    }

    [Test]
    public void The_sum_is_a_tree_of_the_shards_own_gradients()
    {
        const int shards = 5;
        Dataset<float> samples = Samples<float>(23, weighs: false);
        List<float[]> own = [];
        for (int shard = 0; shard < shards; shard++)
        {
            int first = shard * 23 / shards;
            int count = (shard + 1) * 23 / shards - first;
            Trainer<float> alone = Trainer<float>(1);
            alone.Step(samples.All.Slice(first, count));
            float share = count / 23f;
            own.Add([.. alone.Gradient.Values.ToArray().Select(g => share * g)]);
        }
        Trainer<float> cut = Trainer<float>(shards);
        cut.Step(samples.All);
        float[] all = cut.Gradient.Values.ToArray();
        for (int i = 0; i < all.Length; i++)
        {
            float tree = own[0][i] + own[1][i] + (own[2][i] + own[3][i]) + own[4][i];
            Assert.That(all[i], Is.EqualTo(tree));
        }
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bits([Values(2, 8)] int shards)
    {
        float[] Train(int threads)
        {
            using IDisposable allowed = StepThreads.Use(threads);
            SequentialNetwork<float> network = Network<float>(dropout: 0.3);
            Trainer<float> trainer = new(network, Loss.CrossEntropy, Rule, new Generator(4)) { Shards = shards };
            FitOptions options = new() { Epochs = 3, BatchSize = 32 };
            trainer.Fit(Samples<float>(107, weighs: true), Samples<float>(20, weighs: false), options);
            return network.Parameters.Values.ToArray();
        }
        float[] alone = Train(1);
        foreach (int threads in (int[])[2, 5, 16])
        {
            Bits.AssertSame<float>(Train(threads), alone, $"{threads} threads");
        }
    }

    [Test]
    public void Fewer_samples_than_shards_leave_some_empty()
    {
        Dataset<float> samples = Samples<float>(3, weighs: false);
        Trainer<float> cut = Trainer<float>(8);
        Trainer<float> whole = Trainer<float>(1);
        Assert.That(cut.Step(samples.All), Is.EqualTo(whole.Step(samples.All)).Within(1e-6));
    }

    [Test]
    public void A_step_allocates_nothing_once_it_has_seen_a_batch()
    {
        Dataset<float> samples = Samples<float>(32, weighs: false);
        Trainer<float> cut = Trainer<float>(4);
        cut.Step(samples.All);
        long before = GC.GetAllocatedBytesForCurrentThread();
        cut.Step(samples.All);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void A_batch_that_does_not_fit_is_refused_on_every_number_of_threads([Values(1, 3)] int threads)
    {
        using IDisposable allowed = StepThreads.Use(threads);
        Trainer<float> cut = Trainer<float>(4);
        Assert.That(
            () => cut.Step(new Matrix<float>(5, 8), new Matrix<float>(2, 8)),
            Throws.InstanceOf<ArgumentException>()
        );
        Assert.That(
            float.IsFinite(cut.Step(Samples<float>(8, weighs: false).All)),
            Is.True,
            "and the next one is a step"
        );
    }

    [Test]
    public void Layers_that_look_at_the_whole_batch_and_small_batches_are_refused()
    {
        SequentialNetwork<float> normalized = Architecture
            .WithInputs(4)
            .Dense(3)
            .BatchNormalization()
            .Dense(3, Activation.Softmax)
            .Build<float>(new Generator(1));
        Assert.That(
            () => new Trainer<float>(normalized, Loss.CrossEntropy, Rule, new Generator(1)) { Shards = 2 },
            Throws.ArgumentException.With.Message.Contains("whole batch")
        );
        Assert.That(
            () => Trainer<float>(9).Fit(Samples<float>(50, weighs: false), null, new FitOptions { BatchSize = 8 }),
            Throws.ArgumentException.With.Message.Contains("9 shards")
        );
        Assert.That(() => Trainer<float>(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void It_goes_on_from_a_checkpoint()
    {
        float[] Train(InterruptedRuns? checkpoint, CancellationToken cancellation)
        {
            SequentialNetwork<float> network = Network<float>(dropout: 0.3);
            Trainer<float> trainer = new(network, Loss.CrossEntropy, Rule, new Generator(4)) { Shards = 4 };
            FitOptions options = new() { Epochs = 5, Checkpoint = checkpoint };
            trainer.Fit(Samples<float>(107, weighs: false), null, options, null, cancellation);
            return network.Parameters.Values.ToArray();
        }
        InterruptedRuns runs = new();
        float[] resumed = runs.Through([3, 6, 1], cancellation => Train(runs, cancellation));
        Assert.That(resumed, Is.EqualTo(Train(null, CancellationToken.None)));
    }

    private static UpdateRule Rule => new(new Adam(0.01)) { Penalty = new WeightPenalty(L2: 0.01) };

    private static Trainer<T> Trainer<T>(int shards)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(Network<T>(dropout: 0), Loss.CrossEntropy, new Sgd(0.01), new Generator(1)) { Shards = shards };

    private static SequentialNetwork<T> Network<T>(double dropout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Architecture
            .WithInputs(4)
            .Dense(7, Activation.Tanh)
            .Dropout(dropout)
            .Dense(3, Activation.Softmax)
            .Build<T>(new Generator(3));

    private static Dataset<T> Samples<T>(int count, bool weighs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(5);
        Matrix<T> x = new(4, count);
        foreach (ref T number in x.Values)
        {
            number = T.CreateTruncating(generator.NextNormal());
        }
        Matrix<T> target = new(3, count);
        for (int i = 0; i < count; i++)
        {
            target[generator.NextBelow(3), i] = T.One;
        }
        T[] weights = [.. Enumerable.Range(0, weighs ? count : 0).Select(i => T.CreateTruncating(1 + i % 3))];
        return new Dataset<T>(x, target, weights);
    }
}
