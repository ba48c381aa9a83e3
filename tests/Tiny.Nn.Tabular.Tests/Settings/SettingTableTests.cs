using System.Globalization;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Settings;

[TestFixture]
public sealed class SettingTableTests
{
    private static IEnumerable<string> Names => SettingTable.All.Select(setting => setting.Name);

    [Test]
    public void Every_setting_has_a_name_of_its_own()
    {
        Assert.That(Names, Is.Unique);
        Assert.That(Recipe.SettingNames, Is.EqualTo(Names));
    }

    [Test]
    public void Every_setting_has_texts_that_are_tried_here() =>
        Assert.That(
            SettingTexts.All.Keys,
            Is.EquivalentTo(Names),
            "Texts of each setting, and of no other, stand in tests/Shared/Settings/SettingTexts.cs."
        );

    [Test]
    public void Settings_make_a_recipe_and_the_recipe_makes_the_same_settings([Range(1, 200)] int seed)
    {
        SortedDictionary<string, string> drawn = SettingTexts.Draw((ulong)seed);
        Recipe recipe = Recipe.FromSettings(drawn);
        IReadOnlyDictionary<string, string> written = recipe.ToSettings(recipe.Kind!.Value);
        Recipe again = Recipe.FromSettings(written);
        Assert.That(drawn, Is.SubsetOf(written));
        Assert.That(again.ToSettings(again.Kind!.Value), Is.EqualTo(written));
        Assert.That(again.Hidden, Is.EqualTo(recipe.Hidden));
        Assert.That(again.ClassWeights.ToString(), Is.EqualTo(recipe.ClassWeights.ToString()));
        Assert.That(again with { Hidden = recipe.Hidden, ClassWeights = recipe.ClassWeights }, Is.EqualTo(recipe));
    }

    [Test]
    public void Every_setting_is_drawn_and_kept()
    {
        HashSet<string> kept = [];
        for (ulong seed = 1; seed <= 200; seed++)
        {
            Recipe recipe = Recipe.FromSettings(SettingTexts.Draw(seed));
            kept.UnionWith(recipe.ToSettings(recipe.Kind!.Value).Keys);
        }
        Assert.That(kept, Is.EquivalentTo(SettingTexts.All.Keys));
    }

    [Test]
    public void Numbers_of_an_optimizer_and_a_loss_are_not_lost()
    {
        Recipe recipe = new()
        {
            Optimizer = new AdamW(0.01, 0.8, 0.99, 1e-6, 0.2),
            RegressionLoss = new Huber(2.5),
            Clipping = new ClipByValue(0.5),
        };
        IReadOnlyDictionary<string, string> settings = recipe.ToSettings(TargetKind.Regression);
        Recipe again = Recipe.FromSettings(settings);
        Assert.That(again.Optimizer, Is.EqualTo(recipe.Optimizer));
        Assert.That(again.RegressionLoss, Is.EqualTo(recipe.RegressionLoss));
        Assert.That(again.Clipping, Is.EqualTo(recipe.Clipping));
        Assert.That(settings["beta1"], Is.EqualTo("0.8"));
        Assert.That(settings["weight-decay"], Is.EqualTo("0.2"));
        Assert.That(settings["huber-delta"], Is.EqualTo("2.5"));
    }

    [Test]
    public void Of_a_new_recipe_a_model_keeps_what_models_have_always_kept()
    {
        string[] both =
        [
            "activation",
            "batch-size",
            "dropout",
            "epochs",
            "fill",
            "hidden",
            "l1",
            "l2",
            "learning-rate",
            "max-levels",
            "optimizer",
            "patience",
            "scale",
            "seed",
            "task",
            "test",
            "validation",
        ];
        Recipe recipe = new();
        Assert.That(recipe.ToSettings(TargetKind.Classification).Keys, Is.EquivalentTo(both.Append("label-smoothing")));
        Assert.That(recipe.ToSettings(TargetKind.Regression).Keys, Is.EquivalentTo(both.Append("loss")));
    }

    [TestCase("sgd")]
    [TestCase("momentum")]
    [TestCase("nesterov")]
    [TestCase("adagrad")]
    [TestCase("rmsprop")]
    [TestCase("adam")]
    [TestCase("adamw")]
    public void What_suits_an_optimizer_anyway_is_not_written(string optimizer)
    {
        Recipe recipe = new() { Optimizer = Optimizer.Parse(optimizer), RegressionLoss = Loss.Huber };
        Assert.That(
            recipe.ToSettings(TargetKind.Regression).Keys,
            Is.EquivalentTo(new Recipe().ToSettings(TargetKind.Regression).Keys)
        );
    }

    [TestCase("epochs", "ten", "\"ten\" is no whole number from 0 on")]
    [TestCase("dropout", "1", "\"1\" is not at least 0 and below 1")]
    [TestCase("learning-rate", "nan", "\"nan\" is no number")]
    [TestCase("max-levels", "2.5", "\"2.5\" is not a whole number from 2 on")]
    [TestCase("optimizer", "adma", "Did you mean adam?")]
    [TestCase("activation", "relu:2", "takes no parameter")]
    [TestCase("activation", "elu:-1", "Alpha must not be negative")]
    [TestCase("scale", "1", "none of the names")]
    [TestCase("schedule", "step:0:0.1", "step")]
    [TestCase("schedule", "cosin", "Did you mean cosine?")]
    [TestCase("beta1", "1", "\"1\" is not at least 0 and below 1")]
    [TestCase("clip-value", "0", "\"0\" is not above 0")]
    [TestCase("epohcs", "1", "Did you mean epochs?")]
    [TestCase("momentum", "0.9", "momentum is for optimizer momentum or nesterov, and this one is adam.")]
    [TestCase("huber-delta", "2", "huber-delta is for loss huber, and this one is squared-error.")]
    public void What_is_wrong_with_a_setting_is_told_without_a_flag(string name, string text, string told)
    {
        Dictionary<string, string> settings = new() { [name] = text };
        FormatException fault = Assert.Throws<FormatException>(() => Recipe.FromSettings(settings))!;
        Assert.That(fault.Message, Does.Contain(told).And.Not.Contain("--"));
    }

    [Test]
    public void Two_ways_of_clipping_contradict_each_other()
    {
        Dictionary<string, string> settings = new() { ["clip-norm"] = "1", ["clip-value"] = "1" };
        Assert.That(() => Recipe.FromSettings(settings), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Of_a_file_that_knows_more_or_less_what_is_understood_is_read()
    {
        Dictionary<string, string> settings = new()
        {
            ["optimizer"] = "rmsprop",
            ["rho"] = "0.5",
            ["momentum"] = "0.5",
            ["epsilon"] = "tiny",
            ["future"] = "1",
            ["epochs"] = "3",
        };
        Recipe recipe = SettingTable.ReadKnown(new Recipe(), settings, setting => setting.Part == SettingPart.Step);
        Assert.That(
            recipe,
            Is.EqualTo(new Recipe() with { Optimizer = new RmsProp(Decay: 0.5), Hidden = recipe.Hidden })
        );
    }

    /// <summary>A range in words, and what the words say of a number.</summary>
    private static readonly Dictionary<string, Func<double, bool>> Words = new()
    {
        ["above 0"] = number => number > 0,
        ["at least 0"] = number => number >= 0,
        ["at least 0, or auto"] = number => number >= 0,
        ["at least 0 and below 1"] = number => number is >= 0 and < 1,
        ["a whole number from 1 on"] = number => number >= 1 && double.IsInteger(number),
        ["a whole number from 2 on"] = number => number >= 2 && double.IsInteger(number),
        ["a whole number from 1 to 65536"] = number => number is >= 1 and <= 65536 && double.IsInteger(number),
    };

    [Test]
    public void A_range_in_words_is_the_range_and_what_lies_in_it_makes_a_recipe()
    {
        int ranges = 0;
        foreach (Setting setting in SettingTable.All.Where(setting => Words.ContainsKey(setting.Range)))
        {
            ranges++;
            Recipe owner = Owning(setting);
            foreach (double number in new[] { -1, -1e-9, 0, 1e-9, 0.5, 1, 1.5, 2, 65536, 65537 })
            {
                string text = number.ToString("0.##########", CultureInfo.InvariantCulture);
                bool accepted = setting.Check(text) is null;
                Assert.That(accepted, Is.EqualTo(Words[setting.Range](number)), $"{setting.Name} {text}");
                if (accepted)
                {
                    Assert.That(
                        setting.Write(setting.Read(owner, text)),
                        Is.EqualTo(number.ToString(CultureInfo.InvariantCulture))
                    );
                }
            }
        }
        Assert.That(ranges, Is.AtLeast(20));
    }

    private static Recipe Owning(Setting setting) =>
        setting.Owner is { } owner ? owner.Setting.Read(new Recipe(), owner.Values[0]) : new Recipe();
}
