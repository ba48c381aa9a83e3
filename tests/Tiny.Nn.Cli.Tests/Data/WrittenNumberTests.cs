using System.Globalization;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Numbers with units, signs and separators, and dates of other kinds: what they mean is read, told and kept by the model, or asked for.</summary>
internal sealed class WrittenNumberTests : CommandTests
{
    private const int Rows = 60;

    [TestCase("{0}%", "a percent sign")]
    [TestCase("$ {0}", "the unit $")]
    [TestCase("{0} km/h", "the unit km/h")]
    [TestCase("{0}°C", "the unit °C")]
    [TestCase("'{0}", "an apostrophe")]
    public void A_model_reads_them_as_the_plain_numbers(string format, string way)
    {
        Write("plain.csv", row => Number(row));
        Write("t.csv", row => string.Format(CultureInfo.InvariantCulture, format, Number(row)));
        Run plain = Train("plain.csv").Good();
        Run run = Train("t.csv").Good();
        Assert.That(run.Output, Is.EqualTo(plain.Output));
        Assert.That(run.Error, Does.Contain($"column 'a': {Rows} cells written with").And.Contain(way));
        string expected = Asked("predict", "plain.tnn", "plain.csv").Good().Output;
        Run predicted = Asked("predict", "t.tnn", "t.csv").Good();
        Assert.That(predicted.Output, Is.EqualTo(expected));
        Assert.That(predicted.Error, Does.Contain("cells written with").And.Contain(way));
        Assert.That(Asked("predict", "t.tnn", "plain.csv").Good().Output, Is.EqualTo(expected));
        Assert.That(
            Asked("evaluate", "t.tnn", "t.csv").Good().Output,
            Is.EqualTo(Asked("evaluate", "plain.tnn", "plain.csv").Good().Output)
        );
    }

    [Test]
    public void The_unit_of_a_target_is_told_and_stands_in_no_number()
    {
        Place.Write(
            "m.csv",
            $"x,y\n{string.Concat(Enumerable.Range(0, Rows).Select(row => $"{Number(row)},{row % 17}.5 kg\n"))}"
        );
        string[] train =
        [
            "train",
            "m.csv",
            "--target",
            "y",
            "--epochs",
            "1",
            "-o",
            "m.tnn",
            "--force",
            "--report",
            "m.html",
        ];
        const string Told = "RMSE, MAE, median error, maximum error: in the unit of the target, kg.";
        Assert.That(Flat(Asked(train).Good().Output), Does.Contain(Told));
        Assert.That(
            File.ReadAllText(Place.Path("m.html")),
            Does.Contain("actual (kg)")
                .And.Contain("predicted (kg)")
                .And.Contain("predicted less actual (kg)")
                .And.Contain("a number (kg), standardized")
        );
        Assert.That(Flat(Asked([.. train[..^2], "--cv", "3"]).Good().Output), Does.Contain(Told));
        Assert.That(Flat(Asked("evaluate", "m.tnn", "m.csv").Good().Output), Does.Contain(Told));
        Run evaluated = Asked("evaluate", "m.tnn", "m.csv", "--json").Good();
        Assert.That(evaluated.Output, Does.Contain("\"unit\": \"kg\""));
        Assert.That(Asked("inspect", "m.tnn").Good().Output, Does.Match("target unit +kg"));
        Run predicted = Asked("predict", "m.tnn", "m.csv").Good();
        Assert.That(predicted.Output, Does.Not.Contain("kg"));
        Assert.That(predicted.Error, Does.Contain("note: predictions are in the unit of 'y': kg\n"));
    }

    /// <summary>A text whose lines were broken to fit a terminal.</summary>
    private static string Flat(string text) => Regex.Replace(text, @"\s+", " ");

    [Test]
    public void A_unit_that_the_model_does_not_know_is_refused()
    {
        Write("plain.csv", row => Number(row));
        Write("t.csv", row => $"{Number(row)}%");
        Train("plain.csv").Good();
        Run run = Asked("predict", "plain.tnn", "t.csv").Failed(3, "t.csv, line 2, column 'a'");
        Assert.That(run.Error, Does.Contain("A number has the unit %; the column that the model knows has none."));
        Assert.That(run.Error, Does.Not.Contain("--categorical").And.Not.Contain("--ignore"));
    }

    [Test]
    public void Thousands_with_commas_are_asked_for_and_kept()
    {
        Write("plain.csv", row => $"{1000 + (row * 37 % 61)}");
        Write("t.csv", row => $"\"1,{row * 37 % 61:000}\"");
        Run doubt = Train("t.csv").Failed(3, "t.csv, line 2, column 'a': \"1,000\"");
        Assert.That(
            doubt.Error,
            Does.Contain("may be 1000 or 1").And.Contain("--thousands").And.Contain("--decimal-comma")
        );
        Assert.That(Train("t.csv", "--thousands").Good().Output, Is.EqualTo(Train("plain.csv").Good().Output));
        string expected = Asked("predict", "plain.tnn", "plain.csv").Good().Output;
        Assert.That(Asked("predict", "t.tnn", "t.csv").Good().Output, Is.EqualTo(expected));
        Asked("predict", "t.tnn", "t.csv", "--thousands=false").Failed(3, "t.csv, line 2");
        Assert.That(Asked("inspect", "t.tnn").Good().Output, Does.Match("thousands +true"));
        Run decimals = Train("t.csv", "--decimal-comma", "--delimiter", "comma").Good();
        Assert.That(decimals.Error, Does.Contain("is read as 1.037, with a decimal comma"));
    }

    [Test]
    public void Thousands_that_leave_no_doubt_are_kept_by_the_model()
    {
        Write("t.csv", row => row == 7 ? "\"1,234,567\"" : $"\"1,{row * 37 % 61:000}\"");
        Write("new.csv", row => $"\"1,{row:000}\"");
        Train("t.csv").Good();
        Write("plain.csv", row => $"{1000 + row}");
        Assert.That(
            Asked("predict", "t.tnn", "new.csv").Good().Output,
            Is.EqualTo(Asked("predict", "t.tnn", "plain.csv").Good().Output)
        );
    }

    [Test]
    public void One_column_of_decimal_commas_trains_and_predicts()
    {
        Write("t.csv", row => Number(row).Replace('.', ','), delimiter: ';');
        Train("t.csv", "--decimal-comma").Good();
        Place.Write("new.csv", "a\n1,5\n2,25\n3\n");
        Assert.That(Asked("predict", "t.tnn", "new.csv").Good().Lines, Has.Length.EqualTo(4));
    }

    [Test]
    public void Dates_are_read_as_the_model_learned_them()
    {
        Write("iso.csv", row => Day(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write("t.csv", row => Day(row).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        Assert.That(
            Train("t.csv", "--date", "a").Good().Output,
            Is.EqualTo(Train("iso.csv", "--date", "a").Good().Output)
        );
        Write("few.csv", row => $"0{1 + (row % 9)}/02/2024");
        Write("few-iso.csv", row => $"2024-02-0{1 + (row % 9)}");
        string expected = Asked("predict", "iso.tnn", "few-iso.csv").Good().Output;
        Assert.That(Asked("predict", "t.tnn", "few.csv").Good().Output, Is.EqualTo(expected));
        Run doubt = Train("few.csv", "--date", "a").Failed(3, "few.csv, line 2, column 'a': \"01/02/2024\"");
        Assert.That(doubt.Error, Does.Contain("--date-format 'd/M/yyyy' or --date-format 'M/d/yyyy'"));
        Train("few.csv", "--date", "a", "--date-format", "dd/MM/yyyy").Good();
        Assert.That(Asked("inspect", "few.tnn").Good().Output, Does.Match("date-format +dd/MM/yyyy"));
        Run wrong = Train("few.csv", "--date", "a", "--date-format", "soon");
        Assert.That((wrong.ExitCode, wrong.Error), Is.EqualTo((2, wrong.Error)));
    }

    [Test]
    public void A_format_with_a_comma_is_taken_as_it_is_advised()
    {
        Write("t.csv", row => $"\"{Day(row).ToString("MMM d, yyyy", CultureInfo.InvariantCulture)}\"");
        string plain = Train("t.csv", "--date", "a").Good().Output;
        foreach (string format in (string[])["MMM d, yyyy", "\"MMM d, yyyy\""])
        {
            Assert.That(Train("t.csv", "--date", "a", "--date-format", format).Good().Output, Is.EqualTo(plain));
        }
    }

    [TestCase("01.02.2024", "02.02.2024", "29.03.2024")]
    [TestCase("1 Feb 2024", "2 Feb 2024", "29 Mar 2024")]
    [TestCase("08:07", "09:15", "23:59")]
    [TestCase("8:07", "9:15", "23:59")]
    public void Times_may_be_written_as_dates_are(params string[] times)
    {
        Place.Write(
            "t.csv",
            "a,when,y\n"
                + string.Concat(
                    Enumerable.Range(0, Rows).Select(row => $"{row % 7},{times[row * 3 / Rows]},{"pn"[row % 2]}\n")
                )
        );
        Train("t.csv", "--time", "when").Good();
    }

    [Test]
    public void A_check_tells_of_them()
    {
        Write("t.csv", row => $"\"1,{row * 37 % 61:000}\"");
        Run run = Asked("check", "t.csv", "--target", "y", "--json").Good();
        Assert.That(run.Output, Does.Contain("decimal-comma").And.Contain("may be 1000 or 1"));
        Write("t.csv", row => $"{Number(row)} kg");
        Assert.That(Asked("check", "t.csv", "--target", "y", "--json").Good().Output, Does.Contain("written-numbers"));
    }

    private static string Number(int row) => (0.5 + (row * 37 % 61 * 1.25)).ToString(CultureInfo.InvariantCulture);

    private static DateTime Day(int row) => new DateTime(2024, 1, 1).AddDays(row * 37 % 61);

    private void Write(string file, Func<int, string> cell, char delimiter = ',') =>
        Place.Write(
            file,
            $"a{delimiter}y\n"
                + string.Concat(
                    Enumerable
                        .Range(0, Rows)
                        .Select(row => $"{cell(row)}{delimiter}{"pn"[row * 37 % 61 > 30 ? 0 : 1]}\n")
                )
        );

    private Run Train(string file, params string[] flags) =>
        Asked(["train", file, "--target", "y", "--epochs", "3", "--force", .. flags]);
}
