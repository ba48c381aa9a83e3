using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>How features become the inputs of the network, and how classes are weighed against each other.</summary>
internal static class DataSettings
{
    /// <summary>Into how many bins numbers are divided.</summary>
    internal static Setting Bins { get; } =
        Of(
            "bins",
            "Into how many bins each number is divided, beside itself; 0 for none.",
            new WholeNumberText(
                0,
                EncodingOptions.MostBins,
                $"a whole number from 0 to {EncodingOptions.MostBins}",
                "24"
            ),
            encoding => encoding.Bins,
            (encoding, bins) => encoding with { Bins = bins }
        );

    /// <summary>How features are brought to one scale.</summary>
    internal static Setting Scale { get; } =
        Of(
            "scale",
            $"How features are brought to one scale: {NameText.List<ScalingKind>()}.",
            NameText.Members<ScalingKind>(),
            encoding => encoding.Scaling,
            (encoding, kind) => encoding with { Scaling = kind }
        );

    /// <summary>The weights of the classes in training.</summary>
    internal static Setting ClassWeight { get; } =
        new Setting<ClassWeighting>(
            SettingPart.Training,
            "class-weight",
            "How much the rows of each class count in training: none, balanced (each class the same), or NAME=2,OTHER=0.5.",
            new ClassWeightText(),
            recipe => recipe.ClassWeights,
            (recipe, weights) => recipe with { ClassWeights = weights }
        )
        {
            Task = TargetKind.Classification,
        };

    /// <summary>Which of two classes is the positive one.</summary>
    internal static Setting Positive { get; } =
        new Setting<string>(
            SettingPart.Training,
            "positive",
            "Which of two classes is the positive one: ROC AUC, average precision, threshold and costs are about it.",
            new ClassNameText(),
            recipe => recipe.Positive,
            (recipe, name) => recipe with { Positive = name }
        )
        {
            Task = TargetKind.Classification,
            Otherwise = "the second",
        };

    /// <summary>The probability above which the positive class is predicted.</summary>
    internal static Setting Threshold { get; } =
        new Setting<ThresholdRule>(
            SettingPart.Training,
            "threshold",
            "Above which probability a row is taken for the positive class of two: a number, or what the validation rows "
                + "choose by f1, balanced-accuracy, or the costs of mistakes, cost:FP,FN.",
            new ThresholdText(),
            recipe => recipe.Threshold,
            (recipe, rule) => recipe with { Threshold = rule }
        )
        {
            Task = TargetKind.Classification,
        };

    internal static IReadOnlyList<Setting> All { get; } =
    [
        Scale,
        Bins,
        Of(
            "fill",
            $"What stands in for a missing number: {NameText.List<FillKind>()}.",
            NameText.Members<FillKind>(),
            encoding => encoding.Fill,
            (encoding, kind) => encoding with { Fill = kind }
        ),
        Of(
            "mark-from",
            "Share of missing cells from which on a column has an input that marks them; 0 for wherever there are any.",
            NumberText.Share("0.01"),
            encoding => encoding.MarkFrom,
            (encoding, share) => encoding with { MarkFrom = share }
        ),
        Of(
            "max-levels",
            "How many texts of a column have an input each; rarer ones share one.",
            new WholeNumberText(2, int.MaxValue, "a whole number from 2 on", "20"),
            encoding => encoding.MaxLevels,
            (encoding, levels) => encoding with { MaxLevels = levels }
        ),
        Of(
            "word-buckets",
            "Among how many inputs the words of a column of free text are spread.",
            new WholeNumberText(
                1,
                FeatureHashing.MostBuckets,
                $"a whole number from 1 to {FeatureHashing.MostBuckets}",
                "256"
            ),
            encoding => encoding.WordBuckets,
            (encoding, buckets) => encoding with { WordBuckets = buckets }
        ),
        ClassWeight,
        Positive,
        Threshold,
    ];

    /// <summary>A setting of the preprocessing.</summary>
    private static Setting<T> Of<T>(
        string name,
        string description,
        ValueText<T> values,
        Func<EncodingOptions, object?> get,
        Func<EncodingOptions, T, EncodingOptions> set
    ) =>
        new(
            SettingPart.Data,
            name,
            description,
            values,
            recipe => get(recipe.Encoding),
            (recipe, value) => recipe with { Encoding = set(recipe.Encoding, value) }
        );
}
