using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Predict;

/// <summary>Every row has one answer, whatever its cells are and however it is asked for: <c>predict</c>, <c>evaluate</c>, a table, a portion, typed values.</summary>
internal sealed class EveryKindTests : CommandTests
{
    private const int Rows = 1300;

    private static readonly string[] Names = ["id", "size", "colour", "day", "said", "y"];
    private static readonly string[] Good = ["good", "nice", "lovely", "fine"];
    private static readonly string[] Bad = ["bad", "awful", "poor", "dull"];

    private static readonly string[] Kinds = ["--date", "day", "--text", "said", "--id", "id"];
    private static readonly string[] Numbered = ["--date", "column_4", "--text", "column_5", "--id", "column_1"];

    /// <summary>How a file is written; the flags of train, and of predict.</summary>
    private static IEnumerable<TestCaseData> Files() =>
        [
            Case("plain", new Written(), Kinds),
            Case("of numbers", new Written { Target = Amount }, Kinds),
            Case("without a header", new Written { HasHeader = false }, [.. Numbered, "--no-header"]),
            Case("of decimal commas", new Written { Comma = true, Delimiter = ';' }, [.. Kinds, "--decimal-comma"]),
            Case(
                "of decorated numbers and dates",
                new Written
                {
                    Scale = 1000,
                    IsDecorated = true,
                    Delimiter = ';',
                },
                Kinds
            ),
            Case(
                "of decorated numbers with commas",
                new Written
                {
                    Scale = 1000,
                    IsDecorated = true,
                    Comma = true,
                    Delimiter = ';',
                },
                [.. Kinds, "--decimal-comma"]
            ),
            Case("of tabs and quotes", new Written { Delimiter = '\t', Quotes = true }, Kinds),
            Case("of short rows", new Written { EndsEarly = true }, [.. Kinds, "--short-rows"]),
            Case("of its own missing texts", new Written { Missing = "-" }, [.. Kinds, "--missing", "-"]),
            Case(
                "of categories by numbers",
                new Written { Colours = ["1", "2", "30"] },
                [.. Kinds, "--categorical", "colour"]
            ),
            Case(
                "of labels that look alike",
                new Written
                {
                    Colours = ["1", "2", "30"],
                    Target = (_, isGood) => isGood ? "TRUE" : "False",
                    New = new Written
                    {
                        Colours = ["1.0", "+2", "3e1", "02"],
                        Target = (size, isGood) =>
                            (isGood, size > 4) switch
                            {
                                (true, true) => "true",
                                (true, false) => "True",
                                (false, true) => "FALSE",
                                _ => "false",
                            },
                    },
                },
                [.. Kinds, "--categorical", "colour"]
            ),
            Case(
                "of labels that do not",
                new Written
                {
                    Colours = ["caf\u00E9", "caf\u00E9 noir", "th\u00E9"],
                    New = new Written
                    {
                        Colours = ["cafe\u0301", "\u00A0caf\u00E9\u3000", "caf\u00E9\u00A0noir", "TH\u00C9"],
                    },
                },
                Kinds
            ),
        ];

    [TestCaseSource(nameof(Files))]
    public void All_ways_to_ask_for_a_row_give_one_answer(Written written, string[] flags)
    {
        string target = written.HasHeader ? "y" : "column_6";
        Place.Write("train.csv", written.Text(1));
        Written other = written.New ?? written;
        Place.Write("new.csv", other.Text(2));
        Asked(["train", "train.csv", "--target", target, "--epochs", "3", "-o", "m.tnn", .. flags]).Good();
        Model<float> model = ModelFile.Load<float>(Place.Path("m.tnn"));
        CsvOptions options = new() { Format = model.DataFormat };
        Table table = CsvTable.Read(Place.Path("new.csv"), model.Schema, target, options);

        Matrix<double> expected = model.Predict(table);
        string[] answers = [.. Enumerable.Range(0, Rows).Select(row => Answer(model, expected.Column(row)))];
        Assert.That(answers.Distinct().Count(), Is.GreaterThan(1));
        Assert.That(Asked("predict", "m.tnn", "new.csv").Good().Lines[1..].Select(First), Is.EqualTo(answers));
        foreach (int capacity in (int[])[1, 7, 512, Rows + 1])
        {
            Assert.That(InPortions(model, options, capacity), Is.EqualTo(expected.Values.ToArray()), $"{capacity}");
        }
        for (int row = 0; row < Rows; row++)
        {
            Assert.That(Typed(model, other.Row(2, row)), Is.EqualTo(answers[row]), $"row {row}");
        }
        if (model.Target is ClassTarget classes)
        {
            int[] codes = table.Target!.CodesAmong(classes.Classes).ToArray();
            double right = answers.Zip(codes, (said, code) => said == classes.Classes[code]).Count(same => same);
            double accuracy = Asked("evaluate", "m.tnn", "new.csv", "--json")
                .Good()
                .Json.GetProperty("report")
                .GetProperty("accuracy")
                .GetDouble();
            Assert.That(accuracy, Is.EqualTo(right / Rows).Within(1e-12));
        }
    }

    private static string Answer(Model<float> model, ReadOnlySpan<double> prediction) =>
        model.Target is ClassTarget classes
            ? classes.Classes[classes.Choose(prediction)]
            : ((NumberTarget)model.Target).Round(prediction[0]).ToString(CultureInfo.InvariantCulture);

    private double[] InPortions(Model<float> model, CsvOptions options, int capacity)
    {
        using TablePortions portions = CsvTable.ReadPortions(Place.Path("new.csv"), model.Schema, options, capacity);
        Predictor<float> predictor = new(model, capacity);
        List<double> all = [];
        while (portions.Read())
        {
            Matrix<double> some = new(model.Target.Outputs, portions.Rows);
            predictor.Predict(portions.Features, portions.Schema, some);
            all.AddRange(some.Values);
        }
        return [.. all];
    }

    private static string Typed(Model<float> model, Dictionary<string, object?> row)
    {
        Dictionary<string, object?> values = [];
        foreach (Feature feature in model.Schema)
        {
            int place = feature.Name.StartsWith("column_", StringComparison.Ordinal)
                ? int.Parse(feature.Name[7..], CultureInfo.InvariantCulture) - 1
                : Array.IndexOf(Names, feature.Name);
            values[feature.Name] = row[Names[place]];
        }
        Prediction answer = model.Predict(values);
        return answer.Class ?? Answer(model, [answer.Number!.Value]);
    }

    private static string First(string line) => line.Split(',')[0];

    private static string Amount(double size, bool isGood) =>
        (size + (isGood ? 10.25 : 0.5)).ToString("0.###", CultureInfo.InvariantCulture);

    private static TestCaseData Case(string name, Written written, string[] flags) =>
        new TestCaseData(written, flags).SetArgDisplayNames(name);

    /// <summary>A file of a column of each kind, whose cells are missing here and there; other seeds have other texts and a colour of their own.</summary>
    public sealed record Written
    {
        internal bool HasHeader { get; init; } = true;

        internal bool Comma { get; init; }

        /// <summary>Numbers have a unit and separated thousands, or parentheses for a minus; dates begin with the day.</summary>
        internal bool IsDecorated { get; init; }

        internal double Scale { get; init; } = 1;

        internal bool Quotes { get; init; }

        internal bool EndsEarly { get; init; }

        internal char Delimiter { get; init; } = ',';

        internal string Missing { get; init; } = "";

        internal string[] Colours { get; init; } = ["red", "blue", "green"];

        /// <summary>How the file to predict is written; null for as that to learn from.</summary>
        internal Written? New { get; init; }

        internal Func<double, bool, string> Target { get; init; } = (_, isGood) => isGood ? "p" : "n";

        /// <summary>The values of a row, as a program has them.</summary>
        internal Dictionary<string, object?> Row(int seed, int row)
        {
            Random random = new(seed * 100_000 + row);
            bool isGood = random.Next(2) == 0;
            string[] words = isGood ? Good : Bad;
            double size = Math.Round(random.NextDouble() * 8 * Scale, 2);
            string colour = row % 41 == 3 ? $"{40 + seed}" : Colours[random.Next(Colours.Length)];
            DateOnly day = new DateOnly(2020, 1, 1).AddDays(random.Next(900));
            string said = $"{words[random.Next(4)]} {words[random.Next(4)]} number {random.Next(60)}";
            return new Dictionary<string, object?>
            {
                ["id"] = $"r{row}",
                ["size"] = row % 13 == 5 ? null : size,
                ["colour"] = row % 17 == 6 ? null : colour,
                ["day"] = row % 19 == 7 ? null : day,
                ["said"] = row % 23 == 8 ? null : said,
                ["y"] = Target(size, isGood),
            };
        }

        internal string Text(int seed)
        {
            // Where rows may end early the target is not the last.
            string[] order = EndsEarly ? ["id", "y", "size", "colour", "day", "said"] : Names;
            IEnumerable<string> rows = Enumerable
                .Range(0, Rows)
                .Select(row => Line(order.Select(name => Cell(name, Row(seed, row)[name]))));
            return string.Join('\n', HasHeader ? [string.Join(Delimiter, order), .. rows] : rows) + "\n";
        }

        private string Line(IEnumerable<string> cells)
        {
            string[] all = [.. cells];
            int last = EndsEarly ? Array.FindLastIndex(all, cell => cell.Length > 0) + 1 : all.Length;
            return string.Join(Delimiter, all[..last]);
        }

        private string Cell(string name, object? value) =>
            value switch
            {
                null => Missing,
                double number when IsDecorated => Decorated(number),
                DateOnly day when IsDecorated => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture),
                double number when Comma => number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
                double number => number.ToString(CultureInfo.InvariantCulture),
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                string text when Quotes && name == "said" => $"\"{text}\"",
                _ => $"{value}",
            };

        private string Decorated(double number)
        {
            string text = number.ToString(number > 4 * Scale ? "N2" : "F2", CultureInfo.InvariantCulture) + " €";
            return Comma ? text.Replace(',', '_').Replace('.', ',').Replace('_', '.') : text;
        }
    }
}
