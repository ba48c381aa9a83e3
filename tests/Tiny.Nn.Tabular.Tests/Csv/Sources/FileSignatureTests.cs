using System.IO.Compression;
using System.Text;

namespace Tiny.Nn.Tabular.Tests.Csv.Sources;

public sealed class FileSignatureTests
{
    private static readonly byte[] Noise = [0, 1, 2, 0xFF, 0xFE, 3, 10, 0, 44, 59, 0, 0, 0, 200];

    [TestCase("28B52FFD", "Zstandard", "zstd")]
    [TestCase("425A683931415926", "bzip2", "bzip2 -dc")]
    [TestCase("FD377A585A00", "xz", "xz -dc")]
    [TestCase("04224D18", "LZ4", "lz4")]
    [TestCase("377ABCAF271C", "7-Zip", "7z e")]
    [TestCase("526172211A0700", "RAR", "unrar")]
    [TestCase("1F9D", "compress", "gzip -dc")]
    [TestCase("D0CF11E0A1B11AE1", "(.xls)", "CSV UTF-8")]
    [TestCase("50415231", "Parquet", "read_parquet")]
    [TestCase("4152524F5731", "Arrow", "read_feather")]
    [TestCase("46454131", "Feather", "read_feather")]
    [TestCase("894844460D0A1A0A", "HDF5", "read_hdf")]
    [TestCase("934E554D5059", ".npy", "numpy.load")]
    [TestCase("53514C69746520666F726D6174203300", "SQLite", "sqlite3")]
    [TestCase("255044462D312E34", "PDF", "spreadsheet")]
    [TestCase("80049525", "pickle", "to_csv")]
    [TestCase("80027D71", "pickle", "to_csv")]
    [TestCase("89504E470D0A1A0A", "picture (PNG)", "CSV")]
    [TestCase("FFD8FFE0", "picture (JPEG)", "CSV")]
    [TestCase("474946383961", "picture (GIF)", "CSV")]
    [TestCase("524946460000000057454250", "picture (WebP)", "CSV")]
    [TestCase("52445833 0A580A", "R's own", "write.csv")]
    [TestCase("7F454C46", "program", "CSV")]
    public void A_file_that_is_no_text_is_known_by_its_first_bytes(string magic, string what, string advice)
    {
        byte[] bytes = [.. Convert.FromHexString(magic.Replace(" ", "", StringComparison.Ordinal)), .. Noise];
        DataException problem = Bytes.Problem(bytes);
        Assert.That(problem.What, Does.Contain(what));
        Assert.That(problem.Where, Is.EqualTo("data"));
        Assert.That(problem.Advice, Does.Contain(advice));
    }

    [TestCase("PAR1")]
    [TestCase("ARROW1")]
    [TestCase("FEA1")]
    [TestCase("BZh9")]
    [TestCase("ORC")]
    [TestCase("GIF89a")]
    [TestCase("MZ")]
    [TestCase("PK")]
    [TestCase("CDF")]
    [TestCase("BMI")]
    public void A_column_may_be_called_like_a_format(string name) =>
        Assert.That(
            Bytes.Read(Encoding.UTF8.GetBytes($"{name},y\n1,p\n2,q\n")).FeatureNames,
            Is.EqualTo(Items.Of(name))
        );

    [TestCase("[Content_Types].xml xl/workbook.xml", ".xlsx")]
    [TestCase("[Content_Types].xml _rels/.rels docProps/app.xml", ".xlsx")]
    [TestCase("xl/workbook.xml", ".xlsx")]
    [TestCase("[Content_Types].xml word/document.xml", "office document")]
    [TestCase("Index/Document.iwa", "Numbers")]
    [TestCase("a.npy b.npy", ".npz")]
    [TestCase("readme.md iris.csv", "zip archive")]
    [TestCase("photo.png", "zip archive")]
    public void An_archive_is_known_by_its_entries(string names, string what)
    {
        DataException problem = Bytes.Problem(Zip([.. names.Split(' ').Select(name => (name, "some text"))]));
        Assert.That(problem.What, Does.Contain(what));
        Assert.That(
            problem.Advice!.Contains("iris.csv", StringComparison.Ordinal),
            Is.EqualTo(names.Contains("iris.csv", StringComparison.Ordinal))
        );
    }

    [Test]
    public void A_workbook_of_LibreOffice_tells_its_kind()
    {
        byte[] sheet = Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"));
        Assert.That(Bytes.Problem(sheet).What, Does.Contain(".ods"));
        byte[] text = Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"));
        Assert.That(Bytes.Problem(text).What, Does.Contain("office document"));
        Assert.That(Bytes.Problem(Zip()).What, Does.Contain("nothing in it"));
    }

    [Test]
    public void A_model_is_no_data()
    {
        byte[] json = "{\"__metadata__\":{}}"u8.ToArray();
        Assert.That(
            Bytes.Problem([.. BitConverter.GetBytes((ulong)json.Length), .. json]).What,
            Is.EqualTo("This is a model, not data.")
        );
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create))
        {
            foreach ((string name, string text) in entries)
            {
                using StreamWriter writer = new(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}
