using System.IO.Compression;
using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv.Sources;

/// <summary>Files as bytes, read as files are and as pipes are: both have to give the same.</summary>
internal static class Bytes
{
    internal static readonly CsvOptions Usual = new() { Target = "y" };

    internal static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }

    internal static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    /// <summary>The bytes of a text in an encoding.</summary>
    internal static byte[] Of(string text, string encoding) =>
        CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text)
        ?? Encoding.GetEncoding(encoding).GetBytes(text);

    internal static Table Read(byte[] bytes, CsvOptions? options = null)
    {
        Table table = CsvTable.Read(new MemoryStream(bytes), "data", options ?? Usual);
        Table piped = CsvTable.Read(new Pipe(bytes), "data", options ?? Usual);
        Assert.That(piped.Features.Values.ToArray(), Is.EqualTo(table.Features.Values.ToArray()));
        Assert.That(piped.FeatureNames, Is.EqualTo(table.FeatureNames));
        Assert.That(piped.Findings, Is.EqualTo(table.Findings));
        return table;
    }

    internal static DataException Problem(byte[] bytes, CsvOptions? options = null)
    {
        DataException problem = Assert.Throws<DataException>(() =>
            CsvTable.Read(new MemoryStream(bytes), "data", options ?? Usual)
        )!;
        DataException piped = Assert.Throws<DataException>(() =>
            CsvTable.Read(new Pipe(bytes), "data", options ?? Usual)
        )!;
        DataException read = Assert.Throws<DataException>(() =>
        {
            using TablePortions portions = CsvTable.ReadPortions(
                new Pipe(bytes),
                "data",
                [new NumberFeature("a")],
                (options ?? Usual) with
                {
                    Ids = ["y"],
                },
                10
            );
            while (portions.Read())
            {
                if (portions.Problems.Count > 0)
                {
                    throw portions.Problems.Values.First();
                }
            }
        })!;
        Assert.That(piped.Message, Is.EqualTo(problem.Message));
        Assert.That(read.What, Is.EqualTo(problem.What));
        return problem;
    }

    internal static DataException Problem(string text, CsvOptions? options = null) =>
        Problem(Encoding.UTF8.GetBytes(text), options);

    /// <summary>A stream that cannot go back, and gives a few bytes at a time.</summary>
    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        private int reads;

        public override bool CanSeek => false;

        public override long Position
        {
            get => base.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, 1 + 7 * reads++));
    }
}
