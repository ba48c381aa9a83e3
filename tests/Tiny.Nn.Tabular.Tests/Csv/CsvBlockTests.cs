using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Files of several blocks: where a record, a line end or a quote happens to lie must not matter.</summary>
public sealed class CsvBlockTests
{
    private const int Rows = 12_000;

    private static readonly CsvOptions WithTarget = new() { Target = "y", Numeric = ["1"] };

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void A_file_of_several_blocks_is_read_as_it_was_written(string end)
    {
        Table table = CsvText.Read(Text(end, _ => false), WithTarget);
        Assert.That(table.Rows, Is.EqualTo(Rows));
        for (int row = 0; row < Rows; row++)
        {
            Assert.That((table.Features[0, row], table.Features[1, row]), Is.EqualTo((row, row / 100.0)));
            Assert.That(table.LineOf(row), Is.EqualTo(row + 2));
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5_000)]
    [TestCase(Rows - 1)]
    public void From_the_first_quote_on_rows_and_lines_go_on(int quoted)
    {
        Table plain = CsvText.Read(Text("\n", _ => false), WithTarget);
        Table table = CsvText.Read(Text("\n", row => row == quoted), WithTarget);
        Assert.That(table.Rows, Is.EqualTo(Rows));
        for (int row = 0; row < Rows; row++)
        {
            Assert.That(table.Features.Column(row).SequenceEqual(plain.Features.Column(row)), Is.True);
            Assert.That(table.LineOf(row), Is.EqualTo(row + 2));
        }
        Assert.That(table.Target!.Texts, Is.EqualTo(plain.Target!.Texts));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_short_row_far_below_is_told_with_its_line(bool isBelowQuotes)
    {
        string text = Text("\n", row => isBelowQuotes && row == 4_000) + "1,2\n";
        DataException problem = Assert.Throws<DataException>(() => CsvText.Read(text, WithTarget))!;
        Assert.That(problem.Where, Does.EndWith($"line {Rows + 2}"));
    }

    [Test]
    public void A_quote_that_never_closes_is_told_with_its_line()
    {
        string text = Text("\n", _ => false) + "1,\"2,a\n";
        DataException problem = Assert.Throws<DataException>(() => CsvText.Read(text, WithTarget))!;
        Assert.That(problem.Where, Does.Match($"line {Rows + 2}$"));
    }

    [Test]
    public void A_record_longer_than_a_block_is_read()
    {
        int columns = 40_000;
        string names = string.Join(',', Enumerable.Range(0, columns).Select(column => $"c{column}"));
        string row = string.Join(',', Enumerable.Range(0, columns).Select(column => $"{column % 100}.5"));
        Table table = CsvText.Read($"{names},y\n{row},a\n{row},b", WithTarget);
        Assert.That(table.Rows, Is.EqualTo(2));
        Assert.That(table.Features[columns - 1, 1], Is.EqualTo(99.5f));
    }

    private static string Text(string end, Func<int, bool> isQuoted)
    {
        StringBuilder text = new("a,b,y" + end);
        for (int row = 0; row < Rows; row++)
        {
            string second = (row / 100.0).ToString(CultureInfo.InvariantCulture);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row},{(isQuoted(row) ? $"\"{second}\"" : second)},{"pqr"[row % 3]}{end}"
            );
        }
        return text.ToString();
    }
}
