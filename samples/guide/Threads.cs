using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class Threads
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Model<float> model = Experiment.Run<float>(table, new Recipe { Hidden = [16] }).Model;
        ClassTarget target = (ClassTarget)model.Target;

        // The model is shared; each thread has a predictor, and room for its answers, of its own.
        int[] virginica = new int[4];
        Parallel.For(
            0,
            4,
            thread =>
            {
                Predictor<float> predictor = new(model, capacity: 1);
                Matrix<double> probabilities = new(target.Classes.Count, 1);
                for (int row = thread; row < table.Rows; row += 4)
                {
                    // Nothing is allocated here: a slice is a view of a column.
                    predictor.Predict(table.Features.Slice(row, 1), probabilities);
                    virginica[thread] += target.Choose(probabilities.Values) == 2 ? 1 : 0;
                }
            }
        );
        Console.WriteLine($"{virginica.Sum()} of {table.Rows} are taken for {target.Classes[2]}");
    }
}
