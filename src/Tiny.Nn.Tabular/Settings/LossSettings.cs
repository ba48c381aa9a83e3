using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>The loss, what is added to it, and what is done to its gradient.</summary>
internal static class LossSettings
{
    private const string NotDone = "not done";
    private const string Norm = "clip-norm";
    private const string Value = "clip-value";

    /// <summary>Those that compare amounts, and those of the library's users; the others compare probabilities.</summary>
    private static IEnumerable<Loss> Losses => Loss.All.Where(loss => loss is not (BinaryCrossEntropy or CrossEntropy));

    /// <summary>The loss of a regression.</summary>
    internal static Setting Name { get; } =
        new Setting<Loss>(
            SettingPart.Training,
            "loss",
            $"The loss of a regression: {string.Join(", ", Losses.Select(loss => loss.Name))}.",
            new NameText<Loss>(() => Losses, loss => loss.Name),
            recipe => recipe.RegressionLoss,
            (recipe, named) =>
                recipe.RegressionLoss.Name == named.Name ? recipe : recipe with { RegressionLoss = named }
        )
        {
            Task = TargetKind.Regression,
        };

    /// <summary>δ of Huber's loss.</summary>
    internal static Setting HuberDelta { get; } =
        new Setting<double>(
            SettingPart.Training,
            "huber-delta",
            "δ of the loss huber: from where on an error counts as an outlier.",
            NumberText.Positive("1.5"),
            recipe => (recipe.RegressionLoss as Huber)?.Delta,
            (recipe, delta) => recipe with { RegressionLoss = new Huber(delta) }
        )
        {
            Task = TargetKind.Regression,
            Owner = new SettingOwner(Name, [Loss.Huber.Name]),
            Otherwise = "1",
        };

    /// <summary>Whether predicted numbers may leave the range of the training targets.</summary>
    internal static Setting Extrapolate { get; } =
        new Setting<bool>(
            SettingPart.Training,
            "extrapolate",
            "Whether a prediction may lie beyond the smallest and the largest number of the rows it learned from: no, yes.",
            new NameText<bool>(() => [false, true], extrapolates => extrapolates ? "yes" : "no"),
            recipe => recipe.Extrapolates,
            (recipe, extrapolates) => recipe with { Extrapolates = extrapolates }
        )
        {
            Task = TargetKind.Regression,
        };

    /// <summary>λ₂.</summary>
    private static Setting L2 { get; } =
        new Setting<SquarePenalty>(
            SettingPart.Step,
            "l2",
            $"Cost of the weights' squares; {SquarePenaltyText.Chosen}, of a linear model with the optimizer {Lbfgs.Name}: the best of some on the validation rows.",
            new SquarePenaltyText(),
            recipe => new SquarePenalty(recipe.PenaltyChoice, recipe.Penalty.L2),
            (recipe, cost) =>
                recipe with
                {
                    PenaltyChoice = cost.Choice,
                    Penalty = recipe.Penalty with { L2 = cost.L2 },
                }
        );

    internal static IReadOnlyList<Setting> All { get; } =
    [
        new Setting<double>(
            SettingPart.Step,
            "l1",
            "Cost of the weights' magnitudes.",
            NumberText.NotNegative("0.001"),
            recipe => recipe.Penalty.L1,
            (recipe, cost) => recipe with { Penalty = recipe.Penalty with { L1 = cost } }
        ),
        L2,
        new Setting<double>(
            SettingPart.Training,
            "decay",
            "λ of any optimizer: by which share of the learning rate a step shrinks all parameters but biases.",
            NumberText.NotNegative("0.02"),
            recipe => recipe.Decay.Lambda,
            (recipe, lambda) => recipe with { Decay = recipe.Decay with { Lambda = lambda } }
        ),
        new Setting<LearningRateSchedule>(
            SettingPart.Training,
            "decay-schedule",
            "How λ changes as training goes on: a schedule, as of the learning rate.",
            new LearningRateScheduleText(),
            recipe => recipe.Decay.Schedule,
            (recipe, schedule) => recipe with { Decay = recipe.Decay with { Schedule = schedule } }
        ),
        new Setting<double>(
            SettingPart.Step,
            Norm,
            "Shorten gradients that are longer than this.",
            NumberText.Positive("1"),
            recipe => recipe.FullBatch is null ? (recipe.Clipping as ClipByNorm)?.MaximumNorm : null,
            (recipe, norm) => recipe with { Clipping = new ClipByNorm(norm) }
        )
        {
            Owner = OptimizerSettings.StepsOnly,
            Rival = Value,
            Otherwise = NotDone,
        },
        new Setting<double>(
            SettingPart.Step,
            Value,
            "Hold every derivative between this and its negative.",
            NumberText.Positive("0.5"),
            recipe => recipe.FullBatch is null ? (recipe.Clipping as ClipByValue)?.MaximumMagnitude : null,
            (recipe, magnitude) => recipe with { Clipping = new ClipByValue(magnitude) }
        )
        {
            Owner = OptimizerSettings.StepsOnly,
            Rival = Norm,
            Otherwise = NotDone,
        },
        new Setting<double>(
            SettingPart.Training,
            "label-smoothing",
            "Share of a label that is spread over all classes.",
            NumberText.Share("0.1"),
            recipe => recipe.LabelSmoothing,
            (recipe, share) => recipe with { LabelSmoothing = share }
        )
        {
            Task = TargetKind.Classification,
        },
        new Setting<LearningRateSchedule>(
            SettingPart.Training,
            "label-smoothing-schedule",
            "How that share changes as training goes on: a schedule, as of the learning rate.",
            new LearningRateScheduleText(),
            recipe => recipe.LabelSmoothingSchedule,
            (recipe, schedule) => recipe with { LabelSmoothingSchedule = schedule }
        )
        {
            Task = TargetKind.Classification,
        },
        Name,
        HuberDelta,
        Extrapolate,
    ];
}
