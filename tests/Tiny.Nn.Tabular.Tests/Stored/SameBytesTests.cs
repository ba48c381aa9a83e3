using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tests.Stored;

/// <summary>A network that learned from rows in a file has the bytes of one that learned from them in memory, and so has its report.</summary>
public sealed class SameBytesTests
{
    private static readonly Recipe Usual = new()
    {
        Hidden = [7, 5],
        Epochs = 4,
        Seed = 3,
    };

    private static IEnumerable<TestCaseData> Recipes()
    {
        yield return Named("usual", Usual);
        yield return Named("min-max", Usual with { Encoding = new() { Scaling = ScalingKind.MinMax } });
        yield return Named("robust", Usual with { Encoding = new() { Scaling = ScalingKind.Robust } });
        yield return Named("quantiles", Usual with { Encoding = new() { Scaling = ScalingKind.Quantile } });
        yield return Named(
            "batch normalization and dropout",
            Usual with
            {
                Normalization = Normalization.Batch,
                Dropout = 0.2,
            }
        );
        yield return Named("no validation", Usual with { ValidationFraction = 0 });
        yield return Named("early stopping", Usual with { Epochs = 40, Patience = 2 });
        yield return Named("to the optimum", Usual.Linear() with { TestFraction = 0.25 });
        yield return Named("one epoch of large steps", Usual with { BatchSize = 5000, Epochs = 1 });
    }

    private static TestCaseData Named(string name, Recipe recipe) => new TestCaseData(recipe).SetArgDisplayNames(name);

    [TestCaseSource(nameof(Recipes))]
    public void Classes(Recipe recipe) => AreSame(Table("class"), recipe);

    [TestCaseSource(nameof(Recipes))]
    public void Numbers(Recipe recipe) => AreSame(Table("number"), recipe);

    [Test]
    public void Two_classes_that_are_weighted_and_cut_where_their_rows_say() =>
        AreSame(
            Table("two"),
            Usual with
            {
                ClassWeights = ClassWeighting.Balanced,
                Threshold = ThresholdRule.LargestF1,
            }
        );

    [Test]
    public void Numbers_alone_of_all_sizes()
    {
        Random random = new(5);
        StringBuilder text = new("a,b,c,y\n");
        for (int row = 0; row < 6000; row++)
        {
            string b = random.Next(7) == 0 ? "" : random.NextDouble().ToString("R", CultureInfo.InvariantCulture);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{random.Next(-9, 9)},{b},{row * 1e7 + 0.125:R},{random.Next(3)}\n"
            );
        }
        AreSame(text.ToString(), Usual);
    }

    private static void AreSame(string text, Recipe recipe)
    {
        using Cached data = new Cached().Write(text);
        CsvOptions options = new()
        {
            Target = "y",
            Dates = text.Contains("day", StringComparison.Ordinal) ? ["day"] : [],
            Texts = text.Contains("said", StringComparison.Ordinal) ? ["said"] : [],
        };
        (byte[] model, string report) = data.TrainInMemory(options, recipe);
        (byte[] stored, string ofStored, bool isFound) = data.Train(options, recipe);
        Assert.That(isFound, Is.False);
        Assert.That(stored, Is.EqualTo(model));
        Assert.That(ofStored, Is.EqualTo(report));
        (byte[] again, _, bool isFoundAgain) = data.Train(options, recipe);
        Assert.That(isFoundAgain, Is.True, "The rows that the first training left");
        Assert.That(again, Is.EqualTo(model));
    }

    /// <summary>Numbers, amounts with missing cells, a category that begins with numbers, dates and words; more rows than a block or a portion has.</summary>
    private static string Table(string target)
    {
        Random random = new(11);
        string[] colours = ["red", "green", "7", "ultra violet", "\"blue, dark\""];
        string[] words = ["good", "bad", "quick", "slow"];
        StringBuilder text = new("width,height,colour,day,said,y\n");
        for (int row = 0; row < 9000; row++)
        {
            double width = Math.Round(random.NextDouble() * 10, 3);
            string height =
                random.Next(9) == 0 ? "" : (random.NextDouble() - 0.5).ToString("R", CultureInfo.InvariantCulture);
            int colour = row < 40 ? 2 : random.Next(5);
            string day =
                random.Next(20) == 0
                    ? "NA"
                    : new DateTime(2020, 1, 1)
                        .AddHours(random.Next(40_000))
                        .ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
            double amount = width + colour * 2 + random.NextDouble();
            string y = target switch
            {
                "class" => amount < 6 ? "low"
                : amount < 12 ? "mid"
                : "high",
                "two" => amount < 12 ? "no" : "yes",
                _ => amount.ToString("R", CultureInfo.InvariantCulture),
            };
            text.Append(
                CultureInfo.InvariantCulture,
                $"{width},{height},{colours[colour]},{day},{words[random.Next(4)]} {words[random.Next(4)]},{y}\n"
            );
        }
        return text.ToString();
    }
}
