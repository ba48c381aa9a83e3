using System.IO.Compression;
using System.Text;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Files that are not what they seem, through every command that reads data.</summary>
internal sealed class DisguisedFileTests : CommandTests
{
    private static readonly string Rows = string.Concat(
        Enumerable
            .Range(0, 40)
            .Select(row => $"{row % 7}.5,{(row % 3 == 0 ? "赤" : "青")},{(row % 7 < 3 ? "はい" : "いいえ")}\n")
    );

    private static readonly string Text = "長さ,色,購入\n" + Rows;

    [SetUp]
    public void WriteFiles()
    {
        Place.Write("plain.csv", Text);
        File.WriteAllBytes(Place.Path("packed.csv.gz"), Gzip(Encoding.UTF8.GetBytes(Text)));
        File.WriteAllBytes(Place.Path("sjis.csv"), ShiftJis(Text));
        File.WriteAllBytes(Place.Path("cut.csv.gz"), Gzip(Encoding.UTF8.GetBytes(Text))[..^5]);
    }

    [Test]
    public void What_is_packed_by_gzip_is_read_by_every_command()
    {
        Run plain = Asked("train", "plain.csv", "--target", "購入", "--epochs", "2").Good();
        Assert.That(
            Asked("train", "packed.csv.gz", "--target", "購入", "--epochs", "2", "-o", "packed.tnn").Good().Output,
            Is.EqualTo(plain.Output.Replace("plain.tnn", "packed.tnn", StringComparison.Ordinal))
        );
        Assert.That(
            Asked("evaluate", "plain.tnn", "packed.csv.gz").Good().Output,
            Is.EqualTo(Asked("evaluate", "plain.tnn", "plain.csv").Good().Output)
        );
        Assert.That(
            Asked("predict", "plain.tnn", "packed.csv.gz").Good().Output,
            Is.EqualTo(Asked("predict", "plain.tnn", "plain.csv").Good().Output)
        );
        Asked("check", "packed.csv.gz", "--target", "購入").Good();
        Asked("compare", "plain.tnn", "packed.tnn", "packed.csv.gz").Good();
        Assert.That(Asked("train", "packed.csv.gz").Failed(2, "購入").Error, Does.Contain("長さ"));
    }

    [TestCase("train", "cut.csv.gz", "--target", "購入")]
    [TestCase("check", "cut.csv.gz", "--target", "購入")]
    [TestCase("train", "cut.csv.gz")]
    public void What_was_cut_off_is_bad_data(params string[] arguments) =>
        Assert.That(Asked(arguments).Failed(3, "cut.csv.gz").Error, Does.Contain("damaged or cut off"));

    [Test]
    public void An_encoding_is_proposed_and_kept()
    {
        Run run = Asked("train", "sjis.csv", "--target", "購入").Failed(3, "sjis.csv, line 1");
        Assert.That(run.Error, Does.Contain("It looks like shift_jis").And.Contain("--encoding 'shift_jis'"));
        Asked("train", "sjis.csv", "--encoding", "SJIS", "--target", "購入", "--epochs", "2").Good();
        string predicted = Asked("predict", "sjis.tnn", "sjis.csv").Good().Output;
        Run other = Asked("evaluate", "sjis.tnn", "plain.csv").Failed(3, "plain.csv");
        Assert.That(other.Error, Does.Contain("--encoding 'utf-8'"));
        Assert.That(
            Asked("predict", "sjis.tnn", "plain.csv", "--encoding", "utf-8").Good().Output,
            Is.EqualTo(predicted)
        );
        Assert.That(Asked("inspect", "sjis.tnn").Good().Output, Does.Match("encoding +SJIS"));
        Run config = Asked("train", "sjis.csv", "--like", "sjis.tnn", "-o", "again.tnn").Good();
        Assert.That(config.Error, Does.Not.Contain("error"));
    }

    [Test]
    public void An_encoding_that_is_none_is_answered_with_some() =>
        Assert.That(
            Asked("train", "plain.csv", "--target", "購入", "--encoding", "klingon").Failed(2, "--encoding").Error,
            Does.Contain("shift_jis")
        );

    [Test]
    public void It_may_stand_in_a_file_of_settings()
    {
        Place.Write("settings.json", """{ "encoding": "shift_jis", "epochs": 2 }""");
        Asked("train", "sjis.csv", "--target", "購入", "--config", "settings.json").Good();
    }

    [TestCase("predict")]
    [TestCase("evaluate")]
    public void Arguments_that_were_swapped_are_told(string command)
    {
        Asked("train", "plain.csv", "--target", "購入", "--epochs", "2").Good();
        Run run = Asked(command, "plain.csv", "plain.tnn").Failed(2, "plain.csv plain.tnn");
        Assert.That(run.Error, Does.Contain("plain.csv is data and plain.tnn is a model: swap them."));
        Assert.That(Asked(command, "none.csv", "plain.tnn").Failed(4, "none.csv").Error, Does.Contain("no such file"));
        Assert.That(
            Asked(command, "plain.tnn", "plain.tnn").Failed(3, "plain.tnn").Error,
            Does.Contain("This is a model, not data.")
        );
    }

    [Test]
    public void A_pipe_is_unpacked_and_looked_at_as_well()
    {
        Asked("train", "plain.csv", "--target", "購入", "--epochs", "2").Good();
        string expected = Asked("predict", "plain.tnn", "plain.csv").Good().Output;
        Assert.That(
            Tests.Tinynn.In(Place, ["predict", "plain.tnn", "-"], Gzip(Encoding.UTF8.GetBytes(Text))).Good().Output,
            Is.EqualTo(expected)
        );
        Run page = Tests
            .Tinynn.In(Place, ["train", "-", "--target", "y"], "<!DOCTYPE html>\n<p>404</p>\n")
            .Failed(3, "stdin");
        Assert.That(page.Error, Does.Contain("web page"));
    }

    [Test]
    public void A_header_of_numbers_is_answered_with_a_flag()
    {
        Place.Write("iris.csv", "5.1,3.5,setosa\n4.9,3.0,virginica\n4.7,3.2,setosa\n");
        Assert.That(Asked("train", "iris.csv").Failed(2, "setosa").Error, Does.Contain("--target 3 --no-header"));
        Run run = Asked("train", "iris.csv", "--target", "species").Failed(3, "iris.csv");
        Assert.That(run.Error, Does.Contain("say so: --no-header"));
    }

    private static byte[] ShiftJis(string text) =>
        CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }
}
