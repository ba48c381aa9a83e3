using System.Globalization;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tests.Tables.Cells;

public sealed class DateFormatTests
{
    private static readonly CellRules Rules = new([], comma: false);

    [TestCase("d.M.yyyy", "29.02.2024", "1.3.2024 08:15")]
    [TestCase("d/M/yyyy", "29/02/2024 13:45", "1/3/2024")]
    [TestCase("M/d/yyyy", "2/29/2024", "03/01/2024 1:45 PM")]
    [TestCase("yyyy/M/d", "2024/2/1", "2024/12/31")]
    [TestCase("d-M-yyyy", "29-2-2024")]
    [TestCase("d MMM yyyy", "1 Feb 2024", "29 February 2024")]
    [TestCase("MMM d, yyyy", "Feb 1, 2024", "December 31, 2024")]
    [TestCase("d-MMM-yyyy", "01-Feb-2024")]
    [TestCase("yyyy'年'M'月'd'日'", "2024年01月01日", "2024年2月9日")]
    [TestCase("yyyyMMdd", "20240229")]
    [TestCase("ddd, d MMM yyyy", "Thu, 29 Feb 2024 13:45:00 GMT", "Thu, 29 Feb 2024 13:45:00 +0100")]
    [TestCase("H:mm", "08:07", "23:59:59")]
    [TestCase("h:mm tt", "8:07 AM", "12:30 PM")]
    [TestCase("unix", "1709214300")]
    [TestCase("unix-ms", "1709214300123")]
    [TestCase("yyyy-MM-dd", "2024-02-29", "2024-02-29T13:45:00Z")]
    public void A_column_of_dates_has_one_format(string format, params string[] texts)
    {
        DateWriting writing = new(Rules);
        foreach (string text in texts)
        {
            Assert.That(writing.Add(text, out _), text);
        }
        Assert.That((writing.Format.Name, writing.Other), Is.EqualTo((format, (DateFormat?)null)));
    }

    [TestCase("d/M/yyyy", "M/d/yyyy", "01/02/2024", "03/04/2024")]
    [TestCase("d.M.yyyy", "M.d.yyyy", "01.02.2024")]
    [TestCase("d/M/yy", "yy/M/d", "29/02/24")]
    [TestCase("d-M-yyyy", "M-d-yyyy", "01-01-2024 10:00")]
    public void Two_formats_are_a_doubt(string format, string other, params string[] texts)
    {
        DateWriting writing = new(Rules);
        foreach (string text in texts)
        {
            Assert.That(writing.Add(text, out _), text);
        }
        Assert.That((writing.Format.Name, writing.Other?.Name), Is.EqualTo((format, other)));
        Assert.That(writing.Doubt.Advice.ToString(), Does.Contain($"CsvOptions.DateFormat = \"{other}\""));
    }

    [TestCase("29/02/2024", "2/29/2024")]
    [TestCase("1 Feb 2024", "2024-02-01")]
    [TestCase("20240229", "1709214300")]
    [TestCase("08:07", "soon")]
    public void A_column_of_several_formats_is_none_of_dates(string first, string second)
    {
        DateWriting writing = new(Rules);
        Assert.That((writing.Add(first, out _), writing.Add(second, out _)), Is.EqualTo((true, false)));
    }

    [Test]
    public void What_a_format_writes_it_reads()
    {
        Random random = new(5);
        foreach (
            DateFormat format in DateFormat.Known.Where(format =>
                !format.Name.StartsWith("unix", StringComparison.Ordinal)
            )
        )
        {
            for (int i = 0; i < 50; i++)
            {
                DateTime date = new DateTime(1990, 1, 1).AddDays(random.Next(14_000)).AddMinutes(random.Next(1440));
                bool hasTime = format.Name.Contains('m', StringComparison.Ordinal);
                string text = date.ToString(format.Name, CultureInfo.InvariantCulture);
                Assert.That(format.TryParse(text, out double days), $"{format}: {text}");
                double expected = hasTime ? date.TimeOfDay.TotalDays : (date.Date - DateTime.UnixEpoch).TotalDays;
                Assert.That(days, Is.EqualTo(expected), $"{format}: {text}");
            }
        }
    }

    [TestCase("dd.MM.yyyy", true)]
    [TestCase("HH'h'mm", true)]
    [TestCase("MM/yyyy", true)]
    [TestCase("unix", true)]
    [TestCase("comma", false)]
    [TestCase("d", false)]
    [TestCase("", false)]
    [TestCase("yyyy-'", false)]
    public void A_format_is_one_that_dates_are_written_in(string name, bool isOne) =>
        Assert.That(DateFormat.Find(name) is not null, Is.EqualTo(isOne));

    [Test]
    public void Seconds_and_milliseconds_are_counted_from_1970()
    {
        Assert.That(DateFormat.Find("unix")!.TryParse("86400", out double days) ? days : -1, Is.EqualTo(1));
        Assert.That(
            DateFormat.Find("unix-ms")!.TryParse("86400000", out days) ? days : -1,
            Is.EqualTo(1).Within(1e-12)
        );
    }
}
