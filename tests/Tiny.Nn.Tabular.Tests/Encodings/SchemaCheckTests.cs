using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>As many columns in another order fit as well, and all answers would be wrong.</summary>
internal sealed class SchemaCheckTests
{
    private static readonly Feature[] Known = [new NumberFeature("age"), new CategoryFeature("sex", ["f", "m"])];

    [Test]
    public void The_same_features_pass() =>
        Assert.That(() => SchemaCheck.RequireSame(Known, [.. Known]), Throws.Nothing);

    [Test]
    public void The_first_of_another_name_is_told_with_its_number() =>
        AssertRefused(
            [new NumberFeature("age"), new NumberFeature("size")],
            "Feature 2 is 'size'; the model knows 'sex' there.",
            "feature 2"
        );

    [Test]
    public void So_is_the_first_that_is_lacking_or_too_many()
    {
        AssertRefused([new NumberFeature("age")], "Feature 2 is none; the model knows 'sex' there.", "feature 2");
        AssertRefused(
            [.. Known, new NumberFeature("size")],
            "Feature 3 is 'size'; the model knows none there.",
            "feature 3"
        );
    }

    [Test]
    public void So_is_the_first_of_another_kind() =>
        AssertRefused(
            [new NumberFeature("age"), new TextFeature("sex", [])],
            "Feature 'sex' is a text here and a category in the model.",
            "feature 2"
        );

    private static void AssertRefused(Feature[] given, string what, string where)
    {
        DataException problem = Assert.Throws<DataException>(() => SchemaCheck.RequireSame(Known, given))!;
        Assert.That(problem.What, Is.EqualTo(what));
        Assert.That(problem.Where, Is.EqualTo(where));
    }
}
