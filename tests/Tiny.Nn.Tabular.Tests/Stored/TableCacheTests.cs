using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Stored;

public sealed class TableCacheTests
{
    private const string Text = "x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n9,a\n10,b\n11,a\n12,b\n";

    private static readonly CsvOptions Options = new() { Target = "y", Numeric = ["x"] };
    private static readonly Recipe Recipe = new() { Hidden = [2], Epochs = 2 };

    [Test]
    public void Rows_are_found_again_and_those_of_other_data_another_reading_or_another_encoding_are_not()
    {
        using Cached data = new Cached().Write(Text);
        Assert.That(data.Train(Options, Recipe).IsFound, Is.False);
        Assert.That(data.Train(Options, Recipe).IsFound, Is.True);
        Assert.That(data.Train(Options, Recipe with { Hidden = [3] }).IsFound, Is.True, "Another network");
        Assert.That(
            data.Train(Options, Recipe with { Encoding = new() { Scaling = ScalingKind.MinMax } }).IsFound,
            Is.False
        );
        Assert.That(data.Train(Options, Recipe with { Seed = 9 }).IsFound, Is.False, "Other rows to fit to");
        Assert.That(data.Train(Options with { Missing = ["3"] }, Recipe).IsFound, Is.False);
        data.Write(Text.Replace("4,b", "4.5,b", StringComparison.Ordinal));
        Assert.That(data.Train(Options, Recipe).IsFound, Is.False);
    }

    [Test]
    public void A_file_with_any_byte_damaged_is_made_anew()
    {
        using Cached data = new Cached().Write(Text);
        byte[] model = data.Train(Options, Recipe).Model;
        string file = data.Files.Single();
        byte[] whole = File.ReadAllBytes(file);
        for (int place = 0; place < whole.Length; place += 1 + place / 8)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x10;
            File.WriteAllBytes(file, damaged);
            (byte[] again, _, bool isFound) = data.Train(Options, Recipe);
            Assert.That(isFound, Is.False, $"byte {place}");
            Assert.That(again, Is.EqualTo(model));
            Assert.That(File.ReadAllBytes(file), Is.EqualTo(whole));
        }
        File.WriteAllBytes(file, whole[..^7]);
        Assert.That(data.Train(Options, Recipe).IsFound, Is.False, "cut off");
    }

    [Test]
    public void Nothing_but_rows_is_left_and_nothing_at_all_where_they_are_discarded()
    {
        using Cached data = new Cached().Write(Text);
        using (TableCache cache = new(data.Cache))
        {
            Table table = cache.Read(data.Data, Options);
            Assert.That(table.Rows, Is.EqualTo(12));
            Assert.That(data.Files, Is.Empty, "Cells are in a file without a name");
            _ = Tabular.Experiments.Experiment.Plan<float>(table, Recipe).Training;
            Assert.That(data.Files.Select(Path.GetExtension), Is.EqualTo(Items.Of(".rows")));
            cache.Discard();
        }
        Assert.That(data.Files, Is.Empty);
    }

    [Test]
    public void A_file_that_changes_while_it_is_read_is_told()
    {
        using Cached data = new Cached().Write(Text);
        using TableCache cache = new(data.Cache);
        CsvOptions options = Options with { Formats = [new Touching(data.Data)] };
        Assert.That(
            Assert.Throws<DataException>(() => cache.Read(data.Data, options))!.What,
            Is.EqualTo("The file changed while it was read.")
        );
    }

    [Test]
    public void A_directory_that_takes_no_files_is_told()
    {
        using Cached data = new Cached().Write(Text);
        Assert.That(
            Assert.Throws<OutputException>(() => _ = new TableCache(Path.Combine(data.Data, "below a file")))!.What,
            Does.StartWith("The directory cannot be made")
        );
    }

    [Test]
    public void A_file_that_is_shortened_while_it_is_used_is_an_error_and_not_the_end()
    {
        using Cached data = new Cached().Write(Text);
        using TableCache cache = new(data.Cache);
        Dataset<float> samples = Tabular
            .Experiments.Experiment.Plan<float>(cache.Read(data.Data, Options), Recipe)
            .Training;
        using (FileStream file = new(data.Files.Single(), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(70);
        }
        Assert.That(
            Assert.Throws<DataException>(() => _ = samples.Inputs)!.What,
            Does.StartWith("The cache of the data cannot be read: The file is shorter than it was")
        );
    }

    /// <summary>No format, but a way to be there while a file is read.</summary>
    private sealed class Touching(string path) : RecordFormat
    {
        internal override bool Fits(ReadOnlySpan<byte> head)
        {
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
            return false;
        }

        internal override RecordFile Open(Stream stream, string source, CsvFormat format) =>
            throw new NotSupportedException();
    }
}
