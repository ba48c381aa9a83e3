using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

public sealed class BatchLoaderTests
{
    [Test]
    public void Of_some_of_the_samples_the_weights_have_mean_one_over_those()
    {
        Dataset<double> data = new(
            Matrices.Row<double>(1, 2, 3, 4),
            Matrices.Row<double>(0, 0, 0, 0),
            new[] { 1.0, 3, 5, 100 }
        );
        BatchLoader<double> batches = new(data, [0, 1, 2], batchSize: 3, least: 1);
        batches.Shuffle(new Generator(1));
        Assert.That(batches.MoveNext(), Is.True);
        double[] weights = [.. batches.Current.Weights.ToArray().Order()];
        Assert.That(weights, Is.EqualTo([1 / 3.0, 1, 5 / 3.0]).Within(1e-15));
    }

    [TestCase(10, 1, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    [TestCase(10, 4, new[] { 4, 4, 2 })]
    [TestCase(10, 5, new[] { 5, 5 })]
    [TestCase(10, 10, new[] { 10 })]
    [TestCase(10, 99, new[] { 10 })]
    public void Every_sample_comes_once_per_epoch_with_its_target_and_weight(int count, int batchSize, int[] sizes)
    {
        double[] numbers = [.. Enumerable.Range(0, count).Select(i => (double)i)];
        double[] weights = [.. numbers.Select(i => 100 + i)];
        double mean = weights.Average();
        Dataset<double> data = new(
            Matrices.Row<double>(numbers),
            Matrices.Row<double>([.. numbers.Select(i => -i)]),
            weights
        );
        BatchLoader<double> batches = new(data, batchSize);
        Generator generator = new(1);
        List<double[]> orders = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            batches.Shuffle(generator);
            List<double> seen = [];
            List<int> seenSizes = [];
            while (batches.MoveNext())
            {
                double[] samples = batches.Current.Inputs.ToDoubles();
                Assert.That(batches.Current.Targets.ToDoubles(), Is.EqualTo(samples.Select(i => -i)));
                Assert.That(
                    batches.Current.Weights.ToArray(),
                    Is.EqualTo(samples.Select(i => (100 + i) / mean)).Within(1e-14)
                );
                seen.AddRange(samples);
                seenSizes.Add(samples.Length);
            }
            Assert.That(seenSizes, Is.EqualTo(sizes));
            Assert.That(seen, Is.EquivalentTo(numbers));
            orders.Add([.. seen]);
        }
        Assert.That(orders[0], Is.Not.EqualTo(numbers).And.Not.EqualTo(orders[1]));
        Assert.That(orders[1], Is.Not.EqualTo(orders[2]));
    }

    [Test]
    public void Without_weights_there_are_none()
    {
        BatchLoader<double> batches = new(
            new Dataset<double>(Matrices.Row<double>(1, 2), Matrices.Row<double>(3, 4)),
            2
        );
        batches.Shuffle(new Generator(1));
        batches.MoveNext();
        Assert.That(batches.Current.Weights.IsEmpty);
    }
}
