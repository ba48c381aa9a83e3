using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv.Sources;

public sealed class GzipTests
{
    private static readonly string Text =
        "a,kind,y\n"
        + string.Concat(
            Enumerable
                .Range(0, 20_000)
                .Select(row =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row * 0.37},{(row < 15_000 ? "1" : "x" + row % 3)},{(row % 3 == 0 ? "p" : "q")}\n"
                    )
                )
        );

    /// <summary>A column that turns out to be a category late is read a second time, and so are extra columns.</summary>
    private static readonly CsvOptions Twice = new()
    {
        Target = "y",
        Extra = ["a"],
        Categorical = ["kind"],
    };

    [Test]
    public void What_is_packed_is_read_as_what_is_not()
    {
        Table plain = Bytes.Read(Encoding.UTF8.GetBytes(Text), Twice);
        Table packed = Bytes.Read(Bytes.Gzip(Text), Twice);
        Assert.That(packed.Features.Values.ToArray(), Is.EqualTo(plain.Features.Values.ToArray()));
        Assert.That(packed.LineOf(19_999), Is.EqualTo(20_001));
        Assert.That(packed.Findings, Is.EqualTo(plain.Findings));
        Assert.That(packed.Extra[0].Texts[5], Is.EqualTo(plain.Extra[0].Texts[5]));
    }

    [TestCase(1)]
    [TestCase(1000)]
    [TestCase(100_000)]
    public void All_members_are_read(int first)
    {
        byte[] packed = [.. Bytes.Gzip(Text[..first]), .. Bytes.Gzip(""), .. Bytes.Gzip(Text[first..])];
        Assert.That(Bytes.Read(packed, Twice).Rows, Is.EqualTo(20_000));
    }

    [Test]
    public void A_small_file_and_one_in_another_encoding_are_read()
    {
        Assert.That(Bytes.Read(Bytes.Gzip("a,y\n1,p\n2,q\n")).Rows, Is.EqualTo(2));
        byte[] japanese = Bytes.Gzip(Bytes.Of("a,種類,y\n1,犬,p\n2,猫,q\n", "shift_jis"));
        Table table = Bytes.Read(japanese, Bytes.Usual with { Encoding = "shift_jis" });
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "種類")));
    }

    [Test]
    public void What_was_cut_off_is_an_error_wherever_it_was()
    {
        byte[] packed = Bytes.Gzip(Text);
        foreach (
            int length in Items.Of(
                2,
                5,
                10,
                11,
                40,
                5000,
                packed.Length / 2,
                packed.Length - 9,
                packed.Length - 8,
                packed.Length - 4,
                packed.Length - 1
            )
        )
        {
            Assert.That(
                Bytes.Problem(packed[..length]).What,
                Is.EqualTo("The gzip data is damaged or cut off."),
                $"{length}"
            );
        }
    }

    [Test]
    public void So_is_what_was_stored_and_cut_off()
    {
        byte[] noise = new byte[50_000];
        new Random(1).NextBytes(noise);
        string text =
            "a,y\n" + string.Concat(Convert.ToBase64String(noise).Chunk(70).Select(line => $"1,{new string(line)}\n"));
        byte[] packed = Bytes.Gzip(text);
        Assert.That(Bytes.Problem(packed[..^3000]).What, Does.Contain("gzip"));
    }

    [TestCase("hello")]
    [TestCase("\0\0\0")]
    [TestCase("\u001f")]
    public void What_stands_behind_it_is_an_error(string text)
    {
        byte[] packed = [.. Bytes.Gzip(Text), .. Encoding.UTF8.GetBytes(text)];
        Assert.That(Bytes.Problem(packed).What, Does.Contain("gzip data"));
    }

    [TestCase(12)]
    [TestCase(3000)]
    public void A_byte_that_flipped_is_an_error(int place)
    {
        byte[] packed = Bytes.Gzip(Text);
        packed[place] ^= 0x55;
        Assert.That(Bytes.Problem(packed).What, Does.Contain("gzip"));
    }

    [Test]
    public void A_second_member_may_be_cut_off_too()
    {
        byte[] packed = [.. Bytes.Gzip("a,y\n1,p\n"), .. Bytes.Gzip("2,q\n")[..^6]];
        Assert.That(Bytes.Problem(packed).What, Does.Contain("gzip"));
    }

    [Test]
    public void What_is_inside_is_looked_at_and_is_not_packed_again()
    {
        Assert.That(Bytes.Problem(Bytes.Gzip(Bytes.Gzip(Text))).What, Does.Contain("twice"));
        Assert.That(Bytes.Problem(Bytes.Gzip("<!DOCTYPE html>\n<p>")).What, Does.Contain("web page"));
        byte[] tar = new byte[1024];
        Encoding.ASCII.GetBytes("data.csv").CopyTo(tar, 0);
        Encoding.ASCII.GetBytes("ustar").CopyTo(tar, 257);
        Assert.That(Bytes.Problem(Bytes.Gzip(tar)).What, Does.Contain("tar archive"));
    }
}
