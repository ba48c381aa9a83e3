using System.Globalization;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>What is said about a training before and after it, line by line.</summary>
internal static class TrainingNotes
{
    private const int MostClassesListed = 10;

    /// <summary>Of more targets their values are not counted: that would take more memory than all else.</summary>
    private const int MostCounted = 1_000_000;

    internal static string Read(Table table) =>
        $"read    {table.Source}: {Count(table.Rows, "row")}, {Count(table.FeatureNames.Count, "feature")}";

    /// <summary>What was found in the data; about classes only where the target is not said to be numbers.</summary>
    internal static IEnumerable<Finding> Data(Table table, TargetKind? asked) =>
        asked == TargetKind.Regression
            ? table.Findings.Where(finding => finding.Column != table.Target?.Name || !IsAboutClasses(finding.Kind))
            : table.Findings;

    private static bool IsAboutClasses(FindingKind kind) =>
        kind is FindingKind.RareClass or FindingKind.SimilarLabels or FindingKind.SeveralSpellings;

    /// <summary>What was found in a file of test rows that will not be as it was in training.</summary>
    internal static IEnumerable<Finding> TestFile(Plan<float> plan) =>
        ReferenceEquals(plan.TestTable, plan.Table)
            ? []
            : plan
                .TestTable.Findings.Where(finding =>
                    finding.Kind
                        is FindingKind.UnknownCategories
                            or FindingKind.NoKnownCategory
                            or FindingKind.SeveralSpellings
                            or FindingKind.DroppedRows
                )
                .Select(finding => finding with { Evidence = $"in {plan.TestTable.Source}, {finding.Evidence}" });

    internal static string Task(Plan<float> plan) => Task(plan.Table.Target!, plan, plan.Recipe.Kind);

    private static string Task(TargetColumn target, Plan<float> plan, TargetKind? asked) =>
        plan.Task.Kind == TargetKind.Regression
            ? $"task    regression of {target.Name} ({Reason(target, asked)})"
            : $"task    classification of {target.Name} ({Reason(target, asked)}), "
                + $"{target.Levels.Count} classes: {List(target.Levels)}{Positive(target, plan.Recipe)}";

    /// <summary>Which of two classes is the positive one: ROC AUC, threshold and costs are about it.</summary>
    private static string Positive(TargetColumn target, Recipe recipe) =>
        target.Levels.Count == 2 ? $"; positive: {target.NameOf(recipe.Positive ?? target.Levels[1])}" : "";

    /// <summary>A line for each class that is in no training row, or one for many, before time is spent on a model that cannot know them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="divider">The flag that decides which rows are for what.</param>
    internal static IEnumerable<string> Unlearned(Plan<float> plan, string divider)
    {
        IReadOnlyList<string> names = plan.Task.Unlearned(plan.Split.Training.AsSpan());
        if (names.Count > MostClassesListed)
        {
            yield return $"note: {Count(names.Count, "class")} cannot be learned: none of their rows is for training: {List(names)} "
                + $"Divide the rows otherwise ({divider}), or leave the classes out.";
            yield break;
        }
        TargetColumn target = plan.Table.Target!;
        foreach (string name in names)
        {
            int code = target.Levels.Index().First(level => level.Item == name).Index;
            int Rows(IEnumerable<int> rows) => rows.Count(row => target.Codes.Span[row] == code);
            int validation = Rows(plan.Split.Validation);
            int test = ReferenceEquals(plan.TestTable, plan.Table) ? Rows(plan.Split.Test) : 0;
            yield return $"note: class {Excerpt.Quote(name)} cannot be learned: {Untrained(validation + test)} "
                + $"({validation} validation, {test} test). Divide the rows otherwise ({divider}), or leave the class out.";
        }
    }

    /// <summary>A line for each class that some fold cannot learn, or one for many.</summary>
    internal static IEnumerable<string> Unlearned(IReadOnlyList<UnlearnedClass> classes, int folds)
    {
        if (classes.Count > MostClassesListed)
        {
            yield return $"note: {Count(classes.Count, "class")} cannot be learned in some of {Count(folds, "fold")}: none of their rows is for training "
                + $"there: {List([.. classes.Select(one => one.Name)])}";
            yield break;
        }
        foreach (UnlearnedClass one in classes)
        {
            yield return $"note: class {Excerpt.Quote(one.Name)} cannot be learned in {one.Folds} of {Count(folds, "fold")}: "
                + $"{Untrained(one.Rows)} there";
        }
    }

    /// <summary>A line for each thing that was decided about a feature, or about many.</summary>
    internal static IEnumerable<string> Features(Plan<float> plan) =>
        ColumnGroups
            .Of(plan.Encoding.Notes)
            .Select(note => $"column  {(note.Count > 1 ? note.Columns : note.Column)}: {note.Text}");

    internal static string Network(Plan<float> plan)
    {
        Recipe recipe = plan.Recipe;
        if (plan.Bags.Count > 0)
        {
            return Bags(plan);
        }
        string parameters = plan.Architecture.ParameterCount.ToString("N0", CultureInfo.InvariantCulture);
        string hidden = recipe.Hidden.IsEmpty ? "linear" : $"{recipe.Activation}";
        return $"plan    {plan.Architecture} {hidden}, {parameters} parameters, {plan.Loss.Name}, "
            + $"{Method(recipe)}, seed {recipe.Seed}";
    }

    private static string Method(Recipe recipe)
    {
        if (recipe.FullBatch is { } method)
        {
            return recipe.PenaltyChoice == PenaltyChoice.Validation ? $"{method} to the optimum" : $"{method}";
        }
        string rate = recipe.Optimizer.LearningRate.ToString(CultureInfo.InvariantCulture);
        string schedule = recipe.Schedule == LearningRateSchedule.Constant ? "" : $" {recipe.Schedule}";
        return $"{recipe.Optimizer.Name} {rate}{schedule}";
    }

    /// <summary>Bags of networks, of which each is trained on all folds but one.</summary>
    private static string Bags(Plan<float> plan)
    {
        string parameters = PlanDescription.ParameterCount(plan).ToString("N0", CultureInfo.InvariantCulture);
        return $"plan    {string.Join(" + ", PlanDescription.Bags(plan))}, {parameters} parameters, "
            + $"{plan.Loss.Name}, effort {NameText.Of(plan.Recipe.Effort)}, seed {plan.Recipe.Seed}";
    }

    /// <summary>A cross-validation has judged the recipe; the model to be saved is another one.</summary>
    internal static string Folds(CrossValidated validated) =>
        $"judged  by {Count(validated.Result.Folds.Count, "fold")}; the model to be saved learns from all rows";

    internal static string Rows(Judged<float> judged)
    {
        Split split = judged.Plan.Split;
        string validation = judged.Plan.Bags is [{ Folds: { Length: > 1 } folds }, ..]
            ? $" in {folds.Length} folds"
            : $", {split.Validation.Length} validation";
        return $"rows    {split.Training.Length} training{validation}, {split.Test.Length} test";
    }

    /// <summary>It was cancelled before it came to anything.</summary>
    internal static string NoEpoch(string cancelled) => $"trained {Count(0, "epoch")}, {cancelled}";

    /// <summary>How training went: a line, or one for each bag.</summary>
    /// <param name="trained">What was trained.</param>
    /// <param name="cancelled">Why it was cancelled, if it was.</param>
    internal static IEnumerable<string> End(Trained<float> trained, string cancelled)
    {
        if (trained.Bags.Count == 0)
        {
            return [End(trained.History, cancelled)];
        }
        IEnumerable<string> left = trained
            .Plan.Bags.Skip(trained.Bags.Count)
            .Select(bag => $"left    {bag.Folds.Length} × {bag.Bag.Name}: {cancelled}");
        return [.. trained.Bags.Select(bag => $"{End(bag.History, cancelled)} ({bag.Plan.Bag.Name})"), .. left];
    }

    /// <param name="history">How training went.</param>
    /// <param name="cancelled">Why it was cancelled, if it was.</param>
    private static string End(History history, string cancelled)
    {
        string why = history.StopReason switch
        {
            StopReason.StoppingRule => "no better for a while",
            StopReason.Diverged => "the loss grew beyond all bounds",
            StopReason.Cancelled => cancelled,
            StopReason.Minimum => "at the optimum",
            StopReason.NoDecrease => "as low as numbers can tell",
            _ => "all epochs done",
        };
        string best = history switch
        {
            { Best: null } => "",
            { Criterion: EpochCriterion.Error, Best: { ValidationAccuracy: { } accuracy } epoch } =>
                $", highest accuracy {Rounded.Fixed(accuracy)} in epoch {epoch.Epoch}",
            { Best: var epoch } => $", lowest loss {Rounded.Fixed(epoch.Monitored)} in epoch {epoch.Epoch}",
        };
        string kept =
            history.Kept is { } last && last != history.Best
                ? $"; the model is that of epoch {last.Epoch}, the last"
                : "";
        return $"trained {Count(history.EpochCount, "epoch")}, {why}{best}{kept}";
    }

    private static string Reason(TargetColumn target, TargetKind? asked) =>
        (asked, target.SuggestedKind, target.IsNumeric) switch
        {
            (not null, _, _) => "as --task says",
            (_, TargetKind.Regression, _) => Amounts(target),
            (_, _, true) => "whole numbers of few values; --task regression takes them for amounts",
            _ => "not all are numbers",
        };

    /// <summary>Why numbers are taken for amounts; and what takes them for classes, where each has rows enough to be one.</summary>
    private static string Amounts(TargetColumn target)
    {
        if (target.Texts.Count > MostCounted)
        {
            return "numbers of many values";
        }
        int values = target.Levels.Count;
        bool areWhole = target.Numbers().ToArray().All(double.IsInteger);
        string seen = areWhole ? $"whole numbers of {values} values" : $"numbers of {values} values, not all whole";
        return 2 * values <= target.Texts.Count ? $"{seen}; --task classification takes them for classes" : seen;
    }

    private static string Untrained(int rows) =>
        rows == 1 ? "its only row is not for training" : $"none of its {Count(rows, "row")} is for training";

    private static string List(IReadOnlyList<string> names)
    {
        string listed = string.Join(", ", names.Take(MostClassesListed));
        return names.Count > MostClassesListed ? $"{listed}, …" : listed;
    }

    private static string Count(int count, string noun) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : noun.EndsWith('s') ? "es" : "s")}";
}
