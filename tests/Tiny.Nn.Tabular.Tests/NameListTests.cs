using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Tests;

/// <summary>Names in one text: whatever a name has in it, it can be written and is read again.</summary>
internal sealed class NameListTests
{
    [TestCase("a,b", "a", "b")]
    [TestCase(" a , b c ,", "a", "b c", "")]
    [TestCase("", "")]
    [TestCase("\"a,b\",c", "a,b", "c")]
    [TestCase("c, \"a,b\" ", "c", "a,b")]
    [TestCase("\"say \"\"yes\"\"\"", "say \"yes\"")]
    [TestCase("5\",6\"", "5\"", "6\"")]
    [TestCase("\"two\nlines\",\" blank \"", "two\nlines", " blank ")]
    [TestCase("\"\"", "")]
    public void A_text_has_these_names(string text, params string[] names) =>
        Assert.That(NameList.Read(text), Is.EqualTo(names));

    [TestCase("\"a,b")]
    [TestCase("c,\"")]
    [TestCase("\"a\"b")]
    [TestCase("\"a\"\"")]
    public void A_quote_that_is_not_closed_makes_no_list(string text) => Assert.That(NameList.Read(text), Is.Null);

    [TestCase("a,b", "a", "b")]
    [TestCase("\"a,b\"", "a,b")]
    [TestCase("\"a\nb\",\"c\"\"\"", "a\nb", "c\"")]
    [TestCase("\" a\"", " a")]
    public void Names_make_this_text(string text, params string[] names) =>
        Assert.That(NameList.Write(names), Is.EqualTo(text));

    [Test]
    public void What_is_written_is_read_again([Range(1, 60)] int seed)
    {
        Generator generator = new((ulong)seed);
        const string letters = "ab ,\"'\r\n\t;é\\";
        string Name() =>
            string.Concat(
                Enumerable.Range(0, generator.NextBelow(6)).Select(_ => letters[generator.NextBelow(letters.Length)])
            );
        string[] names = [.. Enumerable.Range(0, 1 + generator.NextBelow(5)).Select(_ => Name())];
        Assert.That(NameList.Read(NameList.Write(names)), Is.EqualTo(names));
    }

    [TestCase("x", "x")]
    [TestCase("x", "x_2", "x")]
    [TestCase("x", "x_3", "x", "x_2")]
    public void A_name_beside_others_is_another(string wanted, string free, params string[] taken)
    {
        HashSet<string> all = [.. taken];
        Assert.That(FreeName.Like(wanted, all), Is.EqualTo(free));
        Assert.That(all, Does.Contain(free));
    }
}
