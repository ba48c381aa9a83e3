using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Compare;

/// <summary>Two models side by side.</summary>
internal static class ComparisonDescription
{
    private static readonly TableColumns<Comparison> Tested = new TableColumns<Comparison>()
        .Data("measure", comparison => Value.Of(comparison.Measure))
        .Data("first", comparison => Number(comparison.First))
        .Data("second", comparison => Number(comparison.Second))
        .Data("difference_lower", comparison => Number(comparison.Difference.Lower))
        .Data("difference_upper", comparison => Number(comparison.Difference.Upper))
        .Data("confidence", comparison => Value.Of(comparison.Difference.Confidence))
        .Data("p_value", comparison => Value.Of(comparison.PValue))
        .Data("judgement", comparison => Name(comparison.Judgement));

    internal static Result Of(ModelComparison models)
    {
        ResultTable measures = Measures(models);
        Field[] right = [.. Right(models)];
        Field rows = new("rows", Value.Of(models.FirstReport.Rows));
        return new Result(
            [
                new("first", Value.Of(models.First.Path)),
                new("second", Value.Of(models.Second.Path)),
                new("data", Value.Of(models.Source)),
                new("target", Value.Of(models.First.Model.Target.Name)),
                new("task", Value.Of(JsonDocuments.Task(models.First.Model.Target))),
                rows,
                new("positive", Value.Of((models.FirstReport as ClassReport)?.Positive)),
                new("measures", measures.List),
                new("comparisons", Tested.Of("", models.Comparisons).List),
                .. right,
                new("judgement", Name(models.Comparisons[0].Judgement)),
                new("verdict", Value.Of(models.Verdict)),
            ],
            [measures, .. About(models), .. McNemarTable(models, right), new Line(models.Verdict)]
        );
    }

    private static ResultTable Measures(ModelComparison models) =>
        new TableColumns<(Measure First, Measure Second, Comparison? Tested)>()
            .Words("name", "measure", row => Value.Of(row.First.Name))
            .Number("first", models.First.Path, row => Number(row.First.Value))
            .Number("second", models.Second.Path, row => Number(row.Second.Value))
            .Data("class", row => row.First.Class is { } about ? Value.Of(about) : Value.Absent)
            .Number("difference", "difference", row => Number(row.First.Value - row.Second.Value))
            .Number(null, "95 % interval", row => Value.Of(row.Tested?.Difference, Text))
            .Number(null, "p", row => Value.Of(row.Tested?.PValue, Text))
            .Of($"{models.FirstReport.Rows} rows", models.Measures);

    /// <summary>Which class some measures are about: the models may differ in that.</summary>
    private static IEnumerable<Remark> About(ModelComparison models) =>
        models.FirstReport is ClassReport { Positive: { } positive }
            ?
            [
                new Remark(
                    $"ROC AUC and average precision: of {Excerpt.Quote(positive)}, the positive class of {models.First.Path}."
                ),
            ]
            : [];

    private static IEnumerable<Field> Right(ModelComparison models) =>
        [
            new("only_first_right", $"only {models.First.Path} is right", Value.Of(models.Rows?.OnlyFirst)),
            new("only_second_right", $"only {models.Second.Path} is right", Value.Of(models.Rows?.OnlySecond)),
        ];

    private static IEnumerable<Part> McNemarTable(ModelComparison models, Field[] right)
    {
        if (models.Rows is { } rows)
        {
            int others = rows.Count - rows.OnlyFirst - rows.OnlySecond;
            yield return new TableColumns<Field>()
                .Words(null, "McNemar's test", field => Value.Of(field.Label))
                .Number(null, "rows", field => field.Value)
                .Of("", [.. right, new("", "both are, or neither", Value.Of(others))]);
        }
    }

    private static Value Number(double number) => Value.Of(number, Text);

    private static string Text(double number) => double.IsFinite(number) ? Rounded.Fixed(number) : "–";

    private static Value Name(Judgement judgement) =>
        Value.Of(
            judgement switch
            {
                Judgement.Better => "first-is-better",
                Judgement.Worse => "second-is-better",
                _ => "not-shown",
            }
        );
}
