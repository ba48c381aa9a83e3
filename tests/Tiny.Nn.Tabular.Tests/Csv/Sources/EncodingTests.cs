using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv.Sources;

public sealed class EncodingTests
{
    /// <summary>Whatever column is no number is a text, which is looked at.</summary>
    private static readonly CsvOptions Texts = new() { Target = "y" };

    private const string Japanese =
        "長さ,色,種類,y\n1.5,赤い,ひまわり,はい\n2.5,青い,チューリップ,いいえ\n3.5,黄色,さくら,はい\n";
    private const string Kanji = "都市,人口,y\n東京,13,多\n大阪,8,少\n京都,2,少\n名古屋,2,少\n横浜,3,多\n";
    private const string German = "Größe,Straße,y\n1.5,Köln,ja\n2.5,München,nein\n";
    private const string French = "âge,prénom,y\n1,Élodie,oui\n2,François,non\n3,Zoé,oui\n";
    private const string Russian = "возраст,город,y\n1,Москва,да\n2,Казань,нет\n";
    private const string Chinese = "年龄,城市,y\n1,北京,是\n2,上海,不是\n3,我们在这里,是\n";
    private const string Traditional = "年齡,城市,y\n1,臺北,是\n2,高雄,不是\n3,我們在這裡,是\n";
    private const string Korean = "나이,도시,y\n1,서울,예\n2,부산광역시,아니오\n3,안녕하세요,예\n";
    private const string Polish = "wiek,imię,y\n1,Łukasz Żak,tak\n2,Małgorzata Wiśniewska,nie\n";

    [TestCase(Japanese, "shift_jis")]
    [TestCase(Japanese, "euc-jp")]
    [TestCase(Japanese, "iso-2022-jp")]
    [TestCase(Japanese, "utf-16")]
    [TestCase(Japanese, "utf-16be")]
    [TestCase(Kanji, "shift_jis")]
    [TestCase(German, "windows-1252")]
    [TestCase(German, "iso-8859-1")]
    [TestCase(German, "iso-8859-15")]
    [TestCase(Russian, "windows-1251")]
    [TestCase(Russian, "koi8-r")]
    [TestCase(Chinese, "gb18030")]
    [TestCase(Traditional, "big5")]
    [TestCase(Korean, "euc-kr")]
    [TestCase(German, "utf-8")]
    public void A_text_is_read_in_the_encoding_that_was_told(string text, string encoding)
    {
        string[] names = text.Split('\n')[0].Split(',');
        Table table = Bytes.Read(Bytes.Of(text, encoding), new CsvOptions { Target = names[^1], Encoding = encoding });
        Assert.That(table.FeatureNames, Is.EqualTo(names[..^1]));
        Assert.That(table.Format.Encoding, Is.EqualTo(encoding));
        Assert.That(table.Target!.Levels, Is.SubsetOf(text.Split(',', '\n')));
    }

    [TestCase(Japanese, "shift_jis")]
    [TestCase(Japanese, "euc-jp")]
    [TestCase(Kanji, "shift_jis")]
    [TestCase(German, "windows-1252")]
    [TestCase(French, "windows-1252")]
    [TestCase(Russian, "windows-1251")]
    [TestCase(Russian, "koi8-r")]
    [TestCase(Chinese, "gb18030")]
    [TestCase(Traditional, "big5")]
    [TestCase(Korean, "euc-kr")]
    [TestCase(Polish, "windows-1250")]
    [TestCase("t °C,x,y\n1,2,p\n2,3,q\n", "windows-1252")]
    [TestCase("x,price,y\n1,5€,p\n2,7€,q\n", "windows-1252")]
    [TestCase("x,price,y\n1,5€,p\n2,7€,q\n", "iso-8859-15")]
    [TestCase("ﾈﾝﾚｲ,ｾｲﾍﾞﾂ,y\n1,ｵﾄｺ,p\n2,ｵﾝﾅ,q\n", "shift_jis")]
    [TestCase("age,血液型,y\n1,A型,p\n2,B型,q\n3,O型,q\n", "shift_jis")]
    [TestCase("Ηλικία,πόλη,y\n1,Αθήνα,p\n2,Πάτρα,q\n", "windows-1253")]
    [TestCase("ad,şehir,y\n1,İstanbul,p\n2,Eskişehir,q\n", "windows-1254")]
    [TestCase(French, "cp850")]
    [TestCase(French, "macintosh")]
    [TestCase(Russian, "cp866")]
    public void An_encoding_that_was_not_told_is_named(string text, string encoding)
    {
        byte[] bytes = Bytes.Of(text, encoding);
        DataException problem = Assert.Throws<DataException>(() => Bytes.Read(bytes, Texts))!;
        Assert.That(problem.What, Does.Contain("not UTF-8"));
        Assert.That(problem.Where, Does.StartWith("data, line "));
        Assert.That(
            problem.Advice,
            Does.StartWith($"It looks like {encoding}").And.Contain($"CsvOptions.Encoding = \"{encoding}\"")
        );
    }

    [TestCase(Kanji, "euc-jp")]
    public void Where_several_fit_all_are_named(string text, string encoding) =>
        Assert.That(
            Assert.Throws<DataException>(() => Bytes.Read(Bytes.Of(text, encoding)))!.Advice,
            Does.Contain(encoding)
        );

    [TestCase("shift_jis", "犬", 70_000)]
    [TestCase("windows-1252", "é", 9)]
    public void A_text_far_below_tells_as_well(string encoding, string text, int rows)
    {
        string above = "a,kind,y\n" + string.Concat(Enumerable.Repeat("1,dog,p\n2,cat,q\n", rows));
        byte[] bytes = Bytes.Of($"{above}3,{text},p\n", encoding);
        DataException problem = Assert.Throws<DataException>(() => Bytes.Read(bytes))!;
        Assert.That(problem.Where, Does.StartWith($"data, line {2 * rows + 2}, column 'kind'"));
        Assert.That(problem.Advice, Does.Contain(encoding));
    }

    [TestCase("utf-16", "utf-16le")]
    [TestCase("utf-16be", "utf-16be")]
    public void UTF_16_without_a_mark_is_told_and_read_where_it_was_told(string encoding, string name)
    {
        foreach (string text in Items.Of("a,y\n1,p\n2,q\n", "a,上,y\n1,上,p\n2,犬,q\n"))
        {
            byte[] bytes = Bytes.Of(text, encoding);
            Assert.That(Bytes.Problem(bytes).Advice, Does.Contain($"CsvOptions.Encoding = \"{name}\""));
            Assert.That(Bytes.Read(bytes, Bytes.Usual with { Encoding = name }).Rows, Is.EqualTo(2));
        }
    }

    [Test]
    public void A_mark_overrules_what_was_told()
    {
        byte[] marked = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("ä,y\n1,p\n2,q\n")];
        Assert.That(
            Bytes.Read(marked, Bytes.Usual with { Encoding = "shift_jis" }).FeatureNames,
            Is.EqualTo(Items.Of("ä"))
        );
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("ä,y\n1,p\n2,q\n")];
        Assert.That(
            Bytes.Read(wide, Bytes.Usual with { Encoding = "latin-1" }).FeatureNames,
            Is.EqualTo(Items.Of("ä"))
        );
    }

    [TestCase(Japanese, "shift_jis")]
    [TestCase(Japanese, "euc-jp")]
    [TestCase(German, "windows-1252")]
    [TestCase(German, "utf-16le")]
    public void What_is_UTF_8_is_not_read_as_something_else(string text, string told)
    {
        DataException problem = Bytes.Problem(text, Bytes.Usual with { Encoding = told });
        Assert.That(problem.What, Is.EqualTo($"The text is UTF-8, and not {told}."));
        Assert.That(problem.Advice, Does.Contain("CsvOptions.Encoding = \"utf-8\""));
    }

    [TestCase(5)]
    [TestCase(30_000)]
    public void Bytes_that_are_wrong_in_it_are_an_error_with_the_line(int rows)
    {
        string above = "a,色,y\n" + string.Concat(Enumerable.Repeat("1,赤,p\n2,青,q\n", rows));
        byte[] bytes = [.. Bytes.Of(above, "shift_jis"), .. "3,"u8, 0x82, 0x20, .. ",p\n"u8];
        DataException problem = Bytes.Problem(bytes, Bytes.Usual with { Encoding = "shift_jis", Categorical = ["色"] });
        Assert.That(problem.What, Is.EqualTo("A text is not shift_jis."));
        Assert.That(problem.Where, Is.EqualTo($"data, line {2 * rows + 2}"));
    }

    [Test]
    public void Half_a_character_at_the_end_is_wrong_too()
    {
        byte[] cut = Bytes.Of("\uFEFFa,y\n1,p\n2,qq", "utf-16")[..^1];
        Assert.That(Bytes.Problem(cut).Where, Is.EqualTo("data, line 3"));
    }

    [TestCase("UTF8", "utf-8")]
    [TestCase("Latin-1", "iso-8859-1")]
    [TestCase("cp932", "cp932")]
    [TestCase("SJIS", "shift_jis")]
    [TestCase("Shift-JIS", "shift_jis")]
    [TestCase("CP1252", "cp1252")]
    [TestCase("gbk", "gbk")]
    [TestCase("windows-31j", "shift_jis")]
    public void A_name_has_several_spellings(string name, string known) =>
        Assert.That(
            new CsvOptions { Encoding = name }
                .Format
                .Encoding,
            Is.EqualTo(known)
        );

    [TestCase("klingon")]
    [TestCase("")]
    [TestCase("cp")]
    [TestCase("cp99999999")]
    [TestCase("utf-7")]
    public void Another_name_is_answered_with_some_that_there_are(string name) =>
        Assert.That(
            () => new CsvOptions { Encoding = name },
            Throws.ArgumentException.With.Message.Contains("shift_jis").And.Message.Contains("windows-1252")
        );
}
