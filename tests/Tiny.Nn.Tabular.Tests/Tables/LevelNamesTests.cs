using System.Text;
using Tiny.Nn.Tabular.Tables.Alike;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tests.Tables;

/// <summary>One number, or one truth value, is one level, however it is written; all else that looks alike is told.</summary>
public sealed class LevelNamesTests
{
    private static readonly CellRules Points = new([], comma: false);
    private static readonly CellRules Commas = new([], comma: true);

    [TestCase("1|1.0|1e0|2", "1|2", "1|1.0|1e0")]
    [TestCase("1|01|1.0|01.0|001", "001|01|1", "01|01.0;1|1.0")]
    [TestCase("0|00|0.0|-0|0.5|.5|00.5", "0|00|00.5|0.5", "0|0.0|-0;0.5|.5")]
    [TestCase("2|10|1.0|1", "1.0|2|10", "1.0|1")]
    [TestCase("1e3|1000|+1000|1000.000", "1e3", "1e3|1000|+1000|1000.000")]
    [TestCase("-0|0|0.00|-1", "-1|-0", "-0|0|0.00")]
    [TestCase("0.5|.5|5e-1|.50", "0.5", "0.5|.5|5e-1|.50")]
    [TestCase("true|FALSE|TRUE|False", "FALSE|true", "FALSE|False;true|TRUE")]
    [TestCase("TRUE|false", "false|TRUE", "")]
    [TestCase("1|1.0|x", "1|1.0|x", "")]
    [TestCase("true|TRUE|maybe", "TRUE|maybe|true", "")]
    [TestCase("true|TRUE|1", "1|TRUE|true", "")]
    [TestCase("12345678901234567890|12345678901234567891", "12345678901234567891|12345678901234567890", "")]
    [TestCase("007|7|70", "007|7|70", "")]
    public void Levels_of_one_meaning_are_one(string texts, string names, string spellings)
    {
        string[] given = texts.Split('|');
        LevelOrder order = Levels.Order(given, Points);
        Assert.That(string.Join('|', order.Names), Is.EqualTo(names));
        Assert.That(string.Join(';', order.Spellings.Select(one => string.Join('|', one))), Is.EqualTo(spellings));
        LevelNames known = new(order.Names, Points);
        Assert.That(known.Places(given), Is.EqualTo(order.Places));
    }

    [TestCase("1|2", "1.0", 0)]
    [TestCase("1|2", "+2.00", 1)]
    [TestCase("1|2", "02", -1)]
    [TestCase("01|2", "1", -1)]
    [TestCase("1|2", "x", -1)]
    [TestCase("1|2", "3", -1)]
    [TestCase("1|1.0", "1.0", 1)]
    [TestCase("1|1.0", "1.00", -1, TestName = "Two levels of an older model are not confused")]
    [TestCase("true|false", "TRUE", 0)]
    [TestCase("yes|no", "YES", -1)]
    [TestCase("a|b\u3000", "b", 1, TestName = "A level of an older model has a blank behind it")]
    public void A_text_meets_known_levels(string levels, string text, int place) =>
        Assert.That(new LevelNames(levels.Split('|'), Points).Find(text), Is.EqualTo(place));

    [Test]
    public void Numbers_are_written_as_the_file_writes_them()
    {
        Assert.That(new LevelNames(["1,5", "2"], Commas).Find("1,50"), Is.Zero);
        Assert.That(new LevelNames(["1,5", "2"], Points).Find("1,50"), Is.EqualTo(LevelNames.None));
        Assert.That(Levels.Order(["1,5", "1,50", "15e-1"], Commas).Names, Is.EqualTo(Items.Of("1,5")));
    }

    [TestCase("caf\u00E9", "cafe\u0301", "only in how an accent is written (NFC, NFD)")]
    [TestCase("\uD55C\uAE00", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "only in how an accent is written (NFC, NFD)")]
    [TestCase("\u304C", "\u304B\u3099", "only in how an accent is written (NFC, NFD)")]
    [TestCase("Vi\u1EC7t", "Vie\u0323\u0302t", "only in how an accent is written (NFC, NFD)")]
    [TestCase("\u0419", "\u0418\u0306", "only in how an accent is written (NFC, NFD)")]
    [TestCase("yes", "Yes", "only by case")]
    [TestCase("\u00DCber", "\u00FCber", "only by case")]
    [TestCase("a b", "a\u00A0b", "only in their blanks (U+0020; U+00A0)")]
    [TestCase("a b", "a\u3000b", "only in their blanks (U+0020; U+3000)")]
    [TestCase("a b", "a  b", "only in their blanks (U+0020)")]
    [TestCase("ab", "a\u200Bb", "only by invisible characters (U+200B)")]
    [TestCase("ab", "\uFEFFab", "only by invisible characters (U+FEFF)")]
    [TestCase("ab", "a\u200Db", "only by invisible characters (U+200D)")]
    [TestCase("Kyoto", "Ky\u00ADoto", "only by invisible characters (U+00AD)")]
    [TestCase("ABC", "\uFF21\uFF22\uFF23", "only in the width of characters")]
    [TestCase("\u30AB", "\uFF76", "only in the width of characters")]
    [TestCase("1", "1.0", "only in how the number is written")]
    [TestCase("007", "7", "only in how the number is written")]
    [TestCase("A", "\uFF41", "only by case and in the width of characters")]
    public void What_looks_alike_is_told_with_its_difference(string first, string second, string difference)
    {
        Assert.That(Lookalikes.Pairs([first, "other", second]), Is.EqualTo(Items.Of((first, second))));
        Assert.That(new Lookalikes([first]).Find(second), Is.EqualTo(first));
        Assert.That(Lookalikes.Difference(first, second), Is.EqualTo(difference));
    }

    [TestCase("a", "b")]
    [TestCase("cafe", "caf\u00E9")]
    [TestCase("ab", "a b")]
    [TestCase("1", "10")]
    [TestCase("A-1", "A-2")]
    public void Other_texts_do_not_look_alike(string first, string second) =>
        Assert.That(Lookalikes.Pairs([first, second]), Is.Empty);

    [TestCase(" a ", "a")]
    [TestCase("\u00A0a\u3000", "a")]
    [TestCase("\u2003\u0085 a b \t\u202F", "a b")]
    [TestCase("\u3000", "")]
    [TestCase("\u200Ba", "\u200Ba")]
    [TestCase("\u6771\u4EAC", "\u6771\u4EAC")]
    public void Blanks_of_all_kinds_are_taken_off(string text, string trimmed) =>
        Assert.That(Blanks.Trim(Encoding.UTF8.GetBytes(text)).ToArray(), Is.EqualTo(Encoding.UTF8.GetBytes(trimmed)));

    [Test]
    public void Whatever_the_bytes_blanks_are_those_of_the_runtime()
    {
        for (int character = 0; character < 0x3100; character++)
        {
            if (char.IsSurrogate((char)character))
            {
                continue;
            }
            string text = $"{(char)character}x{(char)character}";
            Assert.That(Encoding.UTF8.GetString(Blanks.Trim(Encoding.UTF8.GetBytes(text))), Is.EqualTo(text.Trim()));
        }
        Assert.That(Blanks.Trim([0xE3, 0x80]).Length, Is.EqualTo(2));
    }
}
