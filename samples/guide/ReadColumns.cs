using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class ReadColumns
{
    internal static void Run()
    {
        File.WriteAllText(
            "orders.csv",
            """
            order;day;zip;weight;note;late
            1001;2024-02-28;3011;2,5;a gift;no
            1002;2024-02-29;8001;-;;yes
            1003;2024-03-01;3011;0,75;ring twice;no
            1004;unknown;8001;1,25;;yes
            """
        );

        CsvOptions options = new()
        {
            Target = "late",
            Ids = ["order"],
            Dates = ["day"],
            Categorical = ["zip"],
            Ignore = ["note"],
            Missing = ["-", "unknown"],
            DecimalComma = true,
        };
        Table table = CsvTable.Read("orders.csv", options);

        Console.WriteLine(table);
        foreach (Feature feature in table.Schema)
        {
            Console.WriteLine(feature);
        }
        Console.WriteLine($"the second row: {string.Join(", ", table.Features.Column(1).ToArray())}");
        foreach (Finding finding in table.Findings)
        {
            Console.WriteLine(finding);
        }
    }
}
