using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>
/// Simple quotes are read where plain records are, all others by CsvHelper, which then reads the rest. A line break in quotes brings it in from
/// the first record on: both have to read the same.
/// </summary>
public sealed class QuotedRecordTests
{
    private const int Block = 1 << 16;

    [TestCase("\"a\",b,\"\"")]
    [TestCase("\"say \"\"a\"\"\",\"\"\"\"")]
    [TestCase("\" a \", b ,\"c;\"")]
    [TestCase("\"a,b\",\"\n\n\"")]
    [TestCase(" \"a\",b")]
    [TestCase("\"a\" ,b")]
    [TestCase("\"a\"b,c")]
    [TestCase("a\"b,c")]
    [TestCase("\"a\"\r\n\"b\"\r")]
    [TestCase("\"a\r\",b")]
    [TestCase("a\rb\n\"c\"")]
    [TestCase("\"\"\n\n\"\"\r\n\r\nx")]
    [TestCase("\"a\n")]
    [TestCase("\"\uFEFF\"")]
    [TestCase("\"é\",\"NA\"")]
    public void Both_readers_agree(string text) => AssertAgree(Encoding.UTF8.GetBytes(text), 0);

    [Test]
    public void Both_readers_agree_on_arbitrary_bytes()
    {
        Gen<byte> likely = Gen.Elements("a,\n\r\"\" ;é"u8.ToArray());
        Gen<byte> sane = Gen.Elements("a,\n\"5"u8.ToArray());
        Gen<byte[]> bytes = Gen.Frequency((1, likely.ArrayOf()), (1, sane.ArrayOf()), (2, Records()));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(bytes.ToArbitrary(), text => AssertAgree(text, 0))
        );
    }

    [Test]
    public void Both_readers_agree_where_blocks_meet()
    {
        Gen<(byte[], int)> cases = Gen.Zip(Records(), Gen.Choose(0, 40));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(cases.ToArbitrary(), pair => AssertAgree(pair.Item1, Block - pair.Item2))
        );
    }

    [Test]
    public void A_line_longer_than_a_block_is_read()
    {
        string wide = string.Join(',', Enumerable.Range(0, 40_000).Select(column => $"\"c{column}\""));
        AssertAgree(Encoding.UTF8.GetBytes($"{wide}\n{wide}\n1,2\n\"{new string('x', 3 * Block)}"), 0);
    }

    /// <summary>Records as programs write them, now and then damaged.</summary>
    private static Gen<byte[]> Records()
    {
        Gen<string> field = Gen.Frequency(
            (6, Gen.Elements("1.5", "-2", "a", "", "\"a\"", "\"1.5\"", "\"\"", "\"a b \"", "\"a,b\"", "\"x\"\"y\"")),
            (1, Gen.Elements(" a ", "\"a\nb\"", "\"a\r\nb\"", "\" \"", " \"a\"", "a\"b", "\"", "\r", "\"\"\""))
        );
        Gen<string> line = Gen.Zip(field.NonEmptyListOf(), Gen.Elements("\n", "\n", "\r\n"))
            .Select(pair => string.Join(',', pair.Item1) + pair.Item2);
        return line.ArrayOf().Select(lines => Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    /// <summary>Reads a text twice, below a record that is simple and below one that is not.</summary>
    /// <param name="text">Any bytes.</param>
    /// <param name="before">About so many bytes come before it.</param>
    private static bool AssertAgree(byte[] text, int before)
    {
        byte[] filler = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("12345678\n", before / 9)));
        byte[] rest = [.. filler, .. new string('7', before % 9).Select(digit => (byte)digit), .. text];
        string[] simple = Read([.. "\"ab\"\n"u8, .. rest]);
        string[] thorough = Read([.. "\"a\nb\"\n"u8, .. rest]);
        Assert.That(simple, Is.EqualTo(thorough));
        return true;
    }

    /// <summary>Each record but the first with its line and fields, and how the file ended.</summary>
    private static string[] Read(byte[] text)
    {
        List<string> read = [];
        try
        {
            using MemoryStream stream = new(text);
            using CsvRecords records = new(stream, "test.csv", ',', CsvFormat.Usual with { HasHeader = false }, []);
            records.MoveNext();
            bool isBroken = records.Record.Trimmed(0).Contains((byte)'\n');
            while (records.MoveNext())
            {
                StringBuilder record = new($"{records.Record.Line - (isBroken ? 1 : 0)}:");
                for (int field = 0; field < records.Record.FieldCount; field++)
                {
                    Cell cell = new(records, field);
                    record.Append($" [{Convert.ToHexString(cell.Text)}{(cell.EndsWithBlank ? "_" : "")}]");
                }
                read.Add($"{record}");
            }
        }
        catch (DataException problem)
        {
            read.Add(problem.What);
        }
        return [.. read];
    }
}
