using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Losses;

/// <summary>Losses from a formula of a user's own.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ElementwiseLossTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void It_is_the_mean_over_the_samples_of_the_sum_over_the_outputs()
    {
        Matrix<T> p = Numbers(2, 3, [0.5, -1, 2, 0, 1, 1]);
        Matrix<T> t = Numbers(2, 3, [0, 1, 2, 3, -1, 1]);
        Matrix<T> dp = new(2, 3);
        T loss = Loss.Elementwise(new Fourth()).Evaluate(p, t, default, dp);
        Assert.That(double.CreateTruncating(loss), Is.EqualTo((0.0625 + 16 + 81 + 16) / 3).Within(1e-5));
        for (int i = 0; i < 6; i++)
        {
            double r = double.CreateTruncating(p.Values[i] - t.Values[i]);
            Assert.That(double.CreateTruncating(dp.Values[i]), Is.EqualTo(4 * r * r * r / 3).Within(1e-5));
        }
    }

    [Test]
    public void Its_answer_is_that_of_the_librarys_loss_of_the_same_formula()
    {
        Generator generator = new(3);
        Matrix<T> p = Drawn(generator, 3, 21);
        Matrix<T> t = Drawn(generator, 3, 21);
        T[] weights = [.. Enumerable.Range(0, 21).Select(i => T.CreateTruncating(i % 4 * 0.5))];
        Matrix<T> mine = new(3, 21);
        Matrix<T> theirs = new(3, 21);
        T loss = Loss.Elementwise(new Magnitude()).Evaluate(p, t, weights, mine);
        Assert.That(loss, Is.EqualTo(Loss.AbsoluteError.Evaluate(p, t, weights, theirs)));
        Assert.That(mine.Values.ToArray(), Is.EqualTo(theirs.Values.ToArray()));
    }

    [Test]
    public void Its_kinks_are_those_of_the_formula_and_none_where_it_says_nothing()
    {
        Assert.That(Loss.Elementwise(new Magnitude()).Kinks, Has.Count.EqualTo(1).And.All.Zero);
        Assert.That(Loss.Elementwise(new Fourth()).Kinks, Is.Empty);
    }

    [Test]
    public void It_has_the_name_of_its_formula_until_it_is_registered()
    {
        string name = $"fourth.{typeof(T).Name}";
        Loss loss = Loss.Elementwise(new Powered<T>());
        Assert.That(loss.Name, Is.EqualTo(typeof(Powered<T>).Name));
        Loss.Register(name, loss);
        Loss.Register(name, Loss.Elementwise(new Powered<T>()));
        Assert.That(loss.Name, Is.EqualTo(name));
        Assert.That(Loss.Parse(name), Is.EqualTo(loss));
        Assert.That(() => Loss.Register(name, Loss.Elementwise(new Magnitude())), Throws.ArgumentException);
        Assert.That(() => Loss.Register("huber", Loss.Elementwise(new Fourth())), Throws.ArgumentException);
    }

    private static Matrix<T> Numbers(int rows, int columns, double[] numbers) =>
        new(rows, columns, [.. numbers.Select(T.CreateTruncating)]);

    private static Matrix<T> Drawn(Generator generator, int rows, int columns) =>
        Numbers(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => generator.NextNormal())]);
}

/// <summary>ℓ = (p − t)⁴.</summary>
internal readonly record struct Fourth : ILossFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V p, V t)
        where V : struct, ILanes<V> => (p - t) * (p - t) * (p - t) * (p - t);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V p, V t)
        where V : struct, ILanes<V> => V.Constant(4) * (p - t) * (p - t) * (p - t);
}

/// <summary>The same, once for each type.</summary>
internal readonly record struct Powered<T> : ILossFormula
{
    public V Value<V>(V p, V t)
        where V : struct, ILanes<V> => default(Fourth).Value(p, t);

    public V Derivative<V>(V p, V t)
        where V : struct, ILanes<V> => default(Fourth).Derivative(p, t);
}

/// <summary>ℓ = |p − t|.</summary>
internal readonly record struct Magnitude : ILossFormula
{
    public IReadOnlyList<double> Kinks => [0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V p, V t)
        where V : struct, ILanes<V> => Elementary.Max(p - t, t - p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V p, V t)
        where V : struct, ILanes<V> => V.IfLess(t, p, V.Constant(1), V.IfLess(p, t, V.Constant(-1), p - t));
}
