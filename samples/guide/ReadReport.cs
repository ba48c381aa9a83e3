using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class ReadReport
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Judged<float> judged = Experiment.Run<float>(table, new Recipe { Hidden = [16], TestFraction = 0.4 });
        if (judged.Test is ClassReport report)
        {
            foreach (Measure measure in report.Measures)
            {
                Console.WriteLine(measure);
            }
            foreach (ClassResult one in report.PerClass)
            {
                Console.WriteLine($"{one.Name}: {one.Scores.Recall:P0} of {one.Support} recognized");
            }
            foreach (BaselineResult baseline in report.Baselines)
            {
                Console.WriteLine(baseline.Verdict);
            }
        }
    }
}
