using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Losses;

public sealed class LossNameTests
{
    [TestCase("squared-error")]
    [TestCase("absolute-error")]
    [TestCase("huber")]
    [TestCase("binary-cross-entropy")]
    [TestCase("cross-entropy")]
    public void A_name_is_read(string name)
    {
        Assert.That(Loss.Parse(name).Name, Is.EqualTo(name));
        Assert.That(Loss.All.Select(loss => loss.Name), Does.Contain(name));
    }

    [TestCase("")]
    [TestCase("Huber")]
    [TestCase("cross-entropy from logits")]
    public void An_unknown_name_is_answered_with_those_there_are(string name)
    {
        string message = Assert.Throws<FormatException>(() => Loss.Parse(name))!.Message;
        Assert.That(message, Does.Contain($"\"{name}\"").And.Contain("squared-error, absolute-error, huber,"));
    }

    [Test]
    public void A_loss_of_your_own_is_known_once_it_is_registered()
    {
        Assert.That(() => Loss.Parse("quartic"), Throws.TypeOf<FormatException>());
        Loss.Register("quartic", new Quartic());
        Loss.Register("quartic", new Quartic());
        Assert.That(Loss.Parse("quartic"), Is.EqualTo(new Quartic()));
        Assert.That(Loss.All, Has.One.EqualTo(new Quartic()));
    }

    [Test]
    public void It_is_registered_under_the_name_that_it_has()
    {
        Assert.That(
            () => Loss.Register("fourth", new Quartic()),
            Throws.ArgumentException.With.Message.Contain("quartic")
        );
        Assert.That(() => Loss.Register("huber", new Huber(2)), Throws.ArgumentException);
    }

    /// <summary>ℓ = Σ(p − t)⁴, as a user would write it.</summary>
    private sealed record Quartic : Loss
    {
        public override string Name => "quartic";

        public override IReadOnlyList<double> Kinks => [];

        public override Loss? FusedWith(Activation output) => null;

        public override T Evaluate<T>(
            Matrix<T> prediction,
            Matrix<T> target,
            ReadOnlySpan<T> weights,
            Matrix<T> dPrediction
        )
        {
            T sum = T.Zero;
            for (int i = 0; i < prediction.Values.Length; i++)
            {
                T r = prediction.Values[i] - target.Values[i];
                sum += r * r * r * r;
            }
            return sum / T.CreateTruncating(prediction.Columns);
        }
    }
}
