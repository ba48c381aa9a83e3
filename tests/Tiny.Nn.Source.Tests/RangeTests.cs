using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Source.Tests;

/// <summary>Settings that make no sense are refused where they are given, by name, and also where a copy changes them.</summary>
public sealed class RangeTests
{
    private static readonly TestCaseData[] Nonsense =
    [
        Case(() => new EarlyStopping(0), "Patience"),
        Case(() => new EarlyStopping(3) with { Patience = -1 }, "value"),
        Case(() => new Huber(0), "Delta"),
        Case(() => new Huber(double.NaN), "Delta"),
        Case(() => new CrossEntropy(1), "LabelSmoothing"),
        Case(() => new CrossEntropy(-0.1), "LabelSmoothing"),
        Case(() => new SoftmaxCrossEntropy(1), "LabelSmoothing"),
        Case(() => new BinaryCrossEntropy(2), "LabelSmoothing"),
        Case(() => new SigmoidBinaryCrossEntropy(double.NaN), "LabelSmoothing"),
        Case(() => new ClipByNorm(0), "MaximumNorm"),
        Case(() => new ClipByNorm(double.PositiveInfinity), "MaximumNorm"),
        Case(() => new ClipByValue(-1), "MaximumMagnitude"),
        Case(() => new DenseDescription(0), "Units"),
        Case(() => new DropoutDescription(1), "Rate"),
    ];

    [TestCaseSource(nameof(Nonsense))]
    public void A_setting_outside_its_range_is_refused_by_name(Func<object> create, string name) =>
        Assert.That(
            () => create(),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo(name)
        );

    [Test]
    public void The_edges_of_a_range_are_inside()
    {
        Assert.That(new EarlyStopping(1).Patience, Is.EqualTo(1));
        Assert.That(new CrossEntropy(0).LabelSmoothing, Is.Zero);
        Assert.That(new DropoutDescription(0).Rate, Is.Zero);
        Assert.That(new DenseDescription(1).Units, Is.EqualTo(1));
    }

    private static TestCaseData Case(Func<object> create, string name) => new(create, name);
}
