using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class TrainFromArrays
{
    internal static void Run()
    {
        // 200 flats: what they cost a month is made up, so that there is something to find out.
        double[] sizes = [.. Enumerable.Range(0, 200).Select(i => 20 + i * 37 % 101)];
        string[] cities = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? "Tokyo" : "Bern")];
        double[] rents = [.. sizes.Zip(cities, (size, city) => size * (city == "Tokyo" ? 25 : 20) + 150)];

        TableBuilder flats = new TableBuilder().Numbers("size", sizes).Categories("city", cities);
        Table table = flats.Build(new TargetColumn("rent", rents));
        Judged<float> judged = Experiment.Run<float>(table, new Recipe { Hidden = [16] });

        Console.WriteLine(judged.Test);
        Console.WriteLine($"70 m² in Tokyo: {judged.Model.Predict(new { size = 70, city = "Tokyo" }).Number:F0}");
    }
}
