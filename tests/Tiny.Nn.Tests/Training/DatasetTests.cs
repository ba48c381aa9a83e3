using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class DatasetTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T[] Weights = [T.One, T.Zero, N(0.5)];

    [Test]
    public void Chosen_samples_are_copied_with_targets_and_weights()
    {
        Matrix<T> inputs = new(2, 3, [N(1), N(2), N(3), N(4), N(5), N(6)]);
        Dataset<T> all = new(inputs, OneHot.Encode<T>([0, 1, 1], 2), Weights);
        Dataset<T> some = all.Select([2, 0, 2]);
        inputs.Values.Clear();
        Assert.Multiple(() =>
        {
            Assert.That(some.Count, Is.EqualTo(3));
            Assert.That(some.Inputs.Values.ToArray(), Is.EqualTo(Items.Of(5, 6, 1, 2, 5, 6).Select(i => N(i))));
            Assert.That(some.Targets.Values.ToArray(), Is.EqualTo(Items.Of(0, 1, 1, 0, 0, 1).Select(i => N(i))));
            Assert.That(some.SampleWeights.ToArray(), Is.EqualTo(Items.Of(N(0.5), T.One, N(0.5))));
        });
    }

    [Test]
    public void Without_weights_a_choice_has_none()
    {
        Dataset<T> all = new(new Matrix<T>(2, 3), new Matrix<T>(1, 3));
        Assert.That(all.Select([1]).SampleWeights.IsEmpty, Is.True);
        Assert.That(all.Select([]).Count, Is.Zero);
    }

    [TestCase(3)]
    [TestCase(-1)]
    public void A_sample_that_is_not_there_cannot_be_chosen(int sample)
    {
        Dataset<T> plain = new(new Matrix<T>(2, 3), new Matrix<T>(1, 3));
        Dataset<T> weighted = new(new Matrix<T>(2, 3), new Matrix<T>(1, 3), Weights);
        Assert.That(() => plain.Select([sample]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => weighted.Select([sample]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Inputs_targets_and_weights_are_as_many() =>
        Assert.Multiple(() =>
        {
            Assert.That(
                () => new Dataset<T>(new Matrix<T>(2, 3), new Matrix<T>(1, 2)),
                Throws.ArgumentException.With.Message.Contain("3 samples")
            );
            Assert.That(
                () => new Dataset<T>(new Matrix<T>(2, 2), new Matrix<T>(1, 2), Weights),
                Throws.ArgumentException.With.Message.Contain("3 weights")
            );
        });

    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_weight_is_finite_and_not_negative(double weight)
    {
        T[] weights = [N(weight)];
        Assert.That(() => new Dataset<T>(new Matrix<T>(1, 1), new Matrix<T>(1, 1), weights), Throws.ArgumentException);
    }

    [Test]
    public void One_hot_targets_have_a_one_for_the_class()
    {
        Matrix<T> targets = OneHot.Encode<T>([2, 0], 3);
        Assert.That((targets.Rows, targets.Columns), Is.EqualTo((3, 2)));
        Assert.That(targets.Values.ToArray(), Is.EqualTo(Items.Of(0, 0, 1, 1, 0, 0).Select(i => N(i))));
        Assert.That(() => OneHot.Encode<T>([3], 3), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OneHot.Encode<T>([-1], 3), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_largest_output_is_the_class_and_the_first_of_equal_ones()
    {
        int[] codes = new int[5];
        T[] outputs = [N(0.2), N(0.8), N(0.5), N(0.5), N(-1), N(-2), T.NaN, N(-9), T.NaN, T.NaN];
        OneHot.Decode(new Matrix<T>(2, 5, outputs), codes);
        Assert.That(codes, Is.EqualTo(Items.Of(1, 0, 0, 1, 0)));
        Assert.That(() => OneHot.Decode(new Matrix<T>(2, 5, outputs), new int[4]), Throws.ArgumentException);
        Assert.That(() => OneHot.Decode(new Matrix<T>(0, 5), new int[5]), Throws.ArgumentException);
    }

    private static T N(double number) => T.CreateTruncating(number);
}
