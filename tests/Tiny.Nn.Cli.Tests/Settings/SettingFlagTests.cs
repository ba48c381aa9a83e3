using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Cli.Tests.Settings;

/// <summary>The same settings by flags, by a file of settings and by a model.</summary>
internal sealed class SettingFlagTests : CommandTests
{
    private readonly RecipeOptions options = new();
    private readonly Command train = new("train");

    public SettingFlagTests()
    {
        train.Options.Add(new Option<string?>("--target"));
        foreach (Option option in options.All)
        {
            train.Options.Add(option);
        }
    }

    [Test]
    public void Every_setting_has_a_flag() =>
        Assert.That(
            options.All.Select(option => option.Name),
            Is.EqualTo(Recipe.SettingNames.Select(name => $"--{name}"))
        );

    [Test]
    public void Flags_make_the_recipe_that_settings_make([Range(1, 50)] int seed)
    {
        SortedDictionary<string, string> settings = SettingTexts.Draw((ulong)seed);
        Same(settings, settings.Select(setting => $"--{setting.Key}={setting.Value}"));
    }

    [Test]
    public void A_file_of_settings_makes_the_recipe_that_settings_make([Range(51, 100)] int seed)
    {
        SortedDictionary<string, string> settings = SettingTexts.Draw((ulong)seed);
        string path = Place.Path("run.json");
        new ResolvedSettings(settings, new Dictionary<string, string>()).Save(OutputFile.Prepare(path, true), "y");
        Same(settings, ConfigFile.Read(path, train).SelectMany(preset => preset.Arguments));
    }

    [Test]
    public void A_model_makes_the_recipe_that_settings_made_it_by([Range(101, 150)] int seed)
    {
        SortedDictionary<string, string> settings = SettingTexts.Draw((ulong)seed);
        string path = Place.Path("model.tnn");
        Model<float> model = ModelFile.Load<float>(Samples.IrisModel);
        ModelFile.Save(model.With(model.Provenance with { Settings = settings }), path);
        IEnumerable<Preset> presets = StoredSettings.Read(path, train, new Dictionary<string, string>());
        Same(settings, presets.SelectMany(preset => preset.Arguments));
    }

    [TestCase(
        "--optimizer sgd --momentum 0.9",
        "--momentum is for optimizer momentum or nesterov, and this one is sgd."
    )]
    [TestCase("--beta1 0.9 --optimizer rmsprop", "--beta1 is for optimizer adam or adamw, and this one is rmsprop.")]
    [TestCase("--weight-decay 0.1", "--weight-decay is for optimizer adamw, and this one is adam.")]
    [TestCase("--huber-delta 2", "--huber-delta is for loss huber, and this one is squared-error.")]
    [TestCase("--clip-norm 1 --clip-value 1", "--clip-norm and --clip-value contradict each other")]
    public void What_does_not_go_with_the_optimizer_or_the_loss_is_refused(string flags, string told)
    {
        UsageException fault = Assert.Throws<UsageException>(() =>
        {
            ParseResult parsed = train.Parse(flags);
            Contradictions.Refuse(parsed);
            options.Read(parsed);
        })!;
        Assert.That(fault.What, Does.StartWith(told));
    }

    [TestCase("--optimizer sgd", "--momentum", false)]
    [TestCase("--optimizer adam", "--weight-decay", false)]
    [TestCase("--optimizer adamw", "--weight-decay", true)]
    [TestCase("--loss absolute-error", "--huber-delta", false)]
    [TestCase("--clip-value 1", "--clip-norm", false)]
    [TestCase("--learning-rate 1", "--weight-decay", true)]
    [TestCase("--optimizer lbfgs", "--batch-size 8", false)]
    [TestCase("--optimizer lbfgs", "--dropout 0.2", false)]
    [TestCase("--optimizer lbfgs", "--dropout 0", true)]
    [TestCase("--optimizer lbfgs", "--l1 0.1", false)]
    [TestCase("--optimizer lbfgs", "--normalization batch", false)]
    [TestCase("--optimizer lbfgs", "--l2 auto", true)]
    [TestCase("--optimizer adam", "--l2 auto", false)]
    [TestCase("--optimizer adam", "--l2 0.1", true)]
    [TestCase("--hidden 8", "--l2 auto", false)]
    [TestCase("--hidden none", "--l2 auto", true)]
    public void A_setting_of_a_file_gives_way_to_a_flag_that_it_does_not_go_with(string typed, string flag, bool stays)
    {
        string[] parts = typed.Split(' ');
        Dictionary<string, string> stronger = new() { [parts[0]] = parts[1] };
        (string name, string value) = flag.Split(' ') is [var one, var other] ? (one, other) : (flag, "");
        bool gives = Contradictions.IsForeign(name, value, stronger) || Contradictions.AreBetween(name, parts[0]);
        Assert.That(gives, Is.EqualTo(!stays));
    }

    private void Same(SortedDictionary<string, string> settings, IEnumerable<string> arguments)
    {
        ParseResult parsed = train.Parse([.. arguments]);
        Assert.That(parsed.Errors, Is.Empty);
        Recipe expected = Recipe.FromSettings(settings);
        Recipe read = options.Read(parsed);
        Assert.That(read.ToSettings(read.Kind!.Value), Is.EqualTo(expected.ToSettings(expected.Kind!.Value)));
        Assert.That(read.Optimizer, Is.EqualTo(expected.Optimizer));
        Assert.That(read.RegressionLoss, Is.EqualTo(expected.RegressionLoss));
        Assert.That(read.Clipping, Is.EqualTo(expected.Clipping));
    }
}
