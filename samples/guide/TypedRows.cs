using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Guide;

internal static class TypedRows
{
    internal static void Run()
    {
        int[] ages = [.. Enumerable.Range(0, 120).Select(i => 18 + i * 7 % 60)];
        double?[] incomes = [.. ages.Select((age, i) => i % 9 == 0 ? null : (double?)(1000 + 50 * age))];
        string[] cities = [.. ages.Select((_, i) => i % 4 == 0 ? "Tokyo" : "Bern")];
        DateOnly[] days = [.. ages.Select((_, i) => new DateOnly(2020, 1, 1).AddDays(11 * i))];
        string[] labels = [.. ages.Zip(cities, (age, city) => age > 45 == (city == "Bern") ? "yes" : "no")];

        Table table = new TableBuilder()
            .Numbers("age", ages)
            .Numbers("monthly_income", incomes)
            .Categories("city", cities)
            .Dates("customer since", days)
            .Build(new TargetColumn("bought", labels));
        Model<float> model = Experiment.Run<float>(table, new Recipe { Hidden = [16] }).Model;

        // A record: MonthlyIncome is the column monthly_income.
        Prediction answer = model.Predict(new Customer(60, 4000, City.Bern));
        Console.WriteLine($"{answer.Class}, as {answer.Confidence:F2}");

        // An anonymous object. Null is missing, and so is a column that is left out.
        Console.WriteLine(
            model
                .Predict(
                    new
                    {
                        city = "Tokyo",
                        age = 41,
                        monthly_income = (double?)null,
                    }
                )
                .Class
        );

        // A dictionary, or pairs: no reflection, and names that C# cannot spell. What is odd about a row is told.
        Dictionary<string, object?> row = new()
        {
            ["age"] = 41,
            ["monthly_income"] = 3050,
            ["city"] = "Atlantis",
            ["customer since"] = new DateOnly(2022, 2, 28),
        };
        foreach (string note in model.Predict(row).Notes)
        {
            Console.WriteLine(note);
        }

        // What cannot be is refused: what is wrong, where, and what to do.
        try
        {
            model.Predict(("age", 41), ("monthly_incomes", 3050));
        }
        catch (DataException fault)
        {
            Console.WriteLine(fault.Message);
        }
    }

    private enum City
    {
        Bern,
        Tokyo,
    }

    private sealed record Customer(int Age, double? MonthlyIncome, City City);
}
