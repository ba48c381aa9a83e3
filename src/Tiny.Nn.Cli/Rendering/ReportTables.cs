using System.Globalization;
using Spectre.Console;
using Tiny.Nn.Experiments;
using Tiny.Nn.Metrics;

namespace Tiny.Nn.Cli.Rendering;

/// <summary>A report as tables.</summary>
internal sealed class ReportTables(IAnsiConsole console)
{
    /// <summary>More classes than this make a matrix that nobody can read.</summary>
    private const int LargestMatrix = 30;

    /// <param name="report">What to show.</param>
    /// <param name="rows">What the rows are: "test rows", say.</param>
    internal void Write(Report report, string rows)
    {
        switch (report)
        {
            case ClassReport classes:
                WriteClasses(classes, rows);
                break;
            case NumberReport numbers:
                WriteNumbers(numbers, rows);
                break;
        }
    }

    private void WriteClasses(ClassReport report, string rows)
    {
        Table summary = Tables.Create($"{report.Rows} {rows}", "model", "majority class");
        summary.AddCells("accuracy", Number(report.Accuracy), Number(report.MajorityAccuracy));
        summary.AddCells("log-loss", Number(report.LogLoss), "");
        console.Write(summary);
        if (report.Accuracy <= report.MajorityAccuracy)
        {
            console.WriteLine("The model is no better than always answering the most frequent class.");
        }
        WriteScores(report);
        if (report.Classes.Count <= LargestMatrix)
        {
            WriteConfusion(report);
        }
        else
        {
            console.WriteLine($"A confusion matrix of {report.Classes.Count} classes is left out; --json has it.");
        }
    }

    private void WriteScores(ClassReport report)
    {
        Table scores = Tables.Create("class", "precision", "recall", "F1", "support");
        for (int code = 0; code < report.Classes.Count; code++)
        {
            AddScores(scores, report.Classes[code], report.Confusion.Scores(code), report.Confusion.Support(code));
        }
        scores.AddEmptyRow();
        AddScores(scores, "macro average", report.Confusion.MacroAverage, report.Rows);
        AddScores(scores, "weighted average", report.Confusion.WeightedAverage, report.Rows);
        console.Write(scores);
    }

    private static void AddScores(Table table, string name, ClassScores scores, int support) =>
        table.AddCells(name, Number(scores.Precision), Number(scores.Recall), Number(scores.F1), Count(support));

    private void WriteConfusion(ClassReport report)
    {
        Table matrix = Tables.Create(["actual \\ predicted", .. report.Classes]);
        for (int actual = 0; actual < report.Classes.Count; actual++)
        {
            int row = actual;
            IEnumerable<string> counts = Enumerable
                .Range(0, report.Classes.Count)
                .Select(predicted => Count(report.Confusion[row, predicted]));
            matrix.AddCells([report.Classes[row], .. counts]);
        }
        console.Write(matrix);
    }

    private void WriteNumbers(NumberReport report, string rows)
    {
        Table summary = Tables.Create($"{report.Rows} {rows}", "model", "training mean");
        (RegressionMetrics model, RegressionMetrics mean) = (report.Metrics, report.Baseline);
        summary.AddCells("RMSE", Number(model.RootMeanSquaredError), Number(mean.RootMeanSquaredError));
        summary.AddCells("MAE", Number(model.MeanAbsoluteError), Number(mean.MeanAbsoluteError));
        summary.AddCells("R²", Number(model.RSquared), Number(mean.RSquared));
        console.Write(summary);
        if (report.Metrics.RSquared <= 0)
        {
            console.WriteLine("The model is no better than always answering the mean.");
        }
    }

    private static string Number(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
