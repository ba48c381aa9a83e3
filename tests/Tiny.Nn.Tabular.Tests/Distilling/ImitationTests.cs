using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Tests.Distilling;

/// <summary>How far answers are apart, computed by hand; and what answers ask of a network.</summary>
internal sealed class ImitationTests
{
    [Test]
    public void Of_classes_it_is_the_share_of_equal_answers_and_the_mean_divergence()
    {
        Matrix<double> large = new(3, 2, [0.5, 0.25, 0.25, 0.1, 0.9, 0]);
        Matrix<double> small = new(3, 2, [0.25, 0.5, 0.25, 0.1, 0.9, 0]);
        Imitation found = Imitation.Of(MixedTable.Classes(3), large, small);
        Assert.That(found.Agreement, Is.EqualTo(0.5));
        Assert.That(found.Divergence, Is.EqualTo((0.5 * Math.Log(2) - 0.25 * Math.Log(2)) / 2).Within(1e-12));
        Imitation same = Imitation.Of(MixedTable.Classes(3), large, large);
        Assert.That((same.Agreement, same.Divergence), Is.EqualTo((1.0, 0.0)));
    }

    [Test]
    public void A_probability_of_0_costs_much_and_not_infinitely_much()
    {
        Matrix<double> large = new(2, 1, [0.5, 0.5]);
        Matrix<double> small = new(2, 1, [1, 0]);
        double found = Imitation.Of(MixedTable.Classes(2), large, small).Divergence;
        Assert.That(found, Is.EqualTo(0.5 * Math.Log(0.5) + 0.5 * (Math.Log(0.5) + 15 * Math.Log(10))).Within(1e-9));
    }

    [Test]
    public void The_threshold_decides_which_answers_are_equal()
    {
        ClassTarget target = new("y", ["no", "yes"]) { Threshold = 0.2 };
        Imitation found = Imitation.Of(target, new(2, 1, [0.7, 0.3]), new(2, 1, [0.1, 0.9]));
        Assert.That(found.Agreement, Is.EqualTo(1));
    }

    [Test]
    public void Of_numbers_it_is_the_explained_share_and_the_root_mean_square()
    {
        Matrix<double> large = new(1, 4, [1, 2, 3, 4]);
        Matrix<double> small = new(1, 4, [1, 2, 3, 2]);
        Imitation found = Imitation.Of(MixedTable.Number, large, small);
        Assert.That(found.Divergence, Is.EqualTo(1));
        Assert.That(found.Agreement, Is.EqualTo(1 - 4.0 / 5));
        Assert.That(Imitation.Of(MixedTable.Number, new(1, 2, [5, 5]), new(1, 2, [5, 5])).Agreement, Is.NaN);
    }

    [Test]
    public void Two_classes_are_one_output_more_are_one_each_and_numbers_are_scaled()
    {
        Matrix<double> pairs = new(2, 2, [0.75, 0.25, 0.5, 0.5]);
        SoftTarget two = SoftTarget.Of(MixedTable.Classes(2), pairs, Loss.SquaredError);
        Assert.That((two.Outputs, two.Activation), Is.EqualTo((1, Activation.Sigmoid)));
        Bits.AssertSame<double>(two.Encode<double>(pairs).Values, [0.25, 0.5], "of the second");
        Matrix<double> triple = new(3, 1, [0.5, 0.25, 0.25]);
        SoftTarget three = SoftTarget.Of(MixedTable.Classes(3), triple, Loss.SquaredError);
        Assert.That((three.Outputs, three.Activation), Is.EqualTo((3, Activation.Softmax)));
        Bits.AssertSame<float>(three.Encode<float>(triple).Values, [0.5f, 0.25f, 0.25f], "of all");
        SoftTarget number = SoftTarget.Of(MixedTable.Number, new(1, 2, [10, 30]), Loss.Huber);
        Assert.That((number.Outputs, number.Loss), Is.EqualTo((1, Loss.Huber)));
        Bits.AssertSame<double>(number.Encode<double>(new(1, 2, [10, 40])).Values, [-1, 2], "in deviations");
    }

    [TestCase(null, 102, 99)]
    [TestCase(null, 20_000, 1)]
    [TestCase(null, 20, 50)]
    [TestCase(0, 20, 0)]
    public void Enough_rows_are_made_up_unless_somebody_says_how_many(int? given, int rows, int expected) =>
        Assert.That(new DistillationOptions { MadePerRow = given }.PerRow(rows), Is.EqualTo(Math.Min(expected, 50)));
}
