using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Training.FullBatch;

/// <summary>What a full batch takes, worked out by hand.</summary>
public sealed class FullBatchMemoryTests
{
    [TestCase(4, 3, 1024)]
    [TestCase(1 << 20, 1 << 20, 1)]
    [TestCase(10_000, 485.76, 200)]
    public void A_portion_has_at_most_two_million_numbers_and_a_thousand_samples(
        int inputs,
        double units,
        int samples
    ) => Assert.That(FullBatchMemory.Portion(inputs, units), Is.EqualTo(samples));

    /// <summary>Vectors of 15 parameters: 12 and 2 for each of 10 pairs in double, 2 as they come; a portion's inputs, and outputs, δ and derivative of each layer.</summary>
    [TestCase(100, 8 * (15 * 32 + 100 * (4 + 9)) + 4 * 2 * 15)]
    [TestCase(5000, 8 * (15 * 32 + 1024 * (4 + 9)) + 4 * 2 * 15)]
    public void A_training_takes_its_vectors_and_a_portion(int samples, double bytes) =>
        Assert.That(
            FullBatchMemory.Bytes<float>(inputs: 4, units: 3, parameters: 15, pairs: 10, samples),
            Is.EqualTo(bytes)
        );

    [Test]
    public void In_double_the_parameters_take_twice_as_much() =>
        Assert.That(
            FullBatchMemory.Bytes<double>(4, 3, 15, 10, 100) - FullBatchMemory.Bytes<float>(4, 3, 15, 10, 100),
            Is.EqualTo(4 * 2 * 15)
        );
}
