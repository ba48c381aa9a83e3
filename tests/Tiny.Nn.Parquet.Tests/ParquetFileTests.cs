using Parquet;
using Parquet.Schema;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Parquet.Tests;

public sealed class ParquetFileTests
{
    private static readonly CsvOptions Target = new() { Target = "y" };

    private static WrittenColumn X(params double?[] cells) =>
        WrittenColumn.Of("x", cells, x => x.ToString(null, System.Globalization.CultureInfo.InvariantCulture));

    private static WrittenColumn Y(params string?[] cells) => WrittenColumn.Of("y", cells);

    private static byte[] Small => ParquetBytes.Write(X(1.5, null, -3, 4), Y("a", "b", "a", "b"));

    [Test]
    public void A_null_and_a_nan_are_missing_whatever_texts_are()
    {
        byte[] file = ParquetBytes.Write(X(1.5, null, double.NaN, 4), Y("a", "b", "a", "b"));
        Table table = Tables.Parquet(file, Target with { Missing = [] });
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1.5, double.NaN, double.NaN, 4)));
    }

    [Test]
    public void A_decimal_comma_is_for_texts_and_a_number_stays_what_it_is()
    {
        byte[] file = ParquetBytes.Write(X(1.5, 0.25), WrittenColumn.Of("text", ["2,5", "3,5"]), Y("a", "b"));
        Table table = Tables.Parquet(file, Target with { DecimalComma = true });
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1.5, 2.5, 0.25, 3.5)));
    }

    [Test]
    public void A_model_finds_its_features_in_any_order()
    {
        CsvOptions options = new() { Formats = [ParquetFormat.Instance], Ids = ["y"] };
        using TablePortions portions = CsvTable.ReadPortions(
            new MemoryStream(Small),
            "data",
            [new NumberFeature("x")],
            options,
            3
        );
        List<double> cells = [];
        List<string> ids = [];
        while (portions.Read())
        {
            cells.AddRange(portions.Features.Values);
            ids.AddRange(
                Enumerable
                    .Range(0, portions.Rows)
                    .Select(row => System.Text.Encoding.UTF8.GetString(portions.Id(row, 0)))
            );
        }
        Assert.That(cells, Is.EqualTo(Items.Of(1.5, double.NaN, -3, 4)));
        Assert.That(ids, Is.EqualTo(Items.Of("a", "b", "a", "b")));
    }

    [Test]
    public void A_nested_column_is_refused_by_name_and_no_hindrance_where_it_is_left_out()
    {
        DataField inner = new DataField<int>("item");
        byte[] file = Nested(new ListField("steps", inner), inner);
        DataException problem = Assert.Throws<DataException>(() => Tables.Parquet(file, Target))!;
        Assert.That(problem.What, Is.EqualTo("A column is nested: a list in each row."));
        Assert.That(problem.Where, Is.EqualTo("data, column 'steps'"));
        Assert.That(problem.Advice, Does.Contain("Ignore").And.Contain("a column of its own for each part"));
        Table table = Tables.Parquet(file, Target with { Ignore = ["steps"] });
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("x")));
        Assert.That(table.Rows, Is.EqualTo(2));
    }

    [Test]
    public void Bytes_that_are_no_text_are_told_with_their_place()
    {
        DataField field = new DataField<byte[]>("blob");
        WrittenColumn blob = new(
            field,
            ["", ""],
            (group, first, count) =>
                group.WriteAsync(
                    field,
                    new ArraySegment<byte[]>(
                        [
                            [0xFF, 0xFE],
                            [0x41],
                        ],
                        first,
                        count
                    )
                )
        );
        byte[] file = ParquetBytes.Write(X(1, 2), blob, Y("a", "b"));
        DataException problem = Assert.Throws<DataException>(() => Tables.Parquet(file, Target))!;
        Assert.That(problem.Where, Does.StartWith("data, line 1, column 'blob'"));
        Assert.That(problem.Advice, Does.Contain("bytes that are no text"));
    }

    [Test]
    public void A_wrong_cell_is_told_by_its_row_and_column()
    {
        byte[] file = ParquetBytes.Write(
            X(1, 2, 3, 4),
            WrittenColumn.Of("n", ["1", "2", "3", "4,5"]),
            Y("a", "b", "a", "b")
        );
        DataException problem = Assert.Throws<DataException>(() => Tables.Parquet(file, Target))!;
        Assert.That(problem.Where, Is.EqualTo("data, line 4, column 'n': \"4,5\""));
    }

    [Test]
    public void Files_that_hold_no_rows_say_so()
    {
        byte[] file = ParquetBytes.Write(X(), Y());
        Assert.That(
            Assert.Throws<DataException>(() => Tables.Parquet(file, Target))!.What,
            Is.EqualTo("There are no rows below the header.")
        );
    }

    [Test]
    public void A_file_that_is_cut_off_or_encrypted_is_told_as_such()
    {
        Assert.That(Problem(Small[..^4]).What, Does.Contain("cut off"));
        Assert.That(Problem(Small[..40]).What, Does.Contain("cut off"));
        Assert.That(Problem([.. Small[..^4], .. "PARE"u8]).What, Does.Contain("encrypted"));
    }

    [Test]
    public void A_csv_file_whose_header_begins_with_the_letters_stays_one()
    {
        byte[] csv = [.. "PAR1,y\n1,a\n2,b\n"u8];
        Assert.That(Tables.Parquet(csv, Target).FeatureNames, Is.EqualTo(Items.Of("PAR1")));
    }

    [Test]
    public void Any_damaged_byte_ends_in_a_table_or_in_a_data_exception()
    {
        byte[] whole = Small;
        int errors = 0;
        for (int place = 4; place < whole.Length; place++)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= (byte)(1 + place % 255);
            try
            {
                _ = Tables.Parquet(damaged, Target);
            }
            catch (DataException)
            {
                errors++;
            }
        }
        Assert.That(errors, Is.GreaterThan(whole.Length / 10));
    }

    private static DataException Problem(byte[] file) =>
        Assert.Throws<DataException>(() => Tables.Parquet(file, Target))!;

    /// <summary>A file of two rows with a column that is no plain one.</summary>
    private static byte[] Nested(Field nested, DataField inner)
    {
        using MemoryStream stream = new();
        (WrittenColumn x, WrittenColumn y) = (X(1, 2), Y("a", "b"));
        ParquetWriter writer = ParquetWriter
            .CreateAsync(new ParquetSchema(x.Field, nested, y.Field), stream)
            .GetAwaiter()
            .GetResult();
        using (ParquetRowGroupWriter group = writer.CreateRowGroup())
        {
            x.Write(group, 0, 2).GetAwaiter().GetResult();
            group
                .WriteAllPartsAsync<int>(inner, (int[])[1, 2, 3], (int[])[3, 3, 3], (int[])[0, 1, 0], default)
                .GetAwaiter()
                .GetResult();
            y.Write(group, 0, 2).GetAwaiter().GetResult();
        }
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
