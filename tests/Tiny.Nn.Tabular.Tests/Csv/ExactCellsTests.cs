using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Numbers that a float cannot tell apart stay apart until they are scaled, and after it.</summary>
[TestFixture]
public sealed class ExactCellsTests
{
    private const int Rows = 60;

    private static readonly TestCaseData[] Columns =
    [
        Named("seconds_since_1970", row => $"{1_700_000_000 + 7 * row}"),
        Named("milliseconds_since_1970", row => $"{1_700_000_000_123 + row}"),
        Named("account_numbers", row => $"{4_000_123_412_340_000 + 3 * row}"),
        Named("coordinates", row => FormattableString.Invariant($"{1_000_000 + 0.05 * row:F2}")),
        Named("degrees_with_nine_decimals", row => FormattableString.Invariant($"{139.69 + 1e-7 * row:F9}")),
        Named("p_values", row => $"{row + 1}e-50"),
        Named("beyond_float", row => $"{row + 1}e60"),
        Named("seconds_of_a_day", row => $"2024-02-29T13:45:{row:00}"),
    ];

    private static TestCaseData Named(string name, Func<int, string> cell) =>
        new TestCaseData(cell).SetArgDisplayNames(name);

    private static Table Read(Func<int, string> cell, bool isChecked)
    {
        IEnumerable<string> lines = Enumerable
            .Range(0, Rows)
            .Select(row => $"{cell(row * 37 % Rows)},{(row * 37 % Rows < Rows / 2 ? "low" : "high")}\n");
        byte[] text = System.Text.Encoding.UTF8.GetBytes("x,y\n" + string.Concat(lines));
        CsvOptions options = new() { Target = "y", Dates = cell(1).Contains('T') ? ["x"] : [] };
        using MemoryStream stream = new(text);
        return isChecked ? DataCheck.Read(stream, "test.csv", options) : CsvTable.Read(stream, "test.csv", options);
    }

    [TestCaseSource(nameof(Columns))]
    public void Nothing_is_found_that_is_not_there(Func<int, string> cell)
    {
        Table table = Read(cell, isChecked: true);
        Assert.That(table.Features.Values.ToArray().Distinct().Count(), Is.EqualTo(Rows));
        Assert.That(CsvText.Kinds(table, null), Is.Empty);
        Assert.That(CsvText.Kinds(table, "x"), Is.Empty);
    }

    [TestCaseSource(nameof(Columns))]
    public void The_inputs_of_a_float_network_are_as_many(Func<int, string> cell)
    {
        Table table = Read(cell, isChecked: false);
        TableEncoding encoding = TableEncoding.Fit(table.Schema, table.Features, new EncodingOptions());
        Matrix<float> inputs = new(encoding.Outputs, Rows);
        encoding.Apply(table.Features, inputs);
        int distinct(int input) => Enumerable.Range(0, Rows).Select(row => inputs[input, row]).Distinct().Count();
        Assert.That(Enumerable.Range(0, encoding.Outputs).Max(distinct), Is.EqualTo(Rows));
        Assert.That(inputs.Values.ToArray(), Has.All.Matches<float>(float.IsFinite));
    }

    [TestCaseSource(nameof(Columns))]
    public void A_network_learns_from_them(Func<int, string> cell)
    {
        Recipe recipe = new() { Epochs = 150, Hidden = [8] };
        Judged<float> judged = Experiment.Run<float>(Read(cell, isChecked: false), recipe);
        Assert.That(((ClassReport)judged.Test!).Accuracy, Is.GreaterThan(0.8));
    }

    [TestCase("1700000000", 40.0)]
    [TestCase("-3000000000000", 1000.0)]
    [TestCase("0", 1e-12)]
    [TestCase("0.001", 1e-9)]
    public void A_predicted_number_has_the_digits_that_the_network_knows(string middle, double step)
    {
        double center = double.Parse(middle, CultureInfo.InvariantCulture);
        IEnumerable<string> lines = Enumerable
            .Range(0, Rows)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % 11},{center + step * (row % 11):R}\n"));
        Table table = CsvText.Read("x,y\n" + string.Concat(lines), "y");
        Recipe recipe = new()
        {
            Kind = TargetKind.Regression,
            Epochs = 300,
            TestFraction = 0,
        };
        Model<float> model = Experiment.Run<float>(table, recipe).Model;
        NumberTarget target = (NumberTarget)model.Target;
        for (int x = 0; x < 11; x++)
        {
            double said = model.Predict(x)[0];
            Assert.That(said, Is.EqualTo(center + step * x).Within(step), $"{x}");
            double shown = target.Round(said);
            Assert.That(
                Math.Abs(shown - said),
                Is.LessThan(1e-6 * step + Math.BitIncrement(Math.Abs(said)) - Math.Abs(said))
            );
            Assert.That(Predictions(model, x).ToString(), Is.EqualTo(shown.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static Prediction Predictions(Model<float> model, int x) => model.Predict(("x", x));

    [Test]
    public void Digits_behind_the_known_ones_are_not_shown()
    {
        NumberTarget target = new("y", new Standardization([1_700_000_000], [1_000]));
        Assert.That(target.Round(1_700_000_012.345678), Is.EqualTo(1_700_000_012.3457));
        Assert.That(target.Round(-1e-9).ToString(CultureInfo.InvariantCulture), Is.EqualTo("0"));
        NumberTarget large = new("y", new Standardization([0], [1e20]));
        Assert.That(large.Round(1.25e20), Is.EqualTo(1.25e20));
        NumberTarget constant = new("y", new Standardization([1e-30], [0]));
        Assert.That(constant.Round(1e-30), Is.EqualTo(1e-30));
    }

    [TestCase(1e8, 0)]
    [TestCase(1e6, 1)]
    [TestCase(1_000, 4)]
    [TestCase(1, 7)]
    [TestCase(0.25, 8)]
    [TestCase(1e-8, 15)]
    public void A_target_of_another_scaling_has_other_decimals(double scale, int decimals)
    {
        const double Number = 0.1234567890123456789;
        NumberTarget other = new("y", new Standardization([0], [40]));
        double shown = (other with { Scaling = new Standardization([0], [scale]) }).Round(Number);
        Assert.That(shown, Is.EqualTo(Math.Round(Number, decimals)));
        Assert.That(new NumberTarget("y", new Standardization([0], [scale])).Round(Number), Is.EqualTo(shown));
    }
}
