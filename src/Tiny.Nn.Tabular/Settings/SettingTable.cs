using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>
/// All settings of a recipe. Whatever reads or writes them as text goes by this table: flags and their help, files of settings, model
/// files, and the lists in the documentation. A new setting gets its row in one of the lists that it is made of, and its texts in
/// tests/Shared/Settings/SettingTexts.cs.
/// </summary>
internal static class SettingTable
{
    /// <summary>How much work is put into a model whose networks nobody describes.</summary>
    internal static Setting Effort { get; } =
        new Setting<Effort>(
            SettingPart.Training,
            "effort",
            "How much work where no network is described: quick (one small network), normal (bags of networks, seconds), high (more of them, minutes); none for the one network that other flags describe.",
            NameText.Members<Effort>(),
            recipe => recipe.Effort,
            (recipe, effort) => recipe with { Effort = effort }
        )
        {
            Remark = "in the command normal where no flag describes a network",
        };

    /// <summary>All of them, in the order in which they are listed to people. What another one hangs on comes before it.</summary>
    internal static IReadOnlyList<Setting> All { get; } =
    [
        Effort,
        .. DataSettings.All,
        .. NetworkSettings.All,
        .. OptimizerSettings.All,
        .. CourseSettings.All,
        .. LossSettings.All,
        .. RowSettings.All,
    ];

    /// <summary>Those that describe one network and its training: bags of networks have others, by recipes of their own.</summary>
    internal static IReadOnlyList<Setting> OfOneNetwork { get; } =
    [
        DataSettings.Scale,
        DataSettings.Bins,
        .. NetworkSettings.All,
        .. OptimizerSettings.All,
        .. CourseSettings.All,
        .. LossSettings.All.Where(setting => setting.Task is not TargetKind.Regression),
        RowSettings.Validation,
    ];

    /// <summary>Those of a network that learns the answers of another model: what is said of the target is known from that one.</summary>
    internal static IReadOnlyList<Setting> OfDistilled { get; } =
    [
        .. DataSettings.All.Where(setting => setting.Part == SettingPart.Data),
        .. NetworkSettings.All,
        .. OptimizerSettings.All,
        .. CourseSettings.All.Concat(LossSettings.All).Where(setting => setting.Task is null),
        RowSettings.Validation,
        RowSettings.Test,
        RowSettings.Seed,
    ];

    /// <summary>
    /// What a model keeps whatever it is. These came first, and models of default recipes have had them ever since; all other settings, and each
    /// that comes, are kept only where they differ from what holds otherwise, so that the same recipe gives the same bytes.
    /// </summary>
    private static readonly HashSet<string> AlwaysKept =
    [
        "scale",
        "fill",
        "max-levels",
        "hidden",
        "activation",
        "dropout",
        "optimizer",
        "learning-rate",
        "batch-size",
        "epochs",
        "patience",
        "l1",
        "l2",
        "label-smoothing",
        "loss",
        "validation",
        "test",
        "seed",
    ];

    /// <summary>The setting of a name; null where there is none.</summary>
    internal static Setting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);

    /// <summary>The settings of a recipe for a task, without those that only say what holds anyway.</summary>
    internal static SortedDictionary<string, string> Write(Recipe recipe, TargetKind kind)
    {
        SortedDictionary<string, string> settings = new(StringComparer.Ordinal);
        Recipe told = recipe with { Kind = kind };
        Recipe usual = Usual(recipe);
        IEnumerable<Setting> own = recipe.HasBags ? All.Except(OfOneNetwork) : All;
        foreach (Setting setting in own.Where(setting => setting.Task is null || setting.Task == kind))
        {
            if (setting.Write(told) is { } text && (AlwaysKept.Contains(setting.Name) || text != setting.Write(usual)))
            {
                settings[setting.Name] = text;
            }
        }
        return settings;
    }

    /// <summary>A recipe with other settings.</summary>
    /// <exception cref="FormatException">There is no such setting, its text stands for no value, or one does not go with another.</exception>
    internal static Recipe Read(Recipe recipe, IReadOnlyDictionary<string, string> settings)
    {
        if (settings.Keys.FirstOrDefault(name => Find(name) is null) is { } unknown)
        {
            string[] names = [.. All.Select(setting => setting.Name)];
            throw new FormatException(
                $"There is no setting \"{unknown}\". {Closest.Meant(unknown, names)}There are: {string.Join(", ", names)}."
            );
        }
        foreach (Setting setting in All.Where(setting => settings.ContainsKey(setting.Name)))
        {
            string text = settings[setting.Name];
            if ((setting.Check(text) ?? setting.CheckOwner(recipe)) is { } fault)
            {
                throw new FormatException($"The setting {setting.Name}: {fault.What} {fault.Advice}");
            }
            if (setting.Rival is { } rival && settings.ContainsKey(rival))
            {
                throw new FormatException($"The settings {setting.Name} and {rival} contradict each other.");
            }
            recipe = setting.Read(recipe, text);
        }
        return recipe;
    }

    /// <summary>Those of some settings that have to be said: without the others a recipe is the same.</summary>
    /// <exception cref="FormatException">See <see cref="Read"/>.</exception>
    internal static IReadOnlyDictionary<string, string> Needed(
        Recipe recipe,
        IReadOnlyDictionary<string, string> settings
    )
    {
        string?[] wanted = Texts(Read(recipe, settings));
        Dictionary<string, string> needed = new(settings, StringComparer.Ordinal);
        foreach ((string name, string text) in settings)
        {
            needed.Remove(name);
            if (!Texts(Read(recipe, needed)).SequenceEqual(wanted))
            {
                needed[name] = text;
            }
        }
        return needed;
    }

    private static string?[] Texts(Recipe recipe) => [.. All.Select(setting => setting.Write(recipe))];

    /// <summary>A recipe with those of the settings of a file that it can have: others are left as they are.</summary>
    internal static Recipe ReadKnown(
        Recipe recipe,
        IReadOnlyDictionary<string, string> settings,
        Func<Setting, bool> choose
    ) =>
        All.Where(choose)
            .Aggregate(
                recipe,
                (known, setting) =>
                    settings.TryGetValue(setting.Name, out string? text)
                    && (setting.Check(text) ?? setting.CheckOwner(known)) is null
                        ? setting.Read(known, text)
                        : known
            );

    /// <summary>What holds of a recipe's optimizer and loss where nothing else is said of them.</summary>
    private static Recipe Usual(Recipe recipe) =>
        new()
        {
            Optimizer = Optimizer.All.FirstOrDefault(known => known.Name == recipe.Optimizer.Name) ?? recipe.Optimizer,
            RegressionLoss = recipe.RegressionLoss is Huber ? Loss.Huber : recipe.RegressionLoss,
        };
}
