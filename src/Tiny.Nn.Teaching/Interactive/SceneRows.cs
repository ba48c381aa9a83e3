using System.Globalization;
using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>Single rows: what stands in one, and which of them the network gets wrong.</summary>
internal static class SceneRows
{
    /// <summary>So many wrong rows are named.</summary>
    private const int MostWrong = 24;

    /// <summary>So many of a row's cells are shown.</summary>
    private const int MostCells = 16;

    /// <summary>The cells of a row by their columns, what it is (<c>=</c>), and what is predicted of it (<c>→</c>).</summary>
    internal static JsonArray Describe(Model<float> model, Table table, int row)
    {
        List<(string Name, string Text)> cells = [];
        for (int feature = 0; feature < Math.Min(MostCells, table.Schema.Count); feature++)
        {
            cells.Add((table.Schema[feature].Name, Text(table.Schema[feature], table.Features[feature, row])));
        }
        cells.Add(("=", table.Target!.Texts[row]));
        cells.Add(("→", Said(model, table, row)));
        return new JsonArray([.. cells.Select(cell => new JsonArray(cell.Name, cell.Text))]);
    }

    /// <summary>The rows that are taken for another class, the first of them by number, and how many there are.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The rows.</param>
    /// <param name="rows">Which of them are asked about.</param>
    internal static (JsonArray Named, int Count) Wrong(Model<float> model, Table table, IReadOnlyList<int> rows)
    {
        if (model.Target is not ClassTarget { Classes: var classes })
        {
            return ([], 0);
        }
        ClassPredictions said = (ClassPredictions)Evaluation.Predict(model, table, [.. rows]);
        int[] wrong = [.. Enumerable.Range(0, rows.Count).Where(i => said.Predicted[i] != said.Actual[i])];
        JsonArray named = new([
            .. wrong
                .Take(MostWrong)
                .Select(i => new JsonObject
                {
                    ["row"] = rows[i],
                    ["actual"] = classes[said.Actual[i]],
                    ["predicted"] = classes[said.Predicted[i]],
                }),
        ]);
        return (named, wrong.Length);
    }

    private static string Said(Model<float> model, Table table, int row) =>
        Evaluation.Predict(model, table, [row]) switch
        {
            ClassPredictions { Classes: var classes } said => string.Create(
                CultureInfo.InvariantCulture,
                $"{classes[said.Predicted[0]]} ({said.Confidences()[0]:0.000})"
            ),
            NumberPredictions said => said.Predicted[0].ToString("G5", CultureInfo.InvariantCulture),
            _ => "",
        };

    private static string Text(Feature feature, double cell) =>
        double.IsNaN(cell) ? "?"
        : feature is CategoryFeature { Levels: var levels } && cell >= 0 && cell < levels.Count ? levels[(int)cell]
        : feature is TextFeature { Texts: var texts } && cell >= 0 && cell < texts.Count ? texts[(int)cell]
        : feature is DateFeature
            ? DateOnly
                .FromDayNumber((int)cell + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.ToString("G6", CultureInfo.InvariantCulture);
}
