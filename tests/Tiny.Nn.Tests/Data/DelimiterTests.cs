using System.Text;
using Tiny.Nn.Data;

namespace Tiny.Nn.Tests.Data;

public sealed class DelimiterTests
{
    [TestCase("a;b;y\n1,5;2,5;3,5\n", ';', TestName = "Decimal_commas_in_rows_do_not_count")]
    [TestCase("\"a,b,c,d\";\"e\"\n", ';', TestName = "Quoted_characters_do_not_count")]
    [TestCase("\"a\n,,,,\";b\n", ';', TestName = "A_quoted_line_break_does_not_end_the_header")]
    [TestCase("a b\ty, z\tx\n", '\t', TestName = "The_most_frequent_wins")]
    [TestCase("a;b,c\n", ',', TestName = "Of_equals_the_comma_wins")]
    [TestCase("a\n1;2;3\n", ',', TestName = "Without_any_it_is_a_comma")]
    [TestCase("\uFEFF\r\n \t\t\t\n\na|b\n", '|', TestName = "Blank_lines_do_not_count")]
    [TestCase("", ',', TestName = "Nothing_has_no_delimiter")]
    [TestCase("a|b", '|', TestName = "A_header_may_lack_its_end")]
    public void The_header_tells_the_delimiter_when(string start, char expected) =>
        Assert.That(Delimiter.Detect(Encoding.UTF8.GetBytes(start)), Is.EqualTo(expected));
}
