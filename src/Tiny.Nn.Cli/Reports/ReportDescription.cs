using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>How good a model is: its measures beside those of simpler models, with sentences that say what the numbers do not.</summary>
internal static class ReportDescription
{
    /// <param name="report">What to describe.</param>
    /// <param name="rows">What the rows are: "test rows", say.</param>
    /// <param name="shared">Rows of them that the model may have memorized; null where it was not checked.</param>
    /// <param name="title">What a page calls it.</param>
    internal static Result Of(Report report, string rows = "rows", SharedRows? shared = null, string title = "Result")
    {
        ResultTable measures = Measures(report, $"{report.Rows} {rows}");
        Result own = report switch
        {
            ClassReport classes => ClassDescription.Of(classes),
            NumberReport numbers => new Result(Errors(numbers), []),
            _ => throw new ArgumentException($"A report of the type {report.GetType().Name} is not described."),
        };
        string[] notes = [.. report.Notes, .. shared is { Count: > 0 } ? [Describe(shared)] : Array.Empty<string>()];
        return new Result(
            [
                .. own.Data,
                new("measures", measures.List),
                new("baselines", Value.List(report.Baselines.Select(baseline => Field.Group(Baseline(baseline))))),
                new("notes", Value.Of(report.Notes)),
            ],
            [
                new Section(
                    title,
                    [
                        measures,
                        .. About(report.Measures.Select(measure => (measure.Name, measure.Class))),
                        .. InUnit(report),
                        .. report.Baselines.Select(VerdictOf),
                        .. notes.Select(note => new Note(note)),
                    ]
                ),
                .. own.Shown,
            ]
        );
    }

    /// <summary>What there is to say where no rows were set aside.</summary>
    internal static Section Nothing { get; } =
        new("Result", new Sentence("No rows were set aside, so nothing is known of how good it is."));

    internal static Value Shared(SharedRows? shared) =>
        shared is null
            ? Value.None
            : Field.Group(
                new("rows", Value.Of(shared.Count)),
                new("same_target", Value.Of(shared.SameTarget)),
                new("judged", Value.Of(shared.Judged))
            );

    internal static Value Better(Direction direction) =>
        Value.Of(direction == Direction.LargerIsBetter ? "larger" : "smaller");

    /// <summary>Which class some measures are about, below their table: a name in it would make it too wide.</summary>
    /// <param name="measures">The name of each measure, and the class that it is about, if any.</param>
    internal static IEnumerable<Remark> About(IEnumerable<(string Name, string? Class)> measures) =>
        measures
            .Where(measure => measure.Class is not null)
            .GroupBy(measure => measure.Class!, measure => measure.Name)
            .Select(about => new Remark(
                $"{string.Join(" and ", about)}: of {Excerpt.Quote(about.Key)}, the positive class."
            ));

    /// <summary>In which unit the errors are, where the target has one.</summary>
    internal static IEnumerable<Remark> InUnit(Report report) =>
        report is NumberReport { Unit: { } unit }
            ?
            [
                new Remark(
                    $"{string.Join(", ", report.Measures.Where(measure => measure.Range == MeasureRange.Error).Select(measure => measure.Name))}: in the unit of the target, {unit}."
                ),
            ]
            : [];

    /// <summary>The class that a measure is about: what is about all has no such member.</summary>
    internal static Value ClassOf(string? about) => about is null ? Value.Absent : Value.Of(about);

    internal static Verdict VerdictOf(BaselineResult baseline) =>
        new(baseline.Verdict, baseline.Judgement == Judgement.Better);

    internal static IReadOnlyList<Field> Baseline(BaselineResult baseline) =>
        [
            new("name", Value.Of(baseline.Name)),
            new("judgement", Name(baseline.Judgement)),
            new("verdict", Value.Of(baseline.Verdict)),
            new("comparisons", Comparisons.Of("", baseline.Comparisons).List),
            new("report", Field.Group(Of(baseline.Report).Data)),
        ];

    /// <summary>What tells a baseline from the others: its whole name is in the sentence below the table, which has to be narrow.</summary>
    internal static string ShortName(string baseline) =>
        baseline switch
        {
            "majority class" => "majority",
            "training mean" => "mean",
            "linear model" => "linear",
            WinnerJudgement.Bags => "bags",
            Baselines.Large => "large",
            Baselines.Direct => "direct",
            _ => baseline,
        };

    private static readonly TableColumns<Comparison> Comparisons = new TableColumns<Comparison>()
        .Data("measure", comparison => Value.Of(comparison.Measure))
        .Data("model", comparison => Value.Of(comparison.First))
        .Data("baseline", comparison => Value.Of(comparison.Second))
        .Data("difference", comparison => Value.Of(comparison.Difference, Figures.Number))
        .Data("p_value", comparison => Value.Of(comparison.PValue))
        .Data("judgement", comparison => Name(comparison.Judgement));

    private static ResultTable Measures(Report report, string title)
    {
        Func<double, string> format = Figures.Of(report);
        TableColumns<Measure> columns = new TableColumns<Measure>()
            .Words("name", "measure", measure => new MeasureName(measure.Name, measure.Direction))
            .Number("value", "model", measure => Value.Of(measure.Value, format))
            .Number("interval", "95 % interval", measure => Value.Of(measure.Interval, format))
            .Data("better", measure => Better(measure.Direction))
            .Data("class", measure => ClassOf(measure.Class));
        foreach (BaselineResult baseline in report.Baselines)
        {
            Dictionary<string, double> others = baseline.Report.Measures.ToDictionary(
                measure => measure.Name,
                measure => measure.Value
            );
            columns.Add(
                new Column(null, baseline.Name) { IsNumber = true, ShortHeading = ShortName(baseline.Name) },
                measure => Value.Of(others[measure.Name], format)
            );
        }
        return columns.Of(title, report.Measures);
    }

    private static Field[] Errors(NumberReport report) =>
        [
            new("rows", Value.Of(report.Rows)),
            .. report.Unit is { } unit ? [new("unit", Value.Of(unit))] : Array.Empty<Field>(),
            new("rmse", Value.Of(report.Metrics.RootMeanSquaredError)),
            new("mae", Value.Of(report.Metrics.MeanAbsoluteError)),
            new("r2", Value.Of(report.Metrics.RSquared)),
            new("baseline_rmse", Value.Of(report.Baseline.RootMeanSquaredError)),
            new("baseline_mae", Value.Of(report.Baseline.MeanAbsoluteError)),
        ];

    /// <summary>What it means that rows are on both sides.</summary>
    private static string Describe(SharedRows shared) =>
        $"{shared.Count} of {shared.Judged} rows that judge have the same features as a row that the model learned from, "
        + $"{shared.SameTarget} the same target too: it may have memorized them, and the report may be too good.";

    private static Value Name(Judgement judgement) =>
        Value.Of(
            judgement switch
            {
                Judgement.Better => "better",
                Judgement.Worse => "worse",
                _ => "not-shown",
            }
        );
}
