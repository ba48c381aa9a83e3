using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Stored;

/// <summary>The inputs of samples that are in a file: all rows of a table are encoded once, and each sample is one of them.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class StoredInputs<T> : SampleNumbers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many rows are encoded and written at a time.</summary>
    private const int Portion = 4096;

    /// <summary>Rows that lie no further apart than this on average are read with those between them: that takes one call and not one for each.</summary>
    private const int Sparse = 8;
    private const int MostNumbers = 1 << 20;

    private readonly RowFile file;
    private readonly ReadOnlyMemory<int> rows;
    private readonly Lazy<Matrix<T>> all;

    private StoredInputs(RowFile file, ReadOnlyMemory<int> rows)
    {
        this.file = file;
        this.rows = rows;
        all = new(() =>
        {
            Matrix<T> numbers = new(Rows, Count);
            Gather(this.rows.Span, numbers, 0);
            return numbers;
        });
    }

    internal override int Rows => file.Width / Unsafe.SizeOf<T>();

    internal override int Count => rows.Length;

    internal override Matrix<T> All => all.Value;

    internal override bool NeedsRoom => true;

    /// <summary>The inputs of some rows of a table that has a home.</summary>
    /// <param name="table">The table.</param>
    /// <param name="encoding">From features to inputs.</param>
    /// <param name="rows">Which rows; not copied.</param>
    /// <exception cref="OutputException">The file could not be written.</exception>
    internal static StoredInputs<T> Of(Table table, TableEncoding encoding, ReadOnlyMemory<int> rows)
    {
        TableEncoding own = encoding.Reading(table.Schema);
        int width = encoding.Outputs * Unsafe.SizeOf<T>();
        RowFile file = table.Home!.Rows(
            Identify(table.Home, table.Rows, encoding),
            table.Rows,
            width,
            () => Encode(table, own)
        );
        return new StoredInputs<T>(file, rows);
    }

    internal override void Gather(ReadOnlySpan<int> samples, Matrix<T> room)
    {
        ReadOnlySpan<int> own = rows.Span;
        for (int i = 0; i < samples.Length; i++)
        {
            Read(own[samples[i]], room.Column(i));
        }
    }

    internal override SampleNumbers<T> Select(ReadOnlySpan<int> samples) =>
        new StoredInputs<T>(file, Tables.Rows.Pick(rows.Span, samples));

    internal override Matrix<T> Slice(int first, int count, Matrix<T> room)
    {
        Matrix<T> numbers = room.Slice(0, count);
        Gather(rows.Span.Slice(first, count), numbers, 0);
        return numbers;
    }

    /// <summary>Copies rows of the table, which ascend.</summary>
    private void Gather(ReadOnlySpan<int> chosen, Matrix<T> room, int place)
    {
        if (chosen.IsEmpty)
        {
            return;
        }
        long between = chosen[^1] - (long)chosen[0] + 1;
        if (between > Sparse * (long)chosen.Length || between * Rows > MostNumbers)
        {
            foreach (int row in chosen)
            {
                Read(row, room.Column(place++));
            }
            return;
        }
        Matrix<T> near = Scratch<T>.Take((int)between, Rows);
        Read(chosen[0], near.Values);
        foreach (int row in chosen)
        {
            near.Values.Slice((row - chosen[0]) * Rows, Rows).CopyTo(room.Column(place++));
        }
    }

    private void Read(int row, Span<T> numbers)
    {
        try
        {
            file.Read(row, MemoryMarshal.AsBytes(numbers));
        }
        catch (IOException fault)
        {
            throw new DataException(
                $"The cache of the data cannot be read: {fault.Message.TrimEnd('.')}.",
                file.Path,
                "Check the disk, and train again: what is damaged is made anew.",
                fault
            );
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Encode(Table table, TableEncoding encoding)
    {
        TableMemory.Tidy(table);
        int most = Math.Min(Portion, table.Rows);
        Matrix<T> room = new(encoding.Outputs, most);
        byte[] bytes = new byte[room.Values.Length * Unsafe.SizeOf<T>()];
        for (int first = 0; first < table.Rows; first += most)
        {
            Matrix<T> portion = room.Slice(0, Math.Min(most, table.Rows - first));
            encoding.Apply(table.Cells, [.. Enumerable.Range(first, portion.Columns)], portion);
            ReadOnlySpan<byte> own = MemoryMarshal.AsBytes(portion.Values);
            own.CopyTo(bytes);
            yield return bytes.AsMemory(0, own.Length);
        }
    }

    /// <summary>SHA-256 of the table's identity and of all numbers of the encoding, as a model file has them.</summary>
    private static byte[] Identify(TableHome home, int rows, TableEncoding encoding)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(home.Identity);
        hash.AppendData(BitConverter.GetBytes(rows));
        hash.AppendData(BitConverter.GetBytes(Unsafe.SizeOf<T>()));
        hash.AppendData(
            JsonSerializer.SerializeToUtf8Bytes(
                EncodingTranslation.ToDocument(encoding),
                ModelJson.Default.EncodingDocument
            )
        );
        foreach (Feature feature in encoding.Schema)
        {
            hash.AppendData(
                JsonSerializer.SerializeToUtf8Bytes(
                    EncodingTranslation.ToDocument(feature),
                    ModelJson.Default.FeatureDocument
                )
            );
        }
        foreach (
            IReadOnlyList<double> numbers in (IEnumerable<IReadOnlyList<double>>)
                [
                    encoding.Scaling.Center,
                    encoding.Scaling.Spread,
                    .. encoding.Scaling.Landmarks.Select(own => (IReadOnlyList<double>)own),
                ]
        )
        {
            hash.AppendData(MemoryMarshal.AsBytes<double>(numbers.ToArray()));
        }
        return hash.GetHashAndReset();
    }
}
