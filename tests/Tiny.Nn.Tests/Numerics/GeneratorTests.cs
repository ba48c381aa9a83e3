using MathNet.Numerics.Distributions;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

public sealed class GeneratorTests
{
    /// <summary>The first outputs from the state 1, 2, 3, 4, as the authors' algorithm gives them.</summary>
    private static readonly ulong[] KnownAnswers =
    [
        41943041,
        58720359,
        3588806011781223,
        3591011842654386,
        9228616714210784205,
        9973669472204895162,
    ];

    /// <summary>What the statistic exceeds in one of a thousand samples: the level of all tests of distributions here.</summary>
    private const double KolmogorovSmirnovLimit = 1.95;

    /// <summary>How the numbers 0 … 9 lie after the shuffle of the first release.</summary>
    private static readonly int[] Order = [6, 1, 7, 8, 5, 3, 4, 0, 9, 2];

    /// <summary>What a stream draws is a promise: recorded trainings depend on it.</summary>
    [TestCase(1UL, 0UL, 0x4887886C7244E091UL)]
    [TestCase(1UL, 3UL, 0x940EBA07A6E95F7DUL)]
    [TestCase(42UL, 7UL, 0x0D9893FC677D6169UL)]
    public void A_seed_and_a_stream_draw_what_they_always_drew(ulong seed, ulong stream, ulong first) =>
        Assert.That(new Generator(seed, stream).NextBits(), Is.EqualTo(first));

    [TestCase(0)]
    [TestCase(1)]
    public void Where_there_is_one_order_shuffling_draws_nothing(int items)
    {
        Generator generator = new(5);
        GeneratorState before = generator.State;
        generator.Shuffle<int>(new int[items]);
        Assert.That(generator.State, Is.EqualTo(before));
    }

    [Test]
    public void Xoshiro_gives_the_known_answers() =>
        Assert.That(Bits(new Generator(new GeneratorState(1, 2, 3, 4)), 6), Is.EqualTo(KnownAnswers));

    [Test]
    public void Xoshiro_follows_the_published_algorithm()
    {
        Generator generator = new(2026);
        ulong[] s = [generator.State.S0, generator.State.S1, generator.State.S2, generator.State.S3];
        for (int i = 0; i < 10_000; i++)
        {
            Assert.That(generator.NextBits(), Is.EqualTo(Xoshiro256PlusPlus(s)));
        }
        Assert.That(generator.State, Is.EqualTo(new GeneratorState(s[0], s[1], s[2], s[3])));
    }

    [Test]
    public void SplitMix_starts_it()
    {
        // The stream 0 is mixed into the seed; taken out again, the state is what SplitMix64 gives for the number 1234567.
        const ulong MixedStream = 0xE220A8397B1DCDAF;
        Assert.That(
            new Generator(1234567 ^ MixedStream).State,
            Is.EqualTo(
                new GeneratorState(6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431)
            )
        );
    }

    [Test]
    public void Draws_of_the_first_release_stay_as_they_are()
    {
        Generator generator = new(42, 7);
        Assert.That(generator.NextBits(), Is.EqualTo(0x0D9893FC677D6169));
        Assert.That(generator.NextUniform(), Is.EqualTo(0.5473657907258048));
        Assert.That(generator.NextNormal(), Is.EqualTo(-0.7043626165593657));
        Assert.That(generator.NextBelow(1_000_000), Is.EqualTo(125373));
        int[] items = [.. Enumerable.Range(0, 10)];
        generator.Shuffle<int>(items);
        Assert.That(items, Is.EqualTo(Order));
    }

    [Test]
    public void A_saved_state_resumes_where_it_stood()
    {
        Generator generator = new(5);
        generator.NextNormal();
        Generator resumed = new(generator.State);
        for (int i = 0; i < 100; i++)
        {
            Assert.That(resumed.NextNormal(), Is.EqualTo(generator.NextNormal()));
            Assert.That(resumed.NextBelow(17), Is.EqualTo(generator.NextBelow(17)));
        }
        Assert.That(resumed.State, Is.EqualTo(generator.State));
    }

    [Test]
    public void Four_zeros_are_refused() =>
        Assert.That(
            () => new Generator(default(GeneratorState)),
            Throws.ArgumentException.With.Message.Contains("zeros")
        );

    [Test]
    public void Seeds_and_streams_differ_from_each_other()
    {
        HashSet<ulong> first = [];
        for (ulong seed = 0; seed < 50; seed++)
        {
            for (ulong stream = 0; stream < 50; stream++)
            {
                first.Add(new Generator(seed, stream).NextBits());
            }
        }
        Assert.That(first, Has.Count.EqualTo(50 * 50));
    }

    [Test]
    public void Streams_of_one_seed_are_not_correlated()
    {
        const int Count = 20_000;
        Generator one = new(9, 0);
        Generator other = new(9, 1);
        double covariance = Enumerable
            .Range(0, Count)
            .Sum(_ => (one.NextUniform() - 0.5) * (other.NextUniform() - 0.5));
        double correlation = covariance / Count * 12;
        Assert.That(correlation, Is.EqualTo(0).Within(4 / Math.Sqrt(Count)));
    }

    [Test]
    public void Uniform_numbers_lie_in_their_interval_and_fill_it_evenly()
    {
        Generator generator = new(1);
        double[] x = [.. Enumerable.Range(0, 50_000).Select(_ => generator.NextUniform())];
        Assert.That(x, Is.All.GreaterThanOrEqualTo(0).And.All.LessThan(1));
        Assert.That(KolmogorovSmirnov(x, value => value), Is.LessThan(KolmogorovSmirnovLimit));
    }

    [Test]
    public void Uniform_numbers_take_the_upper_53_bits()
    {
        Generator generator = new(3);
        Generator twin = new(3);
        for (int i = 0; i < 100; i++)
        {
            Assert.That(generator.NextUniform() * Math.Pow(2, 53), Is.EqualTo((double)(twin.NextBits() >> 11)));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(100)]
    [TestCase(1000)]
    public void Integers_below_a_bound_are_equally_likely(int bound)
    {
        int draws = 100 * Math.Max(bound, 100);
        int[] counts = new int[bound];
        Generator generator = new(11);
        for (int i = 0; i < draws; i++)
        {
            counts[generator.NextBelow(bound)]++;
        }
        double expected = (double)draws / bound;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        double limit = bound == 1 ? 0 : ChiSquared.InvCDF(bound - 1, 0.999);
        Assert.That(chiSquare, Is.LessThanOrEqualTo(limit));
    }

    [Test]
    public void A_huge_bound_is_unbiased_and_kept()
    {
        Generator generator = new(12);
        double[] x =
        [
            .. Enumerable.Range(0, 20_000).Select(_ => generator.NextBelow(int.MaxValue) / (double)int.MaxValue),
        ];
        Assert.That(x, Is.All.GreaterThanOrEqualTo(0).And.All.LessThan(1));
        Assert.That(KolmogorovSmirnov(x, value => value), Is.LessThan(KolmogorovSmirnovLimit));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_bound_that_is_not_positive_is_refused(int bound) =>
        Assert.That(() => new Generator(1).NextBelow(bound), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Normal_numbers_have_the_moments_of_the_standard_normal_distribution()
    {
        const int Count = 100_000;
        Generator generator = new(13);
        double[] x = [.. Enumerable.Range(0, Count).Select(_ => generator.NextNormal())];
        // Four standard errors each: the variances of the first four powers are 1, 2, 15 and 96.
        double error = 4 / Math.Sqrt(Count);
        Assert.That(x.Average(), Is.EqualTo(0).Within(error));
        Assert.That(x.Average(value => Math.Pow(value, 2)), Is.EqualTo(1).Within(error * Math.Sqrt(2)));
        Assert.That(x.Average(value => Math.Pow(value, 3)), Is.EqualTo(0).Within(error * Math.Sqrt(15)));
        Assert.That(x.Average(value => Math.Pow(value, 4)), Is.EqualTo(3).Within(error * Math.Sqrt(96)));
    }

    [Test]
    public void Normal_numbers_follow_the_standard_normal_distribution()
    {
        Generator generator = new(14);
        double[] x = [.. Enumerable.Range(0, 50_000).Select(_ => generator.NextNormal())];
        Assert.That(KolmogorovSmirnov(x, value => Normal.CDF(0, 1, value)), Is.LessThan(KolmogorovSmirnovLimit));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(100)]
    public void A_shuffle_is_a_permutation_and_the_same_for_the_same_seed(int count)
    {
        int[] once = [.. Enumerable.Range(0, count)];
        int[] again = [.. once];
        new Generator(15).Shuffle<int>(once);
        new Generator(15).Shuffle<int>(again);
        Assert.That(once, Is.EquivalentTo(Enumerable.Range(0, count)));
        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void All_orders_are_equally_likely()
    {
        const int Draws = 24_000;
        Dictionary<string, int> counts = [];
        Generator generator = new(16);
        for (int i = 0; i < Draws; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            generator.Shuffle<char>(items);
            string order = new(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.That(counts, Has.Count.EqualTo(24));
        double chiSquare = counts.Values.Sum(count => Math.Pow(count - Draws / 24.0, 2) / (Draws / 24.0));
        Assert.That(chiSquare, Is.LessThan(ChiSquared.InvCDF(23, 0.999)));
    }

    private static ulong[] Bits(Generator generator, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => generator.NextBits())];

    /// <summary>The algorithm as published, on an array of its four words.</summary>
    private static ulong Xoshiro256PlusPlus(ulong[] s)
    {
        ulong sum = s[0] + s[3];
        ulong result = ((sum << 23) | (sum >> 41)) + s[0];
        ulong shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = (s[3] << 45) | (s[3] >> 19);
        return result;
    }

    /// <summary>√n times the largest distance between the sample's distribution and the true one.</summary>
    private static double KolmogorovSmirnov(double[] sample, Func<double, double> distribution)
    {
        double[] sorted = [.. sample.Order()];
        double n = sorted.Length;
        double distance = sorted
            .Select((x, i) => Math.Max(distribution(x) - i / n, (i + 1) / n - distribution(x)))
            .Max();
        return Math.Sqrt(n) * distance;
    }
}
