using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Parquet;
using Parquet.Schema;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;

namespace Tiny.Nn.Parquet.Tests;

public sealed class SameTableTests
{
    private static readonly CompressionMethod[] Compressions =
    [
        CompressionMethod.None,
        CompressionMethod.Snappy,
        CompressionMethod.Gzip,
        CompressionMethod.Zstd,
        CompressionMethod.LZ4,
        CompressionMethod.Brotli,
    ];

    [Test]
    public void Any_table_is_the_one_that_a_csv_file_of_its_cells_gives()
    {
        Gen<(int Seed, int Rows, int Group, CompressionMethod Compression)> any =
            from seed in Gen.Choose(0, int.MaxValue)
            from rows in Gen.Choose(12, 60)
            from rowsOfGroup in Gen.Choose(1, 70)
            from compression in Gen.Elements(Compressions)
            select (seed, rows, rowsOfGroup, compression);
        int read = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(
                any.ToArbitrary(),
                drawn =>
                {
                    WrittenColumn[] columns = [.. Columns(new Random(drawn.Seed), drawn.Rows)];
                    byte[] file = ParquetBytes.Write(drawn.Group, drawn.Compression, columns);
                    CsvOptions options = new() { Target = "y", Categorical = ["guid"] };
                    string expected = Outcome(() =>
                    {
                        string all = Tables.Csv(columns, options with { Dates = ["day", "moment", "clock"] }).All();
                        read++;
                        return all;
                    });
                    Assert.That(Outcome(() => Tables.Parquet(file, options).All()), Is.EqualTo(expected));
                }
            )
        );
        Assert.That(read, Is.GreaterThan(20), "tables that are no error");
    }

    /// <summary>What is read, or what is wrong; not on which line, for a row is one line later in a CSV file.</summary>
    private static string Outcome(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (DataException problem)
        {
            return problem.What;
        }
    }

    private static IEnumerable<WrittenColumn> Columns(Random random, int rows)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        string[] labels = ["red", "Grün", "blue, \"dark\"", " two words ", "日本"];
        T?[] Some<T>(Func<T> draw)
            where T : struct => [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0 ? (T?)null : draw())];
        T[] All<T>(Func<T> draw) => [.. Enumerable.Range(0, rows).Select(_ => draw())];
        double AnyDouble() =>
            BitConverter.Int64BitsToDouble(random.NextInt64()) is var bits && double.IsFinite(bits) ? bits : 0.5;
        DateTime AnyMoment() =>
            DateTime.UnixEpoch.AddTicks(random.NextInt64(0, 20_000L * TimeSpan.TicksPerDay) / 10 * 10);

        yield return WrittenColumn.Of("double", Some(AnyDouble), x => x.ToString("R", plain));
        yield return WrittenColumn.Of("short double", Some(() => random.Next(-500, 500) / 4.0), x => x.ToString(plain));
        yield return WrittenColumn.Of("float", Some(random.NextSingle), x => x.ToString(plain));
        yield return WrittenColumn.Of("int", Some(() => random.Next(-99, 99)), x => x.ToString(plain));
        yield return WrittenColumn.Of("long", Some(() => random.NextInt64()), x => x.ToString(plain));
        yield return WrittenColumn.Of("byte", Some(() => (byte)random.Next(256)), x => x.ToString(plain));
        yield return WrittenColumn.Of("ushort", Some(() => (ushort)random.Next(65536)), x => x.ToString(plain));
        yield return WrittenColumn.OfAll(
            new DataField<int>("whole"),
            All(() => random.Next(9)),
            x => x.ToString(plain)
        );
        yield return WrittenColumn.Of(
            new DecimalDataField("money", 12, 2, isNullable: true),
            Some(() => random.Next(100_000) / 100m),
            x => x.ToString("F2", plain)
        );
        yield return WrittenColumn.Of("truth", Some(() => random.Next(2) == 0), x => x ? "true" : "false");
        yield return WrittenColumn.Of("label", All(() => random.Next(4) == 0 ? null : labels[random.Next(5)]));
        yield return WrittenColumn.Of("digits", All(() => random.Next(4) == 0 ? "" : $"{random.Next(50)}"));
        yield return WrittenColumn.Of(
            new DateTimeDataField("day", DateTimeFormat.Date, isNullable: true),
            Some(() => AnyMoment().Date),
            x => x.ToString("yyyy-MM-dd", plain)
        );
        yield return WrittenColumn.Of(
            new DateTimeDataField("moment", DateTimeFormat.DateAndTimeMicros, isNullable: true),
            Some(AnyMoment),
            x => x.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", plain)
        );
        yield return WrittenColumn.Of(
            new TimeDataField("clock", TimeUnitPrecision.Millis, isNullable: true),
            Some(() => random.Next(86_400) * 1000),
            x => TimeOnly.FromTimeSpan(TimeSpan.FromMilliseconds(x)).ToString("HH:mm:ss", plain)
        );
        yield return WrittenColumn.Of(new DataField<Guid?>("guid"), Some(Guid.NewGuid), x => x.ToString());
        yield return random.Next(2) == 0
            ? WrittenColumn.Of("y", All(() => random.Next(9) == 0 ? null : $"class {random.Next(3)}"))
            : WrittenColumn.Of("y", Some(random.NextDouble), x => x.ToString("R", plain));
    }
}
