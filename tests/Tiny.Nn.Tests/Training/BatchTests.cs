using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class BatchTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Matrix<T> Inputs = TestNumbers.Matrix<T>(2, 5);
    private static readonly Matrix<T> Targets = TestNumbers.Matrix<T>(3, 5);
    private static readonly T[] Weights = TestNumbers.Uniform<T>(5, 0, 1, seed: 2);

    [TestCase(0, 5)]
    [TestCase(1, 3)]
    [TestCase(4, 1)]
    [TestCase(5, 0)]
    public void A_slice_views_the_same_numbers(int first, int count)
    {
        Batch<T> slice = new Batch<T>(Inputs, Targets, Weights).Slice(first, count);
        Assert.Multiple(() =>
        {
            Assert.That(slice.Count, Is.EqualTo(count));
            Assert.That(slice.Inputs.ToDoubles(), Is.EqualTo(Inputs.Slice(first, count).ToDoubles()));
            Assert.That(slice.Targets.ToDoubles(), Is.EqualTo(Targets.Slice(first, count).ToDoubles()));
            Assert.That(slice.Weights.ToArray(), Is.EqualTo(Weights.AsSpan(first, count).ToArray()));
            Assert.That(slice.Inputs.Values.Overlaps(Inputs.Values), Is.EqualTo(count > 0));
        });
    }

    [Test]
    public void A_slice_of_a_batch_without_weights_has_none() =>
        Assert.That(new Batch<T>(Inputs, Targets).Slice(1, 2).Weights.IsEmpty);

    [Test]
    public void Samples_that_are_not_there_cannot_be_sliced([Values(-1, 4, 6)] int first) =>
        Assert.That(() => new Batch<T>(Inputs, Targets).Slice(first, 2), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Inputs_targets_and_weights_are_of_as_many_samples() =>
        Assert.Multiple(() =>
        {
            Assert.That(
                () => new Batch<T>(Inputs, Targets.Slice(0, 4)),
                Throws.ArgumentException.With.Message.Contain("inputs for 5 samples and targets for 4")
            );
            Assert.That(
                () => new Batch<T>(Inputs, Targets, Weights.AsMemory(1)),
                Throws.ArgumentException.With.Message.Contain("5 samples and 4 weights")
            );
        });

    [Test]
    public void A_data_set_is_one_batch()
    {
        Batch<T> all = new Dataset<T>(Inputs, Targets, Weights).All;
        Assert.That(all.Inputs.ToDoubles(), Is.EqualTo(Inputs.ToDoubles()));
        Assert.That(all.Targets.ToDoubles(), Is.EqualTo(Targets.ToDoubles()));
        Assert.That(all.Weights.ToArray(), Is.EqualTo(Weights));
    }
}
