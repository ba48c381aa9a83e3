using System.Text;

namespace Tiny.Nn.Tabular.Tests.Csv.Sources;

public sealed class ForeignTextTests
{
    [TestCase("<!DOCTYPE html>\n<html><body>404</body></html>", "web page")]
    [TestCase("\r\n  <html lang=\"en\">\n", "web page")]
    [TestCase("\uFEFF<HTML>\n", "web page")]
    [TestCase("<table border=1>\n<tr><td>a</td></tr>", "web page")]
    [TestCase("<?xml version=\"1.0\"?>\n<rows/>", "XML")]
    [TestCase("<rows>\n<row a=\"1\"/>\n</rows>\n", "XML")]
    [TestCase("{\"a\": [1, 2], \"y\": [3, 4]}", "This is JSON")]
    [TestCase("{\n  \"data\": [\n    {\"a\": 1}\n", "This is JSON")]
    [TestCase("[{\"a\":1,\"y\":\"p\"},\n {\"a\":2,\"y\":\"q\"}]", "This is JSON")]
    [TestCase("[[1, 2, \"p\"],\n [3, 4, \"q\"]]", "This is JSON")]
    [TestCase("{\"a\":1,\"y\":\"p\"}\n{\"a\":2,\"y\":\"q\"}\n", "lines of JSON")]
    [TestCase("{\"a\": NaN, \"y\": \"p\"}\n", "JSON")]
    [TestCase("[\"a\",\"y\"]\n[1,\"p\"]\n", "lines of JSON")]
    [TestCase("@relation iris\n@attribute a numeric\n@data\n1,p\n", "ARFF")]
    [TestCase("% a comment\n%\n\n@RELATION 'my iris'\n", "ARFF")]
    [TestCase("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "Git LFS")]
    [TestCase("| a | y |\n|---|:-:|\n| 1 | p |\n", "Markdown")]
    [TestCase("+---+---+\n| a | y |\n+---+---+\n| 1 | p |\n", "drawn with lines")]
    [TestCase(" a | y \n---+---\n 1 | p\n(1 row)\n", "drawn with lines")]
    [TestCase("-- MySQL dump 10.13\n\nDROP TABLE IF EXISTS `t`;\n", "SQL")]
    [TestCase("INSERT INTO t VALUES (1, 'p');\n", "SQL")]
    public void A_text_that_is_no_CSV_is_known_by_how_it_begins(string text, string what)
    {
        DataException problem = Bytes.Problem(text);
        Assert.That(problem.What, Does.Contain(what));
        Assert.That(problem.Where, Is.EqualTo("data"));
        Assert.That(problem.Advice, Is.Not.Empty);
    }

    [Test]
    public void JSON_may_be_longer_than_a_block()
    {
        string rows = string.Join(",\n", Enumerable.Range(0, 10_000).Select(row => $"{{\"a\": {row}, \"y\": \"p\"}}"));
        Assert.That(Bytes.Problem($"[{rows}]").What, Is.EqualTo("This is JSON."));
        Assert.That(
            Bytes.Problem(rows.Replace(",\n", "\n", StringComparison.Ordinal)).What,
            Does.StartWith("These are lines")
        );
    }

    [TestCase("{a,y\n1,p\n2,q\n", "{a")]
    [TestCase("<a>,y\n1,p\n2,q\n", "<a>")]
    [TestCase("<PAD>,y\n1,p\n2,q\n", "<PAD>")]
    [TestCase("<50,y\n1,p\n2,q\n", "<50")]
    [TestCase("<html,y\n1,p\n2,q\n", "<html")]
    [TestCase("[a],y\n1,p\n2,q\n", "[a]")]
    [TestCase("[1],y\n1,p\n2,q\n", "[1]")]
    [TestCase("[m/s];y\n1;p\n2;q\n", "[m/s]")]
    [TestCase("{},y\n1,p\n2,q\n", "{}")]
    [TestCase("@relation,y\n1,p\n2,q\n", "@relation")]
    [TestCase("%,y\n1,p\n2,q\n", "%")]
    [TestCase("version,y\n1,p\n2,q\n", "version")]
    [TestCase("insert into,y\n1,p\n2,q\n", "insert into")]
    [TestCase("--,y\n1,p\n2,q\n", "--")]
    public void A_header_may_begin_in_much_the_same_way(string text, string name) =>
        Assert.That(Bytes.Read(Encoding.UTF8.GetBytes(text)).FeatureNames, Is.EqualTo(Items.Of(name)));

    [Test]
    public void Many_blank_lines_below_a_comment_cost_no_time() =>
        Assert.That(
            () => Bytes.Read(Encoding.UTF8.GetBytes($"%,y\n{new string('\n', 60_000)}1,p\n2,q\n")),
            Throws.Nothing
        );
}
