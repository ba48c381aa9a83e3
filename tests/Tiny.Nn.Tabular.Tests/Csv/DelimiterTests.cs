using System.Text;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

public sealed class DelimiterTests
{
    [TestCase("sep=;\na,b;y\n1,2;3\n", ';', TestName = "A_first_line_may_tell")]
    [TestCase("\uFEFFsep=|\r\na,b|c,y\n1,2|3,4\n", '|', TestName = "A_first_line_may_tell_behind_a_mark")]
    [TestCase("a;b;y\n1,5;2,5;3,5\n", ';', TestName = "Decimal_commas_in_rows_do_not_count")]
    [TestCase("\"a,b,c,d\";\"e\"\n", ';', TestName = "Quoted_characters_do_not_count")]
    [TestCase("\"a\n,,,,\";b\n", ';', TestName = "A_quoted_line_break_does_not_end_the_header")]
    [TestCase("a b\ty, z\tx\n", '\t', TestName = "The_most_frequent_wins")]
    [TestCase("a;b,c\n", ',', TestName = "Of_equals_the_comma_wins")]
    [TestCase("a\n1;2;3\n", ',', TestName = "Without_any_it_is_a_comma")]
    [TestCase("\uFEFF\r\n \t\t\t\n\na|b\n", '|', TestName = "Blank_lines_do_not_count")]
    [TestCase("", ',', TestName = "Nothing_has_no_delimiter")]
    [TestCase("a|b", '|', TestName = "A_header_may_lack_its_end")]
    [TestCase(
        "name, first;age;y\nSmith, John;3;p\nDoe, Jane;4;q\n",
        ';',
        TestName = "A_comma_in_every_row_makes_fewer_fields"
    )]
    [TestCase("a,b;c;d\n1,2\n3,4\n", ',', TestName = "The_rows_agree_with_the_header_on_the_comma")]
    [TestCase("x;y\n1,5;2\n1,7;3\n9;4\n", ';', TestName = "Decimal_commas_in_most_rows_do_not_count")]
    [TestCase("a,b\n1,2\n1;2;3;4,", ',', TestName = "The_last_record_may_differ")]
    public void The_first_block_tells_the_delimiter_when(string start, char expected) =>
        Assert.That(Delimiter.Detect(Encoding.UTF8.GetBytes(start), isWhole: true), Is.EqualTo(expected));

    [Test]
    public void Half_a_record_at_the_end_of_a_block_does_not_count() =>
        Assert.That(Delimiter.Detect("a;b,c\n1;2,3\n4;5;6;7"u8, isWhole: false), Is.EqualTo(','));

    [TestCase("sep=;\na,b;y\n1,2;p\n3,4;q\n", "a,b y")]
    [TestCase("\uFEFFsep=|\r\na,b|y\r\n1,2|p\r\n3,4|q\r\n", "a,b y")]
    [TestCase("sep=,\na;b,y;z\n1;2,p;r\n3;4,q;s\n", "a;b y;z")]
    [TestCase("sep=:\na,b,y\n", "sep=:")]
    public void A_first_line_declares_the_delimiter(string text, string names)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        using CsvRecords records = new(
            stream,
            "test.csv",
            delimiter: null,
            CsvFormat.Usual with
            {
                ShortRows = true,
            },
            []
        );

        Assert.That(string.Join(' ', records.Names), Is.EqualTo(names));
    }

    [Test]
    public void A_delimiter_that_was_given_goes_before_one_that_the_file_declares()
    {
        using MemoryStream stream = new("sep=;\na,b;y\n"u8.ToArray());
        using CsvRecords records = new(stream, "test.csv", ',', CsvFormat.Usual, []);

        Assert.That(records.Names, Is.EqualTo(["a", "b;y"]));
    }
}
