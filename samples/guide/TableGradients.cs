using Tiny.Nn.Activations;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Training;

namespace Guide;

internal static class TableGradients
{
    internal static void Run()
    {
        // In double: a difference of two floats has too few digits.
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Recipe recipe = new()
        {
            Hidden = [6],
            Activation = Activation.Gelu,
            Epochs = 20,
        };
        Judged<double> judged = Experiment.Run<double>(table, recipe);

        // Eight of the rows that it learned from, as the network sees them, and the loss that it learned by.
        Batch<double> rows = judged.Plan.Training.All.Slice(0, 8);
        Objective<double> objective = Objective.Create(judged.Model.Network, judged.Plan.Loss);
        GradientReport report = GradientCheck.Run(objective, rows);

        Console.WriteLine(report);
        Console.WriteLine(report.LargestRelativeError < 1e-6 ? "the derivatives are right" : "something is wrong");
        foreach (GradientComparison one in report.Comparisons.Where(one => one.Block == "2.bias"))
        {
            Console.WriteLine(one);
        }
    }
}
