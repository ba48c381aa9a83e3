using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

public sealed class MajorityClassTests
{
    [Test]
    public void The_most_frequent_class_is_found_and_the_lowest_of_equals()
    {
        Assert.That(MajorityClass.Find([2, 1, 2, 0]), Is.EqualTo(2));
        Assert.That(MajorityClass.Find([3, 1, 3, 1]), Is.EqualTo(1));
        Assert.That(() => MajorityClass.Find([]), Throws.ArgumentException);
    }

    [Test]
    public void Its_accuracy_is_its_share()
    {
        Assert.That(MajorityClass.Accuracy(1, [1, 0, 1, 1]), Is.EqualTo(0.75));
        Assert.That(MajorityClass.Accuracy(2, [1, 0]), Is.Zero);
        Assert.That(() => MajorityClass.Accuracy(0, []), Throws.ArgumentException);
    }
}
