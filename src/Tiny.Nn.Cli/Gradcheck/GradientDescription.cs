using System.Globalization;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Gradients;

namespace Tiny.Nn.Cli.Gradcheck;

/// <summary>A gradient check: documents have every parameter as they lie in the network, people see the worst.</summary>
internal static class GradientDescription
{
    /// <param name="check">What was found.</param>
    /// <param name="most">How many parameters to show, the worst first; null for all, as they lie in the network.</param>
    /// <param name="language">In which language.</param>
    internal static Result Of(CheckedGradient check, int? most, Language language)
    {
        IReadOnlyList<GradientComparison> all = check.Report.Comparisons;
        GradientComparison[] shown = [.. most is { } count ? check.WorstFirst.Take(count) : all];
        TableColumns<GradientComparison> columns = Columns(check, language);
        Part[] more =
            shown.Length < all.Count
                ? [new Sentence(Fill(GradientCaptions.More, language, all.Count - shown.Length))]
                : [];
        return new Result(
            [
                new("data", Value.Of(check.Lesson.Source.Length > 0 ? check.Lesson.Source : null)),
                new("sizes", Value.Of($"{check.Lesson.Network.Architecture}")),
                new("loss", Value.Of(check.Lesson.Loss.Name)),
                new("rows", Value.List(check.Lesson.Rows.Select(row => Value.Of(row)))),
                new("tolerance", Value.Of(check.Tolerance)),
                new("agrees", Value.Of(check.Agrees)),
                new("kinks", Value.Of(check.Report.Kinks)),
                new("largest_relative_error", Value.Of(check.Report.LargestRelativeError)),
                new("parameters", columns.Of("", all).List),
            ],
            [
                new Sentence(GradientCaptions.Explanation.In(language)),
                columns.Of("", shown),
                .. more,
                new Sentence(
                    Fill(
                        check.Agrees ? GradientCaptions.Agree : GradientCaptions.Disagree,
                        language,
                        all.Count,
                        check.Report.Kinks,
                        Error(check.Report.LargestRelativeError),
                        Error(check.Tolerance)
                    )
                ),
            ]
        );
    }

    private static TableColumns<GradientComparison> Columns(CheckedGradient check, Language language) =>
        new TableColumns<GradientComparison>()
            .Text("name", GradientCaptions.Parameter.In(language), row => Value.Of(check.NameOf(row)))
            .Number("analytic", GradientCaptions.Analytic.In(language), row => Value.Of(row.Analytic, Number))
            .Number("numeric", GradientCaptions.Numeric.In(language), row => Value.Of(row.Numeric, Number))
            .Number("relative_error", GradientCaptions.Error.In(language), row => Value.Of(row.RelativeError, Error))
            .Data("kink", row => Value.Of(row.AtKink))
            .Data("agrees", row => Value.Of(!check.IsWrong(row)))
            .Text(null, GradientCaptions.Note.In(language), row => Value.Of(NoteOn(check, row)?.In(language)));

    private static Caption? NoteOn(CheckedGradient check, GradientComparison comparison) =>
        comparison.AtKink ? GradientCaptions.Kink
        : check.IsWrong(comparison) ? GradientCaptions.Wrong
        : null;

    private static string Fill(Caption caption, Language language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, caption.In(language), values);

    private static string Number(double number) => number.ToString("G10", CultureInfo.InvariantCulture);

    private static string Error(double number) => number.ToString("0.0e0", CultureInfo.InvariantCulture);
}
