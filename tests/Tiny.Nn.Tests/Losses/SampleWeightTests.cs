using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Losses;

/// <summary>L = Σwℓ/Σw.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SampleWeightTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Rounding = 8 * Ulp.Of<T>(1.0);

    [Test]
    public void The_loss_is_the_weighted_mean([ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss)
    {
        double[] weights = [1, 0, 2.5, 0.5, 0, 1, 3];
        (double value, double[] derivative) = Evaluate(loss, weights);
        double sum = 0;
        double[] expected = new double[21];
        for (int sample = 0; sample < 7; sample++)
        {
            (double alone, double[] dAlone) = Evaluate(loss, null, sample);
            sum += weights[sample] * alone;
            for (int k = 0; k < 3; k++)
            {
                expected[3 * sample + k] = weights[sample] * dAlone[k] / weights.Sum();
            }
        }
        Assert.That(value, Is.EqualTo(sum / weights.Sum()).Within(Rounding));
        Assert.That(derivative, Is.EqualTo(expected).Within(Rounding));
    }

    [Test]
    public void A_common_factor_of_all_weights_changes_nothing(
        [ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss
    )
    {
        (double plain, double[] dPlain) = Evaluate(loss, null);
        (double equal, double[] dEqual) = Evaluate(loss, [3, 3, 3, 3, 3, 3, 3]);
        Assert.That(equal, Is.EqualTo(plain).Within(Rounding));
        Assert.That(dEqual, Is.EqualTo(dPlain).Within(Rounding));
    }

    [Test]
    public void A_batch_without_weight_costs_nothing([ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss)
    {
        (double value, double[] derivative) = Evaluate(loss, new double[7]);
        Assert.That(value, Is.Zero);
        Assert.That(derivative, Has.All.Zero);
    }

    [Test]
    public void A_class_weight_counts_like_so_many_copies_of_a_sample(
        [ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss
    )
    {
        (Matrix<T> prediction, Matrix<T> target) = LossTable.Example<T>();
        T[] weights = new ClassWeights([1, 3, 2]).ForSamples(target);
        double weighted = double.CreateTruncating(loss.Evaluate(prediction, target, weights, default));

        int[] copies =
        [
            .. Enumerable.Range(0, 7).SelectMany(i => Enumerable.Repeat(i, int.CreateTruncating(weights[i]))),
        ];
        Matrix<T> many = Tiny.Nn.Data.Samples.Select(prediction, copies);
        Matrix<T> manyTargets = Tiny.Nn.Data.Samples.Select(target, copies);
        double copied = double.CreateTruncating(loss.Evaluate(many, manyTargets, [], default));

        Assert.That(copies, Has.Length.EqualTo(2 * 1 + 2 * 3 + 3 * 2));
        Assert.That(weighted, Is.EqualTo(copied).Within(Rounding));
    }

    private static (double Value, double[] Derivative) Evaluate(Loss loss, double[]? weights, int? only = null)
    {
        (Matrix<T> prediction, Matrix<T> target) = LossTable.Example<T>();
        if (only is { } sample)
        {
            (prediction, target) = (prediction.Slice(sample, 1), target.Slice(sample, 1));
        }
        Matrix<T> d = new(prediction.Rows, prediction.Columns);
        d.Values.Fill(T.NaN);
        T value = loss.Evaluate(prediction, target, [.. (weights ?? []).Select(T.CreateTruncating)], d);
        return (double.CreateTruncating(value), d.ToDoubles());
    }
}
