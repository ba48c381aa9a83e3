using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A cross-validation: what the folds came to, and one report on all rows.</summary>
internal static class FoldDescription
{
    private static readonly TableColumns<FoldResult> Folds = new TableColumns<FoldResult>()
        .Data("repeat", fold => Value.Of(fold.Repeat))
        .Data("fold", fold => Value.Of(fold.Fold))
        .Data("seed", fold => Value.Seed(fold.Seed))
        .Data("training_rows", fold => Value.Of(fold.TrainedRows))
        .Data("rows", fold => Value.Of(fold.Report.Rows))
        .Data("epochs", fold => Value.Of(fold.History.EpochCount));

    internal static Result Of(CrossValidated validated)
    {
        CrossValidationResult result = validated.Result;
        ResultTable summaries = Summaries(validated);
        IEnumerable<BaselineResult> baselines = validated.Baseline is { } baseline ? [baseline] : [];
        Result[] pooled =
        [
            .. result.Pooled.Select(report =>
                ReportDescription.Of(
                    report,
                    "rows out of fold",
                    validated.Shared,
                    "All rows together, each out of its fold"
                )
            ),
        ];
        string[] notes = validated.Note is { } note ? [note] : [];
        Section folds = new(
            "Cross-validation",
            [
                summaries,
                .. ReportDescription.About(result.Summaries.Select(summary => (summary.Name, summary.Class))),
                .. ReportDescription.InUnit(result.Pooled[0]),
                .. baselines.Select(ReportDescription.VerdictOf),
                .. notes.Select(text => new Sentence(text)),
                new Remark("The spread is that of the folds, not the error of the mean."),
            ]
        )
        {
            Lead =
                $"{result.Folds.Count} folds: each row was judged by a model that had not seen it. "
                + "The model that was saved is another one, which learned from all rows.",
        };
        return new Result(
            [
                new("folds", Folds.Of("", result.Folds).List),
                new("measures", summaries.List),
                new(
                    "linear",
                    validated.Linear is null
                        ? Value.None
                        : Measures(validated.Linear).Of("", validated.Linear.Summaries).List
                ),
                new(
                    "baseline",
                    validated.Baseline is { } linear ? Field.Group(ReportDescription.Baseline(linear)) : Value.None
                ),
                new("pooled", Value.List(pooled.Select(report => Field.Group(report.Data)))),
                new("shared_rows", ReportDescription.Shared(validated.Shared)),
                new("notes", Value.Of(notes)),
            ],
            [folds, .. pooled[0].Shown]
        );
    }

    private static ResultTable Summaries(CrossValidated validated)
    {
        TableColumns<MeasureSummary> columns = Measures(validated.Result);
        if (validated.Linear is { } linear)
        {
            Func<double, string> format = Figures.Of(linear.Pooled[0]);
            Dictionary<string, double> means = linear.Summaries.ToDictionary(other => other.Name, other => other.Mean);
            const string Name = "linear model";
            columns.Add(
                new Column(null, Name) { IsNumber = true, ShortHeading = ReportDescription.ShortName(Name) },
                summary => Value.Of(means[summary.Name], format)
            );
        }
        return columns.Of($"{validated.Result.Folds.Count} folds", validated.Result.Summaries);
    }

    private static TableColumns<MeasureSummary> Measures(CrossValidationResult result)
    {
        Func<double, string> format = Figures.Of(result.Pooled[0]);
        return new TableColumns<MeasureSummary>()
            .Words("name", "measure", summary => Value.Of(summary.Name))
            .Number("mean", "mean", summary => Value.Of(summary.Mean, format))
            .Number("standard_deviation", "spread", summary => Value.Of(summary.StandardDeviation, format))
            .Number("interval", "95 % interval", summary => Value.Of(summary.Interval, format))
            .Data("values", summary => Value.List(summary.Values.Select(value => Value.Of(value))))
            .Data("better", summary => ReportDescription.Better(summary.Direction))
            .Data("class", summary => ReportDescription.ClassOf(summary.Class));
    }
}
