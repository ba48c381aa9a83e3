using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Tables;

[TestFixture]
public sealed class TableDigestTests
{
    private const string Text = "a,b,y\n1,red,x\n2,blue,y\n";

    [Test]
    public void The_same_cells_have_the_same_digest_however_they_are_written() =>
        Assert.That(Of("a;b;y\n1.0;red;x\n2;\"blue\";y\n"), Is.EqualTo(Of(Text)));

    [TestCase("a,b,y\n1,red,x\n3,blue,y\n")]
    [TestCase("a,b,y\n1,red,x\n2,green,y\n")]
    [TestCase("a,b,y\n1,red,x\n2,blue,z\n")]
    [TestCase("c,b,y\n1,red,x\n2,blue,y\n")]
    [TestCase("a,b,y\n2,blue,y\n1,red,x\n")]
    [TestCase("a,b,y\n1,red,x\n,blue,y\n")]
    public void Other_cells_have_another(string text) => Assert.That(Of(text), Is.Not.EqualTo(Of(Text)));

    private static string Of(string text) => TableDigest.Of(CsvText.Read(text, "y"));
}
