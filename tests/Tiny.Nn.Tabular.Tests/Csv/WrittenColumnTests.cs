using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Columns of numbers that are not plain: what is certain is read and told, what is not is refused.</summary>
public sealed class WrittenColumnTests
{
    [TestCase("45%|7%|0|100 %", "%", new[] { 45.0, 7, 0, 100 })]
    [TestCase("$12.50|$ 3|($1,200.00)|-$4", "$", new[] { 12.5, 3, -1200, -4 })]
    [TestCase("EUR 5|7 EUR|1'000.50 EUR", "EUR", new[] { 5, 7, 1000.5 })]
    [TestCase("¥6,200|¥980|¥12,000", "¥", new[] { 6200.0, 980, 12000 })]
    [TestCase("40 kg|38.5kg|1 040 kg", "kg", new[] { 40, 38.5, 1040 })]
    [TestCase("1 year|2 years|10 years", "year", new[] { 1.0, 2, 10 })]
    [TestCase("(3.50)|4|5.25", null, new[] { -3.5, 4, 5.25 })]
    [TestCase("4|−5|5.25", null, new[] { 4, -5, 5.25 })]
    [TestCase("１２|３．５|7", null, new[] { 12, 3.5, 7 })]
    [TestCase("1 234|999|12 000.5", null, new[] { 1234, 999, 12000.5 })]
    [TestCase("1_000|2_500_000|7", null, new[] { 1000.0, 2500000, 7 })]
    [TestCase("'12|'7|'1.5", null, new[] { 12, 7, 1.5 })]
    [TestCase("999|1,029|1,234,567", null, new[] { 999.0, 1029, 1234567 })]
    [TestCase("1,029|1,234.56", null, new[] { 1029, 1234.56 })]
    [TestCase("12.5|1,029|2,000", null, new[] { 12.5, 1029, 2000 })]
    public void What_is_certain_is_read_and_told(string cells, string? unit, double[] expected)
    {
        Table table = Read(cells, new CsvOptions { Target = "y" });
        Assert.That(table.Schema[0], Is.EqualTo(new NumberFeature("a") { Unit = unit }));
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(expected));
        Assert.That(CsvText.Kinds(table, "a"), Does.Contain(FindingKind.WrittenNumbers));
        Table declared = Read(cells, new CsvOptions { Target = "y", Numeric = ["a"] });
        Assert.That(declared.Features.Values.ToArray(), Is.EqualTo(expected));
        Assert.That(CsvText.Kinds(declared, "a"), Does.Contain(FindingKind.WrittenNumbers));
    }

    [TestCase("1,029|2,500", "1029 or 1.029", "CsvOptions.Thousands", "CsvOptions.DecimalComma")]
    [TestCase("7|1,029|999", "1029 or 1.029", "CsvOptions.Thousands", "CsvOptions.DecimalComma")]
    [TestCase("$1,029|$2,500", "1029 or 1.029", "CsvOptions.Thousands", "CsvOptions.DecimalComma")]
    [TestCase("1.234,56|1.234", "a comma", "CsvOptions.DecimalComma")]
    [TestCase("€ 3,50|€ 4", "a comma", "CsvOptions.DecimalComma")]
    [TestCase("40 kg|12 lb|3 kg", "several units: kg and lb", "CsvOptions.Categorical")]
    [TestCase("40 kg|12|3 kg", "others have none", "CsvOptions.Categorical")]
    [TestCase("45%|0.45|3%", "others have none", "CsvOptions.Categorical")]
    [TestCase("0.45|45%|3%", "with the unit %", "CsvOptions.Categorical")]
    [TestCase("0.3|<0.1|0.7|2", "only bounded", "CsvOptions.Missing = [\"<0.1\"]")]
    [TestCase("$3|<$1|$7|$2", "only bounded", "CsvOptions.Missing")]
    [TestCase("$3|-|$7|$2", "missing", "CsvOptions.Missing")]
    public void What_is_not_is_refused_with_what_to_say(string cells, string what, params string[] advice)
    {
        DataException problem = CsvText.Problem(Text(cells), new CsvOptions { Target = "y" });
        Assert.That(problem.What, Does.Contain(what));
        foreach (string part in advice)
        {
            Assert.That(problem.Advice, Does.Contain(part));
        }
    }

    [TestCase("1,029|2,500", false, true, new[] { 1029.0, 2500 })]
    [TestCase("1,029|2,500", true, false, new[] { 1.029, 2.5 })]
    [TestCase("1.029|2.500", true, true, new[] { 1029.0, 2500 })]
    [TestCase("1.234,56|1.234", true, false, new[] { 1234.56, 1234 })]
    [TestCase("€ 3,50|€ 1.204", true, false, new[] { 3.5, 1204 })]
    public void What_was_said_is_taken(string cells, bool comma, bool thousands, double[] expected)
    {
        CsvOptions options = new()
        {
            Target = "y",
            DecimalComma = comma,
            Thousands = thousands,
        };
        Assert.That(Read(cells, options).Features.Values.ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Points_among_decimal_commas_may_be_either()
    {
        DataException problem = CsvText.Problem(
            Text("1.029|2.500"),
            new CsvOptions { Target = "y", DecimalComma = true }
        );
        Assert.That(problem.What, Is.EqualTo("A number with a point may be 1029 or 1.029."));
        Assert.That(
            problem.Advice,
            Does.Contain("CsvOptions.Thousands").And.Contain("leave out CsvOptions.DecimalComma")
        );
    }

    [Test]
    public void A_decimal_comma_that_looks_like_thousands_is_told()
    {
        Table table = Read("1,029|2,5", new CsvOptions { Target = "y", DecimalComma = true });
        Assert.That(
            table.Findings.Select(finding => finding.Evidence),
            Does.Contain("1,029 is read as 1.029, with a decimal comma")
        );
    }

    [TestCase("1st|2nd|3rd")]
    [TestCase("2WD|4WD|2WD")]
    [TestCase("1A|2B|1B")]
    [TestCase("<18|18-25|26-40|>65")]
    [TestCase("<=50K|>50K")]
    [TestCase("1.2.3|1.2.4|1.2.3")]
    [TestCase("1.2.10|1.3.12|2.2.11")]
    [TestCase("1:10|1:20|1:40")]
    [TestCase("192.168.1.10|10.0.0.1|127.0.0.1")]
    [TestCase("Q1|Q2|Q3")]
    [TestCase("Store 5|Store 7")]
    [TestCase("12 Main St|14 Oak Ave|3 Main St")]
    [TestCase("5-10|10-20")]
    public void Labels_with_numbers_in_them_stay_labels(string cells) =>
        Assert.That(Read(cells, new CsvOptions { Target = "y" }).Schema[0], Is.InstanceOf<CategoryFeature>());

    [Test]
    public void Decorated_numbers_of_very_many_rows_are_numbers()
    {
        string cells = string.Join(
            '|',
            Enumerable.Range(0, 3000).Select(i => FormattableString.Invariant($"${i * 37 % 5003:N2}"))
        );
        Table table = Read(cells, new CsvOptions { Target = "y" });
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a")));
        Assert.That(
            table.Features.Values.ToArray(),
            Is.EqualTo(Enumerable.Range(0, 3000).Select(i => (double)(i * 37 % 5003)))
        );
        Assert.That(table.Format.Thousands, Is.True);
    }

    [TestCase("45%|2.5%|7%", new[] { 45, 2.5, 7 })]
    [TestCase("$1,234.50|$7|$8", new[] { 1234.5, 7, 8 })]
    [TestCase("−3.5|4|5", new[] { -3.5, 4, 5 })]
    [TestCase("1 234.5|7|8", new[] { 1234.5, 7, 8 })]
    public void A_target_is_read_alike(string targets, double[] expected)
    {
        Table table = CsvText.Read("a;y\n" + string.Concat(targets.Split('|').Select((y, i) => $"{i};{y}\n")), "y");
        Assert.That(table.Target!.SuggestedKind, Is.EqualTo(TargetKind.Regression));
        Assert.That(table.Target.Numbers().ToArray(), Is.EqualTo(expected));
        Assert.That(CsvText.Kinds(table, "y"), Does.Contain(FindingKind.WrittenNumbers));
    }

    [TestCase("1,029|2,500|3,100", "1029 or 1.029", "CsvOptions.Thousands")]
    [TestCase("3 kg|4 lb|5.5 kg", "several units", "Recipe.Kind")]
    public void A_target_that_is_not_certain_is_doubted(string targets, string what, string advice)
    {
        DataException doubt = new TargetColumn("y", targets.Split('|')).Doubt!;
        Assert.That(doubt.What, Does.Contain(what));
        Assert.That(doubt.Advice, Does.Contain(advice).And.Not.Contain("Categorical").And.Not.Contain("Ignore"));
    }

    [TestCase("1st|2nd|3rd")]
    [TestCase("1A|2A|3A")]
    [TestCase("<=50K|>50K")]
    public void A_target_of_labels_has_no_numbers(string targets)
    {
        TargetColumn target = new("y", targets.Split('|'));
        Assert.That(
            (target.SuggestedKind, target.Doubt),
            Is.EqualTo((TargetKind.Classification, (DataException?)null))
        );
    }

    [Test]
    public void Weights_and_times_are_read_alike()
    {
        CsvOptions options = new() { Target = "y", Extra = ["w", "t"] };
        Table table = CsvText.Read("a;w;t;y\n1;5%;29/02/2024;p\n2;10%;01/03/2024;q\n", options);
        Assert.That(table.Extra[0].Numbers(), Is.EqualTo(Items.Of(5.0, 10)));
        Assert.That(table.Extra[1].Times(), Is.EqualTo(Items.Of(19782.0, 19783)));
        Table doubted = CsvText.Read("a;w;t;y\n1;1,029;01/02/2024;p\n2;2,000;02/03/2024;q\n", options);
        Assert.That(
            () => doubted.Extra[0].Numbers(),
            Throws.TypeOf<DataException>().With.Message.Contains("1029 or 1.029")
        );
        Assert.That(() => doubted.Extra[1].Times(), Throws.TypeOf<DataException>().With.Message.Contains("M/d/yyyy"));
        Table told = CsvText.Read(
            "a;w;t;y\n1;1,029;01/02/2024;p\n2;2,000;02/03/2024;q\n",
            options with
            {
                Thousands = true,
                DateFormat = "M/d/yyyy",
            }
        );
        Assert.That(told.Extra[0].Numbers(), Is.EqualTo(Items.Of(1029.0, 2000)));
        Assert.That(told.Extra[1].Times(), Is.EqualTo(Items.Of(19724.0, 19756)));
    }

    [Test]
    public void A_model_knows_the_unit()
    {
        Feature[] schema = [new NumberFeature("a") { Unit = "%" }];
        Table table = CsvText.Read("a\n45%\n45\n4.5 %\n", schema, null);
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(45, 45, 4.5)));
        string what = Assert.Throws<DataException>(() => CsvText.Read("a\n45 kg\n", schema, null))!.What;
        Assert.That(what, Is.EqualTo("A number has the unit kg; the column that the model knows has %."));
        Feature[] plain = [new NumberFeature("a")];
        Assert.That(
            () => CsvText.Read("a\n45%\n", plain, null),
            Throws.TypeOf<DataException>().With.Message.Contains("has none")
        );
        Assert.That(CsvText.Read("a\n−4\n", plain, null).Features[0, 0], Is.EqualTo(-4));
        CsvOptions known = new() { Thousands = true };
        Assert.That(CsvText.Read("a;b\n1,029;1\n", plain, null, known).Features[0, 0], Is.EqualTo(1029));
    }

    [TestCase("x\n1,5\n2,25\n")]
    [TestCase("x;z|q\n1,5;a|b\n2,25;c|d\n")]
    [TestCase("x;z, w\n1,5;2,5\n2,25;7,5\n")]
    public void A_decimal_comma_separates_no_fields(string text)
    {
        Table table = CsvText.Read(text, [new NumberFeature("x")], null, new CsvOptions { DecimalComma = true });
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1.5, 2.25)));
        Assert.That(CsvText.Kinds(table, null), Is.Empty);
    }

    [Test]
    public void A_single_column_of_decimal_commas_needs_no_header()
    {
        CsvOptions options = new() { DecimalComma = true, HasHeader = false };
        Table table = CsvText.Read("1,5\n2,25\n", [new NumberFeature("column_1")], null, options);
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1.5, 2.25)));
        Table named = CsvText.Read(
            "size, cm\n1,5\n2,25\n",
            [new NumberFeature("size, cm")],
            null,
            options with
            {
                HasHeader = true,
            }
        );
        Assert.That(named.Features.Values.ToArray(), Is.EqualTo(Items.Of(1.5, 2.25)));
    }

    [Test]
    public void Numbers_that_are_ambiguous_are_a_finding_of_a_check()
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(Text("1,029|2,500|7")));
        Table table = DataCheck.Read(stream, "test.csv", new CsvOptions { Target = "y" });
        Assert.That(CsvText.Kinds(table, "a"), Does.Contain(FindingKind.DecimalComma));
    }

    [TestCase("29/02/2024|01/03/2024", new[] { 19782.0, 19783 })]
    [TestCase("01/02/2024|29/02/2024 12:00", new[] { 19754.0, 19782.5 })]
    [TestCase("1 Feb 2024|29 February 2024", new[] { 19754.0, 19782 })]
    [TestCase("20240201|20240229", new[] { 19754.0, 19782 })]
    [TestCase("06:00|18:00", new[] { 0.25, 0.75 })]
    [TestCase("1706745600|1709164800", new[] { 19754.0, 19782 })]
    public void Dates_are_read_where_all_leave_no_doubt(string cells, double[] expected)
    {
        Table table = Read(cells, new CsvOptions { Target = "y", Dates = ["a"] });
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(expected));
        Assert.That(CsvText.Kinds(table, "a"), Does.Contain(FindingKind.WrittenDates));
        Table again = CsvText.Read(Text(cells), table.Schema, "y");
        Assert.That(again.Features.Values.ToArray(), Is.EqualTo(expected));
    }

    [TestCase("1 Feb 2024|29 Feb 2024")]
    [TestCase("2024年01月01日|2024年02月01日")]
    [TestCase("29.02.2024|01.03.2024")]
    [TestCase("08:07|09:15")]
    public void Dates_that_nobody_declared_are_told(string cells)
    {
        DataException problem = CsvText.Problem(Text(cells), new CsvOptions { Target = "y" });
        Assert.That(
            (problem.What, problem.Advice),
            Is.EqualTo(
                (
                    "A column looks like dates.",
                    "Say so with CsvOptions.Dates = [\"a\"]; or leave it out with CsvOptions.Ignore = [\"a\"]."
                )
            )
        );
    }

    [Test]
    public void A_format_that_was_told_is_taken()
    {
        CsvOptions options = new() { Target = "y", Dates = ["a"] };
        Assert.That(
            CsvText.Problem(Text("01/02/2024|02/03/2024"), options).What,
            Is.EqualTo("Dates can be read in two ways, as d/M/yyyy or as M/d/yyyy.")
        );
        Assert.That(
            Read("01/02/2024|02/03/2024", options with { DateFormat = "MM/dd/yyyy" }).Features.Values.ToArray(),
            Is.EqualTo(Items.Of(19724.0, 19756))
        );
        Assert.That(
            Read("86400|172800", options with { DateFormat = "unix" }).Features.Values.ToArray(),
            Is.EqualTo(Items.Of(1.0, 2))
        );
        Assert.That(() => new CsvOptions { DateFormat = "soon" }, Throws.ArgumentException);
    }

    private static Table Read(string cells, CsvOptions options) => CsvText.Read(Text(cells), options);

    private static string Text(string cells) =>
        "a;y\n" + string.Concat(cells.Split('|').Select((cell, i) => $"{cell};{"pq"[i % 2]}\n"));
}
