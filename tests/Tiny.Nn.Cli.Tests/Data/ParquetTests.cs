using Parquet;
using Parquet.Schema;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Each command that reads a table reads one of Parquet: as the CSV file of the same cells.</summary>
internal sealed class ParquetTests : CommandTests
{
    private static readonly string[] Names = ["width", "day", "colour", "wide"];

    [Test]
    public void A_model_has_the_bytes_that_the_csv_file_gives()
    {
        // A model keeps the name of its file: the two have the same, in two folders, and the first bytes tell what they are.
        string csv = Written("csv/table", WriteCsv);
        string parquet = Written("parquet/table", WriteParquet);
        string[] flags = ["--target", "wide", "--hidden", "6", "--epochs", "3", "--seed", "4", "--date", "day"];
        Asked(["train", csv, .. flags, "-o", "csv.tnn"]).Good();
        Run run = Asked(["train", parquet, .. flags, "-o", "parquet.tnn"]).Good();
        Assert.That(run.Error, Does.Contain("80 rows, 3 features"));
        Assert.That(File.ReadAllBytes(Place.Path("parquet.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("csv.tnn"))));

        string[] answers = Asked("predict", "csv.tnn", csv, "--id", "colour").Good().Lines;
        Assert.That(Asked("predict", "csv.tnn", parquet, "--id", "colour").Good().Lines, Is.EqualTo(answers));
        string report = Asked("evaluate", "csv.tnn", csv).Good().Output;
        Assert.That(Asked("evaluate", "csv.tnn", parquet).Good().Output, Is.EqualTo(report));
        Assert.That(Asked("check", parquet, "--target", "wide").Good().Output, Does.Match("day +date"));
    }

    [Test]
    public void A_file_that_is_cut_off_is_told_and_no_table()
    {
        string whole = Written("whole.parquet", WriteParquet);
        File.WriteAllBytes(Place.Path("cut.parquet"), File.ReadAllBytes(whole)[..^100]);
        Run run = Asked("train", "cut.parquet", "--target", "wide").Failed(3, "cut.parquet");
        Assert.That(run.Error, Does.Contain("The Parquet file is cut off"));
    }

    private string Written(string name, Action<string> write)
    {
        string path = Place.Path(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path);
        return path;
    }

    private static double? Width(int row) => row % 9 == 4 ? null : row / 8.0;

    private static DateTime Day(int row) => new DateTime(2024, 1, 1).AddDays(row * 5);

    private static string? Colour(int row) =>
        row % 7 == 0 ? null
        : row % 2 == 0 ? "red"
        : "blue, dark";

    private static bool IsWide(int row) => row % 3 != 0 && row > 20;

    private static void WriteCsv(string path) =>
        File.WriteAllLines(
            path,
            Enumerable
                .Range(0, 80)
                .Select(row =>
                    FormattableString.Invariant(
                        $"{Width(row)},{Day(row):yyyy-MM-dd},\"{Colour(row)}\",{(IsWide(row) ? "true" : "false")}"
                    )
                )
                .Prepend(string.Join(',', Names))
        );

    private static void WriteParquet(string path)
    {
        DataField width = new DataField<double?>(Names[0]);
        DataField day = new DateTimeDataField(Names[1], DateTimeFormat.Date);
        DataField colour = new DataField<string>(Names[2]);
        DataField wide = new DataField<bool>(Names[3]);
        using FileStream stream = File.Create(path);
        ParquetWriter writer = ParquetWriter
            .CreateAsync(new ParquetSchema(width, day, colour, wide), stream)
            .GetAwaiter()
            .GetResult();
        for (int first = 0; first < 80; first += 32)
        {
            int[] rows = [.. Enumerable.Range(first, Math.Min(32, 80 - first))];
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            group.WriteAsync<double>(width, (double?[])[.. rows.Select(Width)]).GetAwaiter().GetResult();
            group.WriteAsync<DateTime>(day, (DateTime[])[.. rows.Select(Day)]).GetAwaiter().GetResult();
            group.WriteAsync(colour, (string?[])[.. rows.Select(Colour)]!).GetAwaiter().GetResult();
            group.WriteAsync<bool>(wide, (bool[])[.. rows.Select(IsWide)]).GetAwaiter().GetResult();
        }
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
