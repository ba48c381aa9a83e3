using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tests.Settings;

[TestFixture]
public sealed class RecipeRangeTests
{
    private static readonly TestCaseData[] Wrong =
    [
        Of(nameof(Recipe.Dropout), () => new Recipe { Dropout = 2 }),
        Of(nameof(Recipe.Dropout), () => new Recipe { Dropout = 1 }),
        Of(nameof(Recipe.Dropout), () => new Recipe { Dropout = double.NaN }),
        Of(nameof(Recipe.TestFraction), () => new Recipe { TestFraction = 5 }),
        Of(nameof(Recipe.TestFraction), () => new Recipe { TestFraction = -0.1 }),
        Of(nameof(Recipe.ValidationFraction), () => new Recipe { ValidationFraction = 1 }),
        Of(nameof(Recipe.LabelSmoothing), () => new Recipe { LabelSmoothing = 1 }),
        Of(nameof(Recipe.Hidden), () => new Recipe { Hidden = [0] }),
        Of(nameof(Recipe.Hidden), () => new Recipe { Hidden = [16, -1] }),
        Of(nameof(Recipe.Hidden), () => new Recipe { Hidden = default }),
        Of(nameof(Recipe.BatchSize), () => new Recipe { BatchSize = 0 }),
        Of(nameof(Recipe.Epochs), () => new Recipe { Epochs = -1 }),
        Of(nameof(Recipe.Patience), () => new Recipe { Patience = 0 }),
        Of(nameof(Recipe.Activation), () => new Recipe { Activation = null! }),
        Of(nameof(Recipe.Optimizer), () => new Recipe { Optimizer = null! }),
        Of(nameof(Recipe.Encoding), () => new Recipe { Encoding = null! }),
        Of(nameof(Recipe.Penalty), () => new Recipe() with { Penalty = null! }),
        Of(nameof(Recipe.RegressionLoss), () => new Recipe { RegressionLoss = null! }),
        Of(nameof(Recipe.ClassWeights), () => new Recipe { ClassWeights = null! }),
        Of(nameof(Recipe.Threshold), () => new Recipe { Threshold = null! }),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void A_value_that_makes_no_sense_is_refused_where_it_is_given(string property, Func<Recipe> create)
    {
        Exception? fault = Assert.Catch<ArgumentException>(() => create());
        Assert.That(((ArgumentException)fault!).ParamName, Is.EqualTo(property));
        Assert.That(fault.Message, Does.Contain(property));
    }

    [Test]
    public void What_makes_sense_is_kept()
    {
        Recipe recipe = new()
        {
            Hidden = [],
            Dropout = 0,
            TestFraction = 0,
            ValidationFraction = 0.5,
            Patience = null,
            Epochs = 1,
            BatchSize = 1,
        };
        Assert.That(recipe.Hidden, Is.Empty);
        Assert.That(recipe.ValidationFraction, Is.EqualTo(0.5));
        Assert.That(recipe.Patience, Is.Null);
    }

    private static TestCaseData Of(string property, Func<Recipe> create) => new(property, create);
}
