using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

public sealed class NulByteTests
{
    private const string Text = "a,b,y\n1,2,p\n3,4,q\n5,6,p\n";

    [TestCase("\0\0\0\0\0\0\0\0", 1)]
    [TestCase("a,\"b\0\",y\n1,\"2\",p\n", 1)]
    [TestCase("a,b\0,y\n1,2,p\n", 1)]
    public void A_file_with_NUL_bytes_is_told_as_one(string text, int line) =>
        Assert.That(
            () => Read(Encoding.UTF8.GetBytes(text)),
            Throws
                .TypeOf<DataException>()
                .With.Property(nameof(DataException.What))
                .Contains("NUL bytes")
                .And.Property(nameof(DataException.Where))
                .EndsWith($"line {line}")
        );

    [Test]
    public void UTF_16_without_a_mark_is_told_how_to_be_saved() =>
        Assert.That(
            () => Read(Encoding.Unicode.GetBytes(Text)),
            Throws.TypeOf<DataException>().With.Message.Contains("UTF-16")
        );

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    [TestCase("utf-32BE")]
    public void With_a_mark_it_is_read(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        Assert.That(Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).Rows, Is.EqualTo(3));
    }

    private static Table Read(byte[] bytes) =>
        CsvTable.Read(new MemoryStream(bytes), "data.csv", new CsvOptions { Target = "y" });
}
