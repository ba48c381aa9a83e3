using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

[TestFixture]
public sealed class CsvPropertyTests
{
    private static readonly string[] Formats = ["R", "G9", "G17", "E16", "E3", "F3"];

    [Test]
    public void Any_table_of_finite_numbers_reads_back_bit_for_bit()
    {
        Gen<double> number = Gen.Choose(int.MinValue, int.MaxValue)
            .Two()
            .Select(pair => FromBits(pair.Item1, pair.Item2))
            .Where(double.IsFinite);
        Gen<string> text = Gen.Zip(number, Gen.Elements(Formats))
            .Select(pair => pair.Item1.ToString(pair.Item2, CultureInfo.InvariantCulture));
        Gen<string[][]> table = Gen.Choose(1, 6)
            .SelectMany(columns => text.ArrayOf(columns).NonEmptyListOf(), (_, rows) => rows.ToArray());
        Gen<char> delimiter = Gen.Elements(',', ';', '\t', '|');

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Zip(table, delimiter).Where(pair => pair.Item1.Length > 0).ToArbitrary(),
                pair => ReadsBack(pair.Item1, pair.Item2)
            )
        );
    }

    [TestCase("0.1")]
    [TestCase("-0")]
    [TestCase("1e-400")]
    [TestCase("4.9406564584124654e-324")]
    [TestCase("1.17549435e-38")]
    [TestCase("3.4028234663852886e38")]
    [TestCase("16777217")]
    [TestCase("1.00000017881393432617187499")]
    [TestCase("9007199254740993")]
    [TestCase("2.2250738585072011e-308")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000001.5")]
    [TestCase("179769313486231570000000000000000e-10")]
    [TestCase("1.")]
    [TestCase(".5E+3")]
    public void Hard_numbers_are_rounded_as_the_platform_rounds_them(string text) =>
        Assert.That(
            ReadsBack(
                [
                    [text],
                ],
                ','
            ),
            Is.True
        );

    [Test]
    public void Arbitrary_bytes_end_in_a_table_or_in_a_data_exception()
    {
        Gen<byte> any = Gen.Choose(0, 255).Select(value => (byte)value);
        Gen<byte> likely = Gen.Elements("a,y\n\r\"1.5e-;|\t 0\\"u8.ToArray());
        Gen<byte[]> bytes = Gen.Frequency((1, any.ArrayOf()), (3, likely.ArrayOf()));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(bytes.ToArbitrary(), Ends));
    }

    [Test]
    public void Damaged_tables_end_in_a_table_or_in_a_data_exception()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            "\uFEFFa,\"b\",y\r\n1.5,-2e3,p\r\n\"0.25\",\"7\",\"q, \"\"r\"\"\"\n\n3,4,é\n"
        );
        Gen<byte> any = Gen.Frequency(
            (1, Gen.Choose(0, 255).Select(value => (byte)value)),
            (2, Gen.Elements(",\"\r\n;\t|eE.+-19 "u8.ToArray()))
        );
        Gen<(int Place, int Length, byte[] Piece)[]> edits = Gen.Zip(
                Gen.Choose(0, whole.Length).Two(),
                any.ArrayOf(),
                (pair, piece) => (pair.Item1, pair.Item2 % 4, piece.Take(4).ToArray())
            )
            .ArrayOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(
                edits.ToArbitrary(),
                list =>
                    Ends(
                        list.Take(5).Aggregate(whole, (text, edit) => Edited(text, edit.Place, edit.Length, edit.Piece))
                    )
            )
        );
    }

    [TestCase(1_000_000)]
    public void A_wide_or_endless_header_ends_in_a_data_exception(int size)
    {
        Assert.That(Ends(Encoding.UTF8.GetBytes(new string(',', size))), Is.True);
        Assert.That(Ends(Encoding.UTF8.GetBytes('"' + new string('a', size))), Is.True);
        Assert.That(Ends(Encoding.UTF8.GetBytes(new string('\n', size))), Is.True);
        Assert.That(Ends(new byte[size]), Is.True);
    }

    private static byte[] Edited(byte[] text, int place, int length, byte[] piece)
    {
        int from = Math.Min(place, text.Length);
        int to = Math.Min(from + length, text.Length);
        return [.. text[..from], .. piece, .. text[to..]];
    }

    /// <summary>True: whatever else is thrown fails the property.</summary>
    private static bool Ends(byte[] text)
    {
        try
        {
            Table table = CsvText.Read(text, "y");
            _ = table.Target!.SuggestedKind;
            return table.Rows > 0
                && table.Target!.Codes.Length == table.Rows
                && table.FeatureNames.Count == table.Features.Rows
                && table.Findings.All(finding => finding.Evidence.Length > 0)
                && Enumerable.Range(0, table.Schema.Count).All(feature => IsSound(table, feature));
        }
        catch (DataException problem)
        {
            return problem.What.Length > 0 && problem.Message.Length < 5000;
        }
    }

    /// <summary>A cell is missing, or a finite number, or the place of a level.</summary>
    private static bool IsSound(Table table, int feature)
    {
        int levels = (table.Schema[feature] as CategoryFeature)?.Levels.Count ?? 0;
        return CsvText
            .Cells(table, feature)
            .All(cell => cell == -2 || (levels == 0 ? double.IsFinite(cell) : cell >= 0 && cell < levels));
    }

    private static bool ReadsBack(string[][] rows, char delimiter)
    {
        string header = string.Join(delimiter, rows[0].Select((_, column) => $"c{column}").Append("y"));
        string body = string.Join('\n', rows.Select(row => string.Join(delimiter, row.Append("p"))));
        double[] expected =
        [
            .. rows.SelectMany(row => row)
                .Select(text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ];
        if (expected.Any(number => !double.IsFinite(number)))
        {
            return true;
        }
        double[] read = CsvText.Read($"{header}\n{body}", "y").Features.Values.ToArray();
        return read.Select(Bits).SequenceEqual(expected.Select(Bits));
    }

    private static double FromBits(int low, int high) =>
        typeof(double) == typeof(float)
            ? (BitConverter.Int32BitsToSingle(low))
            : (BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low));

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits((number));
}
