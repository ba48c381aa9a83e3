using System.Text;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Files as spreadsheet programs and other people's scripts write them.</summary>
internal sealed class ForeignFileTests : CommandTests
{
    private static readonly string Plain =
        "Größe,Farbe,Kauf\n"
        + string.Concat(
            Enumerable
                .Range(0, 60)
                .Select(row =>
                    $"{row % 7}.{row % 10},{(row % 3 == 0 ? "red" : "blue")},{(row % 7 < 3 ? "ja" : "nein")}\n"
                )
        );

    private static readonly string Sheet = Plain
        .Replace(',', ';')
        .Replace('.', ',')
        .Replace("\n", "\r\n", StringComparison.Ordinal);

    [Test]
    public void A_spreadsheet_may_write_a_mark_semicolons_commas_and_the_delimiter_on_top([Values] bool isTold)
    {
        string[] flags = ["--target", "Kauf", "--epochs", "2"];
        Place.Write("plain.csv", Plain);
        Place.Write("sheet.csv", $"\uFEFF{(isTold ? "sep=;\r\n" : "")}{Sheet}");
        Run plain = Asked(["train", "plain.csv", .. flags]).Good();
        Run sheet = Asked(["train", "sheet.csv", "--decimal-comma", .. flags]).Good();
        Assert.That(sheet.Output, Is.EqualTo(plain.Output));
        Assert.That(sheet.Error, Does.Contain("the fields are separated by semicolons"));
        Assert.That(
            Asked("predict", "sheet.tnn", "sheet.csv").Good().Output,
            Is.EqualTo(Asked("predict", "plain.tnn", "plain.csv").Good().Output)
        );
        Assert.That(
            Asked(["train", "sheet.csv", .. flags, "--force"]).Failed(3, "sheet.csv, line").Error,
            Does.Contain("--decimal-comma")
        );
    }

    [Test]
    public void Utf_16_is_read()
    {
        File.WriteAllText(Place.Path("sheet.csv"), Sheet.Replace(';', '\t'), Encoding.Unicode);
        Run run = Asked("train", "sheet.csv", "--decimal-comma", "--target", "Kauf", "--epochs", "2", "--json").Good();
        Assert.That(run.Json.GetProperty("data").GetProperty("features")[0].GetString(), Is.EqualTo("Größe"));
    }

    [Test]
    public void An_older_encoding_is_an_error_that_says_what_to_do()
    {
        File.WriteAllText(Place.Path("sheet.csv"), Sheet, Encoding.Latin1);
        Run run = Asked("train", "sheet.csv", "--decimal-comma", "--target", "Kauf").Failed(3, "sheet.csv, line 1");
        Assert.That(run.Error, Does.Contain("CSV UTF-8"));
    }

    [Test]
    public void Rows_may_lack_their_last_cells_where_that_is_said()
    {
        string text = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(row => $"{row % 7},{(row % 7 < 3 ? "p" : "q")}{(row % 2 == 0 ? $",{row}" : "")}\n")
        );
        Place.Write("data.csv", $"a,y,b\n{text}");
        Run strict = Asked("train", "data.csv", "--target", "y").Failed(3, "data.csv, line 3");
        Assert.That(strict.Error, Does.Contain("A row has 2 fields, the header has 3.").And.Contain("--short-rows"));
        const string note = "note: 20 rows with fewer fields than columns: the last cells are missing\n";
        Run run = Asked("train", "data.csv", "--target", "y", "--short-rows", "--epochs", "2").Good();
        Assert.That(run.Error, Does.Contain(note).And.Contain("column 'b': 20 cells missing"));

        // The model keeps that its data were written so.
        Run predicted = Asked("predict", "data.tnn", "data.csv").Good();
        Assert.That(predicted.Lines, Has.Length.EqualTo(41));
        Assert.That(predicted.Error, Does.Contain(note));
        Assert.That(Asked("inspect", "data.tnn").Good().Output, Does.Match("short-rows +true"));
        Asked("predict", "data.tnn", "data.csv", "--short-rows=false").Failed(3, "data.csv, line 3");
    }

    [Test]
    public void A_target_of_decimal_commas_is_not_taken_for_classes()
    {
        Place.Write("data.csv", "a;y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row};{row % 9},5\n")));
        Run run = Asked("train", "data.csv", "--target", "y").Failed(3, "data.csv, line 2, column 'y': \"0,5\"");
        Assert.That(run.Error, Does.Contain("--decimal-comma").And.Contain("--task classification"));
    }
}
