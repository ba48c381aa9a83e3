using System.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Optimizers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class WeightPenaltyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T[] Weights = Numbers(2, -0.5, 0, -4);

    /// <summary>λ₁, λ₂, cost, and its derivative by each of the weights above.</summary>
    private static readonly object[] ByHand =
    [
        new object[] { 0.0, 0.0, 0.0, new[] { 0.0, 0, 0, 0 } },
        new object[] { 0.5, 0.0, 3.25, new[] { 0.5, -0.5, 0, -0.5 } },
        new object[] { 0.0, 0.25, 2.53125, new[] { 0.5, -0.125, 0, -1 } },
        new object[] { 0.5, 0.25, 5.78125, new[] { 1.0, -0.625, 0, -1.5 } },
    ];

    [TestCaseSource(nameof(ByHand))]
    public void Equals_what_was_worked_out_by_hand(double l1, double l2, double cost, double[] derivative)
    {
        WeightPenalty penalty = new(l1, l2);
        Assert.That(double.CreateTruncating(penalty.Value<T>(Weights)), Is.EqualTo(cost));

        T[] gradient = Numbers(1, 1, 1, 1);
        penalty.AddGradient<T>(Weights, gradient);
        Assert.That(gradient, Is.EqualTo(Numbers([.. derivative.Select(slope => 1 + slope)])));
    }

    private static T[] Numbers(params double[] numbers) => [.. numbers.Select(T.CreateTruncating)];
}
