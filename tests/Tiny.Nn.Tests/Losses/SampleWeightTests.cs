using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Losses;

/// <summary>L = Σwℓ/n.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SampleWeightTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Rounding = 8 * Ulp.Of<T>(1.0);

    [Test]
    public void The_loss_is_the_mean_of_the_losses_times_their_weights(
        [ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss
    )
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
                expected[3 * sample + k] = weights[sample] * dAlone[k] / 7;
            }
        }
        Assert.That(value, Is.EqualTo(sum / 7).Within(Rounding));
        Assert.That(derivative, Is.EqualTo(expected).Within(Rounding));
    }

    [Test]
    public void Weights_of_one_change_nothing([ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss)
    {
        (double plain, double[] dPlain) = Evaluate(loss, null);
        (double equal, double[] dEqual) = Evaluate(loss, [1, 1, 1, 1, 1, 1, 1]);
        Assert.That(equal, Is.EqualTo(plain).Within(Rounding));
        Assert.That(dEqual, Is.EqualTo(dPlain).Within(Rounding));
    }

    [Test]
    public void A_sample_of_weight_0_costs_nothing_even_where_its_loss_is_infinite()
    {
        Matrix<T> prediction = new(2, 2, [T.Zero, T.One, T.CreateTruncating(0.5), T.CreateTruncating(0.5)]);
        Matrix<T> target = new(2, 2, [T.One, T.Zero, T.One, T.Zero]);
        Matrix<T> d = new(2, 2);
        T value = Loss.CrossEntropy.Evaluate(prediction, target, [T.Zero, T.One], d);
        Assert.That(double.CreateTruncating(value), Is.EqualTo(Math.Log(2) / 2).Within(Rounding));
        Assert.That(d.Column(0).ToArray(), Is.All.EqualTo(T.Zero));
    }

    [Test]
    public void A_derivative_in_the_place_of_the_prediction_is_refused(
        [ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss
    )
    {
        (Matrix<T> prediction, Matrix<T> target) = LossTable.Example<T>();
        Assert.That(() => loss.Evaluate(prediction, target, [], prediction), Throws.ArgumentException);
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
        T[] ofClass = [T.One, T.CreateTruncating(3), T.CreateTruncating(2)];
        int[] classes = new int[7];
        Tiny.Nn.Training.OneHot.Decode(target, classes);
        T[] weights = [.. classes.Select(code => ofClass[code])];
        double weighted = double.CreateTruncating(loss.Evaluate(prediction, target, weights, default));

        int[] copies =
        [
            .. Enumerable.Range(0, 7).SelectMany(i => Enumerable.Repeat(i, int.CreateTruncating(weights[i]))),
        ];
        Matrix<T> many = Tiny.Nn.Training.Samples.Select(prediction, copies);
        Matrix<T> manyTargets = Tiny.Nn.Training.Samples.Select(target, copies);
        double copied = double.CreateTruncating(loss.Evaluate(many, manyTargets, [], default));

        Assert.That(copies, Has.Length.EqualTo(2 * 1 + 2 * 3 + 3 * 2));
        Assert.That(weighted * 7, Is.EqualTo(copied * copies.Length).Within(4 * Rounding));
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
