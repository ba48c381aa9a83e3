using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tests.Shared;

/// <summary>Settings that go together, drawn by chance. Of every setting there are texts, written as a recipe writes them.</summary>
internal static class SettingTexts
{
    internal static readonly IReadOnlyDictionary<string, string[]> All = new Dictionary<string, string[]>
    {
        ["effort"] = ["quick"],
        ["bins"] = ["1", "24", "1024"],
        ["scale"] = ["standard", "minmax", "robust", "none", "quantile"],
        ["fill"] = ["median", "mean"],
        ["mark-from"] = ["0", "0.01", "0.999"],
        ["max-levels"] = ["2", "9", "2147483647"],
        ["word-buckets"] = ["1", "32", "256"],
        ["class-weight"] = ["balanced", "no=0.5,yes=2", "a=b=1"],
        ["positive"] = ["yes", "a class, \"quoted\"", "1"],
        ["threshold"] = ["0", "0.3", "1", "f1", "balanced-accuracy", "cost:1,5", "cost:0.1,1E-05"],
        ["hidden"] = ["none", "1", "16,8", "64,32,16"],
        ["activation"] = ["relu", "tanh", "leaky-relu:0.2", "elu:0.5", "hard-sigmoid"],
        ["normalization"] = ["batch", "layer"],
        ["dropout"] = ["0", "0.1", "0.999"],
        ["dropout-schedule"] = ["flat-cosine", "cosine:0.5"],
        ["parametrization"] = ["ntk"],
        ["input-scales"] = ["learned"],
        ["slopes"] = ["learned"],
        ["embedding"] = ["periodic"],
        ["frequency"] = ["0.01", "1", "10"],
        ["category-embedding"] = ["1", "8"],
        ["embed-from"] = ["1", "20"],
        ["initializer"] = ["zeros", "he-normal", "orthogonal"],
        ["start"] = ["zero"],
        ["decay"] = ["0.02"],
        ["decay-schedule"] = ["flat-cosine"],
        ["rate-factors"] = ["bias=0.1,scale=6", "weight=0,slope=0.5,embedding=2"],
        ["extrapolate"] = ["yes"],
        ["patience-growth"] = ["0.5"],
        ["optimizer"] = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw", "lbfgs"],
        ["learning-rate"] = ["1E-05", "0.1", "1.5"],
        ["schedule"] =
        [
            "step:30:0.1",
            "exponential:0.95",
            "cosine:0.01",
            "warmup:5:one-cycle",
            "plateau:3:0.5",
            "coslog4",
        ],
        ["momentum"] = ["0", "0.5", "0.99"],
        ["rho"] = ["0", "0.5", "0.99"],
        ["beta1"] = ["0", "0.5", "0.95"],
        ["beta2"] = ["0", "0.5", "0.9999"],
        ["epsilon"] = ["1E-07", "0.1"],
        ["weight-decay"] = ["0", "0.1", "2"],
        ["batch-size"] = ["1", "7", "100000"],
        ["shards"] = ["2", "5", "32"],
        ["epochs"] = ["0", "1", "3"],
        ["patience"] = ["none", "1", "20"],
        ["l1"] = ["0", "1E-05", "3"],
        ["l2"] = ["0", "0.001", "auto"],
        ["clip-norm"] = ["1E-05", "2.5"],
        ["clip-value"] = ["0.1", "5"],
        ["label-smoothing"] = ["0", "0.1"],
        ["label-smoothing-schedule"] = ["flat-cosine", "exponential:0.9"],
        ["best-by"] = ["error"],
        ["loss"] = ["squared-error", "absolute-error", "huber"],
        ["huber-delta"] = ["0.01", "2"],
        ["task"] = ["classification", "regression"],
        ["validation"] = ["0", "0.15", "0.5"],
        ["test"] = ["0", "0.3"],
        ["seed"] = ["0", "42", "18446744073709551615"],
    };

    /// <summary>Some settings, each with one of its texts, none of which contradicts another.</summary>
    internal static SortedDictionary<string, string> Draw(ulong seed)
    {
        Generator generator = new(seed);
        string Choose(string name) => All[name][generator.NextBelow(All[name].Length)];
        SortedDictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["task"] = Choose("task"),
            ["optimizer"] = Choose("optimizer"),
        };
        if (settings["task"] == "regression")
        {
            settings["loss"] = Choose("loss");
        }
        // One without texts fails a test of its own, and not every test that draws.
        foreach (Setting setting in SettingTable.All.Where(setting => All.ContainsKey(setting.Name)))
        {
            if (generator.NextBelow(3) > 0 && !settings.ContainsKey(setting.Name) && Suits(setting, settings))
            {
                settings[setting.Name] = Choose(setting.Name);
            }
        }
        return settings;
    }

    private static bool Suits(Setting setting, SortedDictionary<string, string> settings)
    {
        string task = settings["task"];
        bool isOfTask =
            setting.Task is null || string.Equals($"{setting.Task}", task, StringComparison.OrdinalIgnoreCase);
        bool isRival = setting.Rival is { } rival && settings.ContainsKey(rival);
        bool isOwned =
            setting.Owner is not { } owner || owner.Suits(settings.GetValueOrDefault(owner.Setting.Name, ""));
        return isOfTask && isOwned && !isRival;
    }
}
