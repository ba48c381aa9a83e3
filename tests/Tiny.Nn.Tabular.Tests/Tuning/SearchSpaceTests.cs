using System.Globalization;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Tabular.Tests.Tuning;

/// <summary>What is left open, and what is drawn from it.</summary>
[TestFixture]
public sealed class SearchSpaceTests
{
    private const int Rows = 100;

    [Test]
    public void Every_line_of_the_table_is_a_setting_and_they_stand_in_its_order()
    {
        string[] names = [.. SearchTable.All.Select(dimension => dimension.Name)];
        IEnumerable<string> settings = SettingTable.All.Select(setting => setting.Name);
        Assert.That(names, Is.EqualTo(settings.Where(names.Contains)));
    }

    [Test]
    public void Every_value_of_every_dimension_is_one_of_its_setting()
    {
        Recipe origin = NamedRecipe.Plain.For(new Recipe(), TargetKind.Classification, Rows);
        foreach (Dimension dimension in SearchTable.All)
        {
            for (double u = 0; u < 1; u += 1.0 / 64)
            {
                string text = dimension.At(u, origin);
                Assert.That(dimension.Setting.Check(text), Is.Null, $"{dimension.Name} {text}");
            }
        }
    }

    [Test]
    public void The_first_trial_is_the_recipe_as_it_stands_and_no_two_are_the_same()
    {
        Trial[] trials = [.. Space().Trials(1).Take(100)];
        Assert.That(trials[0].Configuration, Is.EqualTo("plain"));
        Assert.That(trials.Select(trial => trial.Configuration), Is.Unique);
        Assert.That(trials.Select(trial => trial.Number), Is.EqualTo(Enumerable.Range(1, 100)));
        Assert.That(
            Space().RecipeOf(trials[0]).ToString(),
            Is.EqualTo(NamedRecipe.Plain.For(new Recipe(), TargetKind.Classification, Rows).ToString())
        );
    }

    [Test]
    public void A_seed_gives_the_same_trials_each_time_and_another_seed_others()
    {
        string[] once = Drawn(Space(), 1);
        Assert.That(Drawn(Space(), 1), Is.EqualTo(once));
        Assert.That(Drawn(Space(), 2).Skip(1).Intersect(once), Is.Empty);
    }

    [Test]
    public void A_setting_that_is_given_is_fixed_and_changes_no_other()
    {
        SearchSpace free = Space(NamedRecipe.Plain);
        SearchSpace space = Space(NamedRecipe.Plain, ("hidden", "7,7"), ("dropout", "0.5"));
        Assert.That(
            space.Dimensions.Select(dimension => dimension.Name),
            Does.Not.Contain("hidden").And.Not.Contain("dropout")
        );
        foreach ((Trial one, Trial other) in space.Trials(1).Zip(free.Trials(1)).Take(20))
        {
            Recipe recipe = space.RecipeOf(one);
            Assert.That(recipe.Hidden, Is.EqualTo([7, 7]));
            Assert.That(recipe.Dropout, Is.EqualTo(0.5));
            Assert.That(one.Values, Is.EqualTo(other.Values.Where(value => value.Key is not ("hidden" or "dropout"))));
        }
    }

    [Test]
    public void A_rate_is_drawn_around_that_of_the_recipe()
    {
        SearchSpace space = Space(NamedRecipe.RealMlp);
        double[] rates = [.. space.Trials(1).Take(200).Select(trial => space.RecipeOf(trial).Optimizer.LearningRate)];
        Assert.That(rates, Is.All.InRange(0.04 / 8, 0.04 * 8));
        Assert.That(rates.Min(), Is.LessThan(0.008));
        Assert.That(rates.Max(), Is.GreaterThan(0.2));
    }

    [Test]
    public void What_goes_with_one_parametrization_only_is_left_alone_with_the_other()
    {
        string[] names = ["optimizer", "normalization"];
        Assert.That(Space(NamedRecipe.RealMlpSmall).Dimensions.Select(one => one.Name).Intersect(names), Is.Empty);
        Assert.That(Space(NamedRecipe.Plain).Dimensions.Select(one => one.Name).Intersect(names), Has.Exactly(2).Items);
        SearchSpace both = Space();
        Assert.That(
            both.Trials(1).Take(50).Where(trial => trial.Recipe != NamedRecipe.Plain).SelectMany(trial => trial.Values),
            Has.None.Matches<KeyValuePair<string, string>>(value => names.Contains(value.Key))
        );
    }

    [Test]
    public void Values_that_do_not_go_with_what_is_given_are_not_drawn()
    {
        SearchSpace space = Space(NamedRecipe.Plain, ("beta1", "0.8"));
        Assert.That(space.ToString(), Does.Contain("optimizer: choice, adam | adamw\n"));
        Assert.That(
            space.Trials(1).Take(50).Select(trial => space.RecipeOf(trial).Optimizer.Name).Distinct(),
            Is.EquivalentTo(["adam", "adamw"])
        );
    }

    [Test]
    public void An_optimizer_of_all_rows_leaves_open_what_has_to_do_with_no_batch()
    {
        SearchSpace space = Space(null, ("optimizer", "lbfgs"));
        Assert.That(space.Recipes.Select(recipe => recipe.Name), Is.EqualTo(["plain", "realmlp-s-small"]));
        Assert.That(
            space.Dimensions.Select(dimension => dimension.Name),
            Is.EqualTo(["scale", "bins", "hidden", "activation", "embedding", "frequency", "label-smoothing"])
        );
        Assert.That(() => space.Trials(1).Take(20).Select(space.RecipeOf).ToArray(), Throws.Nothing);
    }

    [Test]
    public void A_number_has_no_labels_to_smooth() =>
        Assert.That(
            new SearchSpace(new Dictionary<string, string>(), TargetKind.Regression, Rows).Dimensions.Select(one =>
                one.Name
            ),
            Does.Not.Contain("label-smoothing").And.Contain("dropout")
        );

    [Test]
    public void A_space_that_is_small_comes_to_an_end()
    {
        (string, string)[] all =
        [
            .. Space(NamedRecipe.RealMlpSmall)
                .Dimensions.Where(dimension => dimension.Name != "activation")
                .Select(dimension =>
                    (
                        dimension.Name,
                        dimension.At(0.5, NamedRecipe.RealMlpSmall.For(new Recipe(), TargetKind.Classification, Rows))
                    )
                ),
        ];
        SearchSpace space = Space(NamedRecipe.RealMlpSmall, all);
        Assert.That(space.IsClosed, Is.False);
        Assert.That(
            space.Trials(1).Select(trial => space.RecipeOf(trial).Activation.Name),
            Is.EquivalentTo(["relu", "silu", "mish", "selu", "tanh"])
        );
        Assert.That(Space(NamedRecipe.RealMlpSmall, [.. all, ("activation", "relu")]).IsClosed, Is.True);
    }

    [TestCase("none", "1")]
    [TestCase("dropout", "2")]
    [TestCase("momentum", "0.5")]
    public void What_is_given_has_to_be_a_setting_of_the_recipe(string name, string text) =>
        Assert.That(() => Space(NamedRecipe.Plain, (name, text)), Throws.TypeOf<FormatException>());

    [Test]
    public void Decimal_points_are_points_everywhere()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            string[] elsewhere = Drawn(Space(), 1);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Assert.That(elsewhere, Is.EqualTo(Drawn(Space(), 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SearchSpace Space(NamedRecipe? recipe = null, params (string Name, string Text)[] given) =>
        new(given.ToDictionary(pair => pair.Name, pair => pair.Text), TargetKind.Classification, Rows, recipe);

    private static string[] Drawn(SearchSpace space, ulong seed) =>
        [.. space.Trials(seed).Take(12).Select(trial => trial.Configuration)];
}
