using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class TrainFromCsv
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Console.WriteLine(table);

        Judged<float> judged = Experiment.Run<float>(table, new Recipe { Hidden = [16], Seed = 1 });
        Console.WriteLine(judged.Test);

        ModelFile.Save(judged.Model, "flowers.tnn");
        Model<float> model = ModelFile.Load<float>("flowers.tnn");
        Console.WriteLine(model);
    }
}
