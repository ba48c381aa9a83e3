using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Tables;

/// <summary>Tables of what a program holds, without a file.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class TableBuilderTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static TableBuilder Builder => new();

    [Test]
    public void Columns_become_the_table_that_a_file_of_them_is()
    {
        Gen<double?> number = Gen.OneOf(
            Gen.Constant((double?)null),
            Gen.Choose(-9999, 9999).Select(n => (double?)(n / 64.0))
        );
        Gen<string?> word = Gen.Elements("red", "light blue", "a,b", "10", "9", " red ", "NA", null);
        Gen<DateOnly?> day = Gen.Choose(700_000, 740_000)
            .Select(n => n % 7 == 0 ? null : (DateOnly?)DateOnly.FromDayNumber(n));
        Gen<(double?, (string?, (string?, DateOnly?)))> row = Gen.Zip(number, Gen.Zip(word, Gen.Zip(word, day)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                row.NonEmptyListOf().ToArbitrary(),
                rows =>
                {
                    Table built = Builder
                        .Numbers("n", rows.Select(r => r.Item1))
                        .Categories("c", rows.Select(r => r.Item2.Item1))
                        .Texts("t", rows.Select(r => r.Item2.Item2.Item1))
                        .Dates("d", rows.Select(r => r.Item2.Item2.Item2))
                        .Build(new TargetColumn("y", rows.Select((_, i) => i / 4.0)));
                    IEnumerable<string> lines = rows.Select(
                        (r, i) =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{r.Item1},\"{r.Item2.Item1}\",\"{r.Item2.Item2.Item1}\",{r.Item2.Item2.Item2:yyyy-MM-dd},{i / 4.0}\n"
                            )
                    );
                    using MemoryStream stream = new(Encoding.UTF8.GetBytes("n,c,t,d,y\n" + string.Concat(lines)));
                    CsvOptions options = new()
                    {
                        Target = "y",
                        Numeric = ["n"],
                        Categorical = ["c"],
                        Texts = ["t"],
                        Dates = ["d"],
                    };
                    Table read = CsvTable.Read(stream, "file.csv", options);
                    return built.Features.Values.ToArray().SequenceEqual(read.Features.Values.ToArray())
                        && built.FeatureNames.SequenceEqual(read.FeatureNames)
                        && Levels(built, 1).SequenceEqual(Levels(read, 1))
                        && Levels(built, 2).SequenceEqual(Levels(read, 2))
                        && built.Target!.Numbers().ToArray().SequenceEqual(read.Target!.Numbers().ToArray());
                }
            )
        );
    }

    private static IReadOnlyList<string> Levels(Table table, int place) =>
        table.Schema[place] is CategoryFeature category ? category.Levels : ((TextFeature)table.Schema[place]).Texts;

    [Test]
    public void Numbers_may_be_of_any_type_and_given_row_by_row()
    {
        Table table = Builder
            .Numbers("int", Items.Of(1, 2))
            .Numbers("float", Items.Of(1.5f, float.NaN))
            .Numbers("decimal", new decimal?[] { null, 2.5m })
            .NumberRows(["a", "b"], new double[][] { [1, 2], [3, 4] })
            .Build();
        double[] cells = [.. table.Features.Values.ToArray().Select(cell => double.CreateTruncating(cell))];
        Assert.That(cells, Is.EqualTo(Items.Of(1, 1.5, double.NaN, 1, 2, 2, double.NaN, 2.5, 3, 4)));
        Assert.That(table.Target, Is.Null);
        Assert.That(table.ToString(), Is.EqualTo("2 rows of 5 features from memory, no target"));
    }

    [Test]
    public void Dates_may_have_times()
    {
        DateTime noon = new(1970, 1, 2, 12, 0, 0);
        Table table = Builder
            .Dates("days", Items.Of(new DateOnly(1970, 1, 2)))
            .Dates("times", Items.Of(noon))
            .Dates("local", Items.Of(DateTime.SpecifyKind(noon, DateTimeKind.Utc).ToLocalTime()))
            .Dates("some", new DateTime?[] { null })
            .Build();
        double[] cells = [.. table.Features.Values.ToArray().Select(cell => double.CreateTruncating(cell))];
        Assert.That(cells, Is.EqualTo(Items.Of(1, 1.5, 1.5, double.NaN)));
    }

    [Test]
    public void Training_needs_no_file()
    {
        double[] x = TestNumbers.Uniform<double>(200, -1, 1, seed: 1);
        Table table = Builder.Numbers("x", x).Build(new TargetColumn("y", x.Select(v => 3 * v + 1)));
        Judged<T> outcome = Experiment.Run<T>(table, new Recipe { Hidden = [8] });
        Assert.That(((NumberReport)outcome.Test!).Metrics.RSquared, Is.GreaterThan(0.95));
        double answer = double.CreateTruncating(outcome.Model.Predict(new { x = 0.5 }).Number!.Value);
        Assert.That(answer, Is.EqualTo(2.5).Within(0.4));
    }

    [Test]
    public void Columns_that_do_not_go_together_are_refused()
    {
        Assert.That(() => Builder.Build(), Throws.ArgumentException.With.Message.Contains("at least one column"));
        Assert.That(
            () => Builder.Numbers("a", Items.Of(1, 2)).Numbers("b", Items.Of(1)).Build(),
            Throws.ArgumentException.With.Message.EqualTo("Column 'b' has 1 values, column 'a' has 2.")
        );
        Assert.That(
            () => Builder.Numbers("a", Items.Of(1, 2)).Build(new TargetColumn("y", Items.Of("x"))),
            Throws.ArgumentException.With.Message.EqualTo("Column 'y' has 1 values, column 'a' has 2.")
        );
        Assert.That(
            () => Builder.Numbers("a", Items.Of(1)).Texts("a", Items.Of("x")),
            Throws.ArgumentException.With.Message.Contains("two columns 'a'")
        );
        Assert.That(
            () => Builder.Numbers("a", Items.Of(1)).Build(new TargetColumn("a", Items.Of("x"))),
            Throws.ArgumentException.With.Message.Contains("two columns 'a'")
        );
        Assert.That(
            () => Builder.NumberRows(["a", "b"], new double[][] { [1, 2], [3] }),
            Throws.ArgumentException.With.Message.EqualTo("Row 2 has 1 numbers; the names are 2.")
        );
    }

    [Test]
    public void An_infinite_number_is_refused_with_its_place()
    {
        DataException fault = Assert.Throws<DataException>(() =>
            Builder.Numbers("a", Items.Of(1, double.NegativeInfinity))
        )!;
        Assert.That(fault.Where, Is.EqualTo("row 2, column 'a'"));
        Assert.That(fault.Advice, Is.Not.Empty);
    }
}
