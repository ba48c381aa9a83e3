using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

[TestFixture]
public sealed class CsvTableTests
{
    private static readonly double[] Numbers = [N(1), N(2.5), N(-3), N(0.125)];

    [TestCase("a,b,y\n1,2.5,p\n-3,0.125,q\n", TestName = "Lines_end_with_LF")]
    [TestCase("a,b,y\r\n1,2.5,p\r\n-3,0.125,q\r\n", TestName = "Lines_end_with_CRLF")]
    [TestCase("a,b,y\r1,2.5,p\r-3,0.125,q\r", TestName = "Lines_end_with_CR")]
    [TestCase("a,b,y\n1,2.5,p\n-3,0.125,q", TestName = "The_last_line_has_no_end")]
    [TestCase("\uFEFFa,b,y\n1,2.5,p\n-3,0.125,q\n", TestName = "A_byte_order_mark_is_read_over")]
    [TestCase("a;b;y\n1;2.5;p\n-3;0.125;q\n", TestName = "Semicolons_separate")]
    [TestCase("a\tb\ty\n1\t2.5\tp\n-3\t0.125\tq\n", TestName = "Tabs_separate")]
    [TestCase("a|b|y\n1|2.5|p\n-3|0.125|q\n", TestName = "Bars_separate")]
    [TestCase("\"a\",\"b\",\"y\"\n\"1\",\"2.5\",\"p\"\n\"-3\",\"0.125\",\"q\"\n", TestName = "Fields_are_quoted")]
    [TestCase(" a , b , y \n 1 , 2.5 , p \n -3 , 0.125 , q \n", TestName = "Blanks_stand_around_fields")]
    [TestCase("a, \"b\" ,y\n1, \" 2.5\t\" ,p\n-3,0.125, \" q \"\n", TestName = "Blanks_stand_around_and_in_quotes")]
    [TestCase("\n  \na,b,y\n\n1,2.5,p\n   \n-3,0.125,q\n\n\n", TestName = "Blank_lines_are_skipped")]
    [TestCase("a,b,y\n+1,25e-1,p\n-3.0,.125,q\n", TestName = "Numbers_are_written_otherwise")]
    public void The_same_table_is_read_when(string text)
    {
        Table table = CsvText.Read(text, "y");
        Assert.Multiple(() =>
        {
            Assert.That(table.Source, Is.EqualTo("test.csv"));
            Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "b")));
            Assert.That((table.Features.Rows, table.Features.Columns, table.Rows), Is.EqualTo((2, 2, 2)));
            Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Numbers));
            Assert.That(table.Target!.Name, Is.EqualTo("y"));
            Assert.That(table.Target!.Texts, Is.EqualTo(Items.Of("p", "q")));
            Assert.That(table.Ignored, Is.Empty);
        });
    }

    [Test]
    public void Text_in_UTF_16_with_a_byte_order_mark_is_read()
    {
        byte[] text = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("größe;y\n1.5;é\n")];
        Table table = CsvText.Read(text, "y");
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("größe")));
        Assert.That(table.Target!.Texts, Is.EqualTo(Items.Of("é")));
    }

    [Test]
    public void Line_breaks_delimiters_and_quotes_may_stand_in_quotes()
    {
        Table table = CsvText.Read("a,\"the \"\"y\"\", or\nnot\"\n1,\"p\nq, \"\"r\"\"\"\n2,s\n", "the \"y\", or\nnot");
        Assert.That(table.Target!.Texts, Is.EqualTo(Items.Of("p\nq, \"r\"", "s")));
    }

    [Test]
    public void A_row_knows_its_line()
    {
        Table table = CsvText.Read("a,y\n1,p\n\n\n2,\"q\nq\"\n3,r\n4,s\n", "y");
        Assert.That(Enumerable.Range(0, 4).Select(table.LineOf), Is.EqualTo(Items.Of(2L, 5, 7, 8)));
        Assert.That(() => table.LineOf(4), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_target_may_stand_anywhere()
    {
        Table table = CsvText.Read("a,y,b\n1,p,2\n", "y");
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "b")));
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(N(1), N(2))));
    }

    [Test]
    public void The_target_may_be_given_by_number()
    {
        Table table = CsvText.Read("a,y,b\n1,p,2\n", "2");
        Assert.That(table.Target!.Name, Is.EqualTo("y"));
    }

    [Test]
    public void A_name_that_is_a_number_is_a_name()
    {
        Assert.That(CsvText.Read("2,y,b\n1,p,2\n", ["b"], "2").Target!.Texts, Is.EqualTo(Items.Of("1")));
        Assert.That(() => CsvText.Read("2,3,b\n1,p,2\n", "1"), Throws.TypeOf<DataException>());
    }

    [Test]
    public void Columns_are_found_by_name_in_any_order_and_extra_ones_are_ignored()
    {
        Table table = CsvText.Read("id,b,y,a,note\nx,2,p,1,\nx,4,q,3,\n", ["a", "b"], "y");
        Assert.Multiple(() =>
        {
            Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "b")));
            Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(N(1), N(2), N(3), N(4))));
            Assert.That(table.Target!.Texts, Is.EqualTo(Items.Of("p", "q")));
            Assert.That(table.Ignored, Is.EqualTo(Items.Of("id", "note")));
        });
    }

    [TestCase("y")]
    [TestCase(null)]
    public void The_target_may_be_missing_for_prediction(string? target)
    {
        Table table = CsvText.Read("a\n1\n", ["a"], target);
        Assert.That(table.Target, Is.Null);
        Assert.That(table.Rows, Is.EqualTo(1));
    }

    [Test]
    public void A_table_longer_than_any_buffer_is_read_whole()
    {
        StringBuilder text = new("a,b,c,y\n");
        for (int row = 0; row < 20_000; row++)
        {
            text.Append(row).Append(',').Append(row % 7).Append(",-1,k").Append(row % 3).Append('\n');
        }
        Table table = CsvText.Read(text.ToString(), new CsvOptions { Target = "y", Numeric = ["a"] });
        Assert.That(table.Rows, Is.EqualTo(20_000));
        for (int row = 0; row < table.Rows; row++)
        {
            Assert.That(table.Features.Column(row).ToArray(), Is.EqualTo(Items.Of(N(row), N(row % 7), N(-1))));
        }
        Assert.That(table.Target!.Codes.ToArray(), Is.EqualTo(Enumerable.Range(0, 20_000).Select(row => row % 3)));
        Assert.That(table.LineOf(19_999), Is.EqualTo(20_001));
    }

    [Test]
    public void A_stream_that_cannot_go_back_reads_the_same_and_stays_open()
    {
        using Trickle stream = new(Encoding.UTF8.GetBytes("a,b,y\n1,2.5,p\n-3,0.125,q\n"));
        Table table = CsvTable.Read(stream, "-", new CsvOptions { Target = "y" });
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Numbers));
        Assert.That(table.Source, Is.EqualTo("-"));
        Assert.That(stream.IsDisposed, Is.False);
    }

    [TestCase("iris.csv", "species", 150, 4, 3, TargetKind.Classification)]
    [TestCase("wine.csv", "class", 178, 13, 3, TargetKind.Classification)]
    [TestCase("breast_cancer.csv", "diagnosis", 569, 30, 2, TargetKind.Classification)]
    [TestCase("digits.csv", "digit", 1797, 64, 10, TargetKind.Classification)]
    [TestCase("diabetes.csv", "progression", 442, 10, 214, TargetKind.Regression)]
    public void The_data_sets_are_read(string file, string target, int rows, int features, int levels, TargetKind kind)
    {
        Table table = CsvTable.Read(CsvText.Sample(file), target);
        Assert.Multiple(() =>
        {
            Assert.That(table.Rows, Is.EqualTo(rows));
            Assert.That(table.FeatureNames, Has.Count.EqualTo(features));
            Assert.That(table.Target!.Levels, Has.Count.EqualTo(levels));
            Assert.That(table.Target!.SuggestedKind, Is.EqualTo(kind));
            Assert.That(table.LineOf(rows - 1), Is.EqualTo(rows + 1));
        });
    }

    [Test]
    public void The_header_alone_can_be_asked_for() =>
        Assert.That(
            CsvTable.ReadHeader(CsvText.Sample("iris.csv")),
            Is.EqualTo(Items.Of("sepal_length", "sepal_width", "petal_length", "petal_width", "species"))
        );

    private static double N(double number) => (number);

    /// <summary>A pipe that gives three bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 3));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 3)]);

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
