using Tiny.Nn.Minimization;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Settings.Texts;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>The optimizer and its own settings.</summary>
internal static class OptimizerSettings
{
    /// <summary>The optimizer's name. It keeps the settings of a recipe that has it already.</summary>
    internal static Setting Name { get; } =
        new Setting<string>(
            SettingPart.Step,
            "optimizer",
            $"Computes parameter updates from gradients: {string.Join(", ", Steps)}; or, for small tables, from all rows at once: {Lbfgs.Name}.",
            new NameText<string>(() => [.. Steps, Lbfgs.Name], name => name),
            recipe => recipe.FullBatch is null ? recipe.Optimizer.Name : Lbfgs.Name,
            WithName
        );

    /// <summary>For what only optimizers that take batches have.</summary>
    internal static SettingOwner StepsOnly { get; } = new(Name, [.. Steps]);

    /// <summary>η.</summary>
    internal static Setting LearningRate { get; } =
        new Setting<double>(
            SettingPart.Step,
            "learning-rate",
            "The size of a step.",
            NumberText.Positive("0.01"),
            recipe => recipe.FullBatch is null ? recipe.Optimizer.LearningRate : null,
            (recipe, rate) => recipe with { Optimizer = recipe.Optimizer with { LearningRate = rate } }
        )
        {
            Owner = StepsOnly,
            Otherwise = "0.005",
            Remark = "or what suits the optimizer named",
        };

    internal static IReadOnlyList<Setting> All { get; } =
    [
        Name,
        LearningRate,
        new Setting<LearningRateSchedule>(
            SettingPart.Step,
            "schedule",
            $"How the learning rate changes as training goes on: {string.Join(", ", LearningRateSchedule.All.Select(known => known.Name))}.",
            new LearningRateScheduleText(),
            recipe => recipe.FullBatch is null ? recipe.Schedule : null,
            (recipe, schedule) => recipe with { Schedule = schedule }
        )
        {
            Owner = StepsOnly,
            Otherwise = "constant",
        },
        new Setting<RateFactors>(
            SettingPart.Training,
            "rate-factors",
            "What the learning rate is multiplied by, for kinds of parameters.",
            new RateFactorsText(),
            recipe => recipe.FullBatch is null ? recipe.RateFactors : null,
            (recipe, factors) => recipe with { RateFactors = factors }
        )
        {
            Owner = StepsOnly,
            Otherwise = "none",
        },
        Of(
            "momentum",
            "μ of momentum and nesterov: how much of the last velocity a step keeps.",
            NumberText.Share("0.95"),
            optimizer => optimizer is Momentum momentum ? momentum.Decay : (optimizer as Nesterov)?.Decay,
            (optimizer, mu) =>
                optimizer is Momentum momentum ? momentum with { Decay = mu } : (Nesterov)optimizer with { Decay = mu }
        ),
        Of(
            "rho",
            "ρ of rmsprop: how slowly its mean of squared gradients forgets.",
            NumberText.Share("0.99"),
            optimizer => (optimizer as RmsProp)?.Decay,
            (optimizer, rho) => (RmsProp)optimizer with { Decay = rho }
        ),
        Of(
            "beta1",
            "β₁ of adam and adamw: how slowly their mean of gradients forgets.",
            NumberText.Share("0.95"),
            optimizer => optimizer is Adam adam ? adam.Beta1 : (optimizer as AdamW)?.Beta1,
            (optimizer, beta) =>
                optimizer is Adam adam ? adam with { Beta1 = beta } : (AdamW)optimizer with { Beta1 = beta }
        ),
        Of(
            "beta2",
            "β₂ of adam and adamw: how slowly their mean of squared gradients forgets.",
            NumberText.Share("0.99"),
            optimizer => optimizer is Adam adam ? adam.Beta2 : (optimizer as AdamW)?.Beta2,
            (optimizer, beta) =>
                optimizer is Adam adam ? adam with { Beta2 = beta } : (AdamW)optimizer with { Beta2 = beta }
        ),
        Of(
            "epsilon",
            "ε of adagrad, rmsprop, adam and adamw: keeps a step finite where gradients vanish.",
            NumberText.Positive("1e-7"),
            optimizer =>
                optimizer switch
                {
                    Adagrad adagrad => adagrad.Epsilon,
                    RmsProp rmsProp => rmsProp.Epsilon,
                    Adam adam => adam.Epsilon,
                    AdamW adamW => adamW.Epsilon,
                    _ => null,
                },
            (optimizer, epsilon) =>
                optimizer switch
                {
                    Adagrad adagrad => adagrad with { Epsilon = epsilon },
                    RmsProp rmsProp => rmsProp with { Epsilon = epsilon },
                    Adam adam => adam with { Epsilon = epsilon },
                    _ => (AdamW)optimizer with { Epsilon = epsilon },
                }
        ),
        Of(
            "weight-decay",
            "λ of adamw: by which share of the learning rate a step shrinks every parameter.",
            NumberText.NotNegative("0.05"),
            optimizer => (optimizer as AdamW)?.WeightDecay,
            (optimizer, lambda) => (AdamW)optimizer with { WeightDecay = lambda }
        ),
    ];

    /// <summary>The optimizer and its learning rate, as far as the settings of a model tell them.</summary>
    internal static string Summary(IReadOnlyDictionary<string, string> settings) =>
        string.Join(
            ' ',
            new[] { Name, LearningRate }.Select(setting => settings.GetValueOrDefault(setting.Name)).OfType<string>()
        );

    private static IEnumerable<string> Steps => Optimizer.All.Select(optimizer => optimizer.Name);

    private static Recipe WithName(Recipe recipe, string name) =>
        name == Lbfgs.Name ? recipe with { FullBatch = recipe.FullBatch ?? new Lbfgs() }
        : name == recipe.Optimizer.Name ? recipe with { FullBatch = null }
        : recipe with { FullBatch = null, Optimizer = Optimizer.Parse(name) };

    /// <summary>A setting of some optimizers, kept where it differs from what suits them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="values">Its texts.</param>
    /// <param name="get">What an optimizer has; null for one that has no such setting.</param>
    /// <param name="set">An optimizer that has it, with another value.</param>
    private static Setting<double> Of(
        string name,
        string description,
        NumberText values,
        Func<Optimizer, double?> get,
        Func<Optimizer, double, Optimizer> set
    )
    {
        Optimizer[] owners = [.. Optimizer.All.Where(optimizer => get(optimizer) is not null)];
        string[] usual = [.. owners.Select(optimizer => values.Write(get(optimizer)!.Value))];
        return new Setting<double>(
            SettingPart.Step,
            name,
            description,
            values,
            recipe => recipe.FullBatch is null ? get(recipe.Optimizer) : null,
            (recipe, value) => recipe with { Optimizer = set(recipe.Optimizer, value) }
        )
        {
            Owner = new SettingOwner(Name, [.. owners.Select(optimizer => optimizer.Name)]),
            Otherwise =
                usual.Distinct().Count() == 1
                    ? usual[0]
                    : string.Join(", ", owners.Zip(usual, (optimizer, value) => $"{optimizer.Name} {value}")),
        };
    }
}
