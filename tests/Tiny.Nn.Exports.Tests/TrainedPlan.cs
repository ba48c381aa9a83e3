using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Table = Tiny.Nn.Tabular.Tables.Table;

namespace Tiny.Nn.Exports.Tests;

/// <summary>A trained model as a plan, whose self-test asks for the rows of its table.</summary>
/// <param name="Name">What it is called in a list of tests.</param>
/// <param name="Make">Trains it.</param>
internal sealed record TrainedPlan(string Name, Lazy<Plan> Make)
{
    internal Plan Plan => Make.Value;

    public override string ToString() => Name;

    internal static TrainedPlan Of(string file, string target, Recipe recipe) =>
        new(
            $"{file} {(recipe.Effort == Effort.None ? string.Join('-', recipe.Hidden) : recipe.Effort)}",
            new Lazy<Plan>(() => Train(file, target, recipe))
        );

    private static Plan Train(string file, string target, Recipe recipe)
    {
        string path = Path.Combine(Repository.Root, "data", file);
        Model<float> model = Experiment.Run<float>(CsvTable.Read(path, target), recipe).Model;
        Table table = CsvTable.Read(path, model.Schema, null);
        Plan plan = ModelPlan.Of(model);
        IEnumerable<object?[]> rows = Enumerable
            .Range(0, table.Rows)
            .SelectMany(row => new[] { Cells(table, row), Odd(Cells(table, row), row) });
        return plan with
        {
            Probes = [.. plan.Probes, .. rows.Select(row => ModelProbes.Ask(model, "a row of the table", row))],
        };
    }

    private static object?[] Cells(Table table, int row) =>
        [
            .. table.Schema.Select(
                (feature, place) =>
                    table.Features[place, row] switch
                    {
                        double.NaN => null,
                        double cell when feature is CategoryFeature category => category.Levels[(int)cell],
                        double cell => (object?)cell,
                    }
            ),
        ];

    /// <summary>The same row with a cell that is missing, or of a text a level that nobody has seen.</summary>
    private static object?[] Odd(object?[] cells, int row)
    {
        int place = row % cells.Length;
        cells[place] = cells[place] is string && row % 2 == 0 ? "never seen" : null;
        return cells;
    }
}
