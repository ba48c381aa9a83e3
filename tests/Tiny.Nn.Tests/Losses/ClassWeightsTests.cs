using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Losses;

public sealed class ClassWeightsTests
{
    /// <summary>Ten samples: six, three, one and none of the four classes.</summary>
    private static readonly Matrix<double> Targets = Matrices.OneHot<double>(4, 0, 0, 1, 0, 2, 0, 1, 0, 1, 0);

    [Test]
    public void Balanced_weights_by_hand() =>
        Assert.That(
            ClassWeights.Balanced(Targets).Values,
            Is.EqualTo([10 / 24.0, 10 / 12.0, 10 / 4.0, 0]).Within(1e-15)
        );

    [Test]
    public void Balanced_weights_make_all_classes_count_the_same()
    {
        double[] weights = ClassWeights.Balanced(Targets).ForSamples(Targets);
        for (int k = 0; k < 3; k++)
        {
            double total = Enumerable.Range(0, 10).Sum(sample => weights[sample] * Targets[k, sample]);
            Assert.That(total, Is.EqualTo(2.5).Within(1e-14));
        }
    }

    [Test]
    public void A_sample_has_its_classs_weight() =>
        Assert.That(new ClassWeights([1, 2, 3, 4]).ForSamples(Targets), Is.EqualTo([1.0, 1, 2, 1, 3, 1, 2, 1, 2, 1]));

    [Test]
    public void Shares_of_classes_mix_their_weights() =>
        Assert.That(new ClassWeights([1, 3]).ForSamples(Matrices.Column<double>(0.25, 0.75)), Is.EqualTo([2.5]));

    [Test]
    public void There_is_one_weight_per_class() =>
        Assert.That(() => new ClassWeights([1, 2]).ForSamples(Targets), Throws.ArgumentException);
}
