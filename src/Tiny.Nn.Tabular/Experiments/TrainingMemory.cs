using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// How many bytes a training takes, beside the table and all else that is in memory before it: better known then than when the system ends the process.
/// </summary>
/// <param name="Network">Parameters, their gradient, a copy of the best, the optimizer's moments; outputs and derivatives of a batch.</param>
/// <param name="Samples">The rows as inputs of the network, with their targets.</param>
/// <param name="Answers">The answers to the test rows, of the network and of the linear model, and the report on them.</param>
/// <param name="OutOfFold">Of bags the answers to the rows that each network did not learn from, and what is made of them.</param>
internal sealed record TrainingMemory(double Network, double Samples, double Answers, double OutOfFold = 0)
{
    /// <summary>Blending has the answers of all bags together and those of one; then, of rows that a network judged, three more, to which a temperature is fitted.</summary>
    private const double BlendedOfAll = 2;
    private const double BlendedOfJudged = 3;

    /// <summary>Rows that validation works on at a time.</summary>
    private const int ValidationPortion = 1024;

    /// <summary>What a report has of a row, and of a class, with all that shows it.</summary>
    private const double ReportPerRow = 200;
    private const double ReportPerClass = 5000;

    internal double Total => Network + Samples + Answers + OutOfFold;

    /// <summary>What there is: of this machine, of a container or of a limit.</summary>
    internal static double Available => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>What the training of a plan takes, and the judgement of it.</summary>
    internal static TrainingMemory Of<T>(Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(
            OfNetworks(plan),
            plan.IsEncoded ? 0 : OfSamples(plan, plan.Split.Training.Length + plan.Split.Validation.Length),
            OfAnswers<T>(plan.Architecture.Outputs, plan.Split.Test.Length, plan.Recipe.Hidden.IsEmpty ? 1 : 2),
            OfBags(plan)
        );

    /// <summary>What a cross-validation takes: some folds at a time, and the answers of all until its end.</summary>
    internal static TrainingMemory Of<T>(Plan<T> plan, CrossValidationOptions folds)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int atOnce = Math.Min(folds.Threads, folds.Folds * folds.Repeats);
        int judged = plan.Table.Rows / folds.Folds;
        int known = plan.Table.Rows - judged;
        int kept = folds.Folds * folds.Repeats * (plan.Recipe.Hidden.IsEmpty ? 1 : 2);
        return new TrainingMemory(
            atOnce * OfNetwork<T>(plan.Architecture, plan.Recipe, known, (int)(known * plan.Recipe.ValidationFraction)),
            atOnce * OfSamples(plan, known),
            OfAnswers<T>(plan.Architecture.Outputs, judged, kept)
        );
    }

    /// <summary>Why there is no room for the linear model beside the network, as the end of a sentence; null where there is.</summary>
    internal static string? LinearShortage<T>(Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TrainingMemory own = Of(plan);
        double linear = Of(plan.With(plan.Recipe.Linear())).Network;
        double beside = own.Samples + own.Answers + Unsafe.SizeOf<T>() * (double)plan.Architecture.ParameterCount;
        return LacksRoomFor(beside + linear)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"it would need {Text(linear)} of memory, and there are {Text(Available)} for all"
            )
            : null;
    }

    /// <summary>Whether so many bytes more are more than there are.</summary>
    internal static bool LacksRoomFor(double bytes) =>
        // What nobody needs any more is counted at first: looking closer takes time, and few have to.
        GC.GetTotalMemory(forceFullCollection: false) + bytes
            > Available
        && GC.GetTotalMemory(forceFullCollection: true) + bytes > Available;

    /// <summary>A number of bytes for people.</summary>
    internal static string Text(double bytes) =>
        bytes < 1 << 30
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 20):N0} MB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1 << 30):N1} GB");

    /// <summary>The networks that are trained at the same time: the largest bag.</summary>
    private static double OfNetworks<T>(Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        plan.Bags.Count == 0
            ? OfNetwork<T>(plan.Architecture, plan.Recipe, plan.Split.Training.Length, plan.Split.Validation.Length)
            : plan.Bags.Max(bag =>
                bag.Folds.Sum(fold =>
                    OfNetwork<T>(bag.Architecture, bag.Bag.Recipe, fold.Training.Length, fold.Validation.Length)
                )
            );

    /// <summary>
    /// Each network keeps its answers of the last and of the best epoch, and of classes their logits twice, until the bags are blended; a blend that is chosen greedily
    /// has two copies of the answers of each bag.
    /// </summary>
    private static double OfBags<T>(Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool hasClasses = plan.Task.Kind == TargetKind.Classification;
        double perAnswer = 2 * Unsafe.SizeOf<T>() + (hasClasses ? 2 * sizeof(double) : 0);
        double Judged(BagPlan bag) => bag.Folds.Sum(fold => (double)fold.Validation.Length);
        if (plan.Bags.Count == 0)
        {
            return 0;
        }
        double kept = plan.Bags.Sum(bag => perAnswer * Judged(bag));
        double copies = BlendedOfAll + (plan.Recipe.Effort == Effort.High ? 2 * plan.Bags.Count : 0);
        double blended = sizeof(double) * (copies * plan.Bags[0].Rows.Length + BlendedOfJudged * plan.Bags.Max(Judged));
        return (kept + blended) * (hasClasses ? Math.Max(2, plan.Task.Outputs) : plan.Task.Outputs);
    }

    private static double OfNetwork<T>(Architecture architecture, Recipe recipe, int training, int validation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double units = 0;
        int inputs = architecture.Inputs;
        foreach (LayerDescription layer in architecture.Layers)
        {
            inputs = layer.Size(inputs).Outputs;
            units += inputs;
        }
        if (recipe.FullBatch is { } method)
        {
            return FullBatchMemory.Bytes<T>(
                    architecture.Inputs,
                    units,
                    architecture.ParameterCount,
                    method.Memory,
                    training
                )
                + Unsafe.SizeOf<T>() * ValidationPortion * (2 * units + architecture.Outputs);
        }
        double batch = Math.Min(recipe.BatchSize, training);
        double portion = Math.Min(validation, ValidationPortion);
        double numbers =
            architecture.ParameterCount * (2.0 + recipe.Shards + recipe.Optimizer.Moments)
            + 2 * units * (batch + portion)
            + batch * (architecture.Inputs + architecture.Outputs)
            + portion * architecture.Outputs;
        return Unsafe.SizeOf<T>() * numbers;
    }

    /// <summary>Inputs, a target or a class each.</summary>
    private static double OfSamples<T>(Plan<T> plan, double rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        rows * (Unsafe.SizeOf<T>() * ((plan.Table.Home is null ? plan.Encoding.Outputs : 0) + 1.0) + 2 * sizeof(int));

    private static double OfAnswers<T>(int outputs, double rows, int models)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int classes = Math.Max(2, outputs);
        double probabilities = Math.Min(rows * classes, ClassAnswers<T>.MostKept);
        return rows == 0
            ? 0
            : models * (Unsafe.SizeOf<T>() * probabilities + ReportPerRow * rows) + ReportPerClass * classes;
    }
}
