using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class Flowers
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Judged<float> judged = Experiment.Run<float>(table, new Recipe { Hidden = [16], Seed = 1 });
        ModelFile.Save(judged.Model, "flowers.tnn");

        if (judged.Test is ClassReport report)
        {
            Console.WriteLine($"accuracy {report.Accuracy:F3} on {report.Rows} rows it has not seen");
        }

        Model<float> model = ModelFile.Load<float>("flowers.tnn");
        double[] probabilities = model.Predict([5.9, 3.0, 4.2, 1.5]);
        Console.WriteLine(string.Join("  ", probabilities.Select(p => p.ToString("F3"))));
    }
}
