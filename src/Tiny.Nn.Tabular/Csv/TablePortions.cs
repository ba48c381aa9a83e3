using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>
/// Reads a CSV file for a model some rows at a time, into the same memory again and again: a file of any length takes no more than
/// a short one. A row that does not fit does not end the reading: it is listed in <see cref="Problems"/>, and its cells are NaN. See <see cref="CsvTable"/>.
/// </summary>
internal sealed class TablePortions : IDisposable
{
    private readonly Stream stream;
    private readonly CsvRecords records;
    private readonly SchemaReader reader;
    private readonly Matrix<double> samples;
    private readonly long[] lines;
    private readonly TextColumn[] ids;
    private readonly Dictionary<int, DataException> problems = [];

    /// <param name="stream">What the records come from; it is closed in the end.</param>
    /// <param name="records">The records.</param>
    /// <param name="schema">The model's features, in its order.</param>
    /// <param name="options">How cells are written, and which columns are ids.</param>
    /// <param name="capacity">The most rows of a portion.</param>
    internal TablePortions(
        Stream stream,
        CsvRecords records,
        IReadOnlyList<Feature> schema,
        CsvOptions options,
        int capacity
    )
    {
        this.stream = stream;
        this.records = records;
        reader = new SchemaReader(records, schema, options);
        samples = new Matrix<double>(schema.Count, capacity);
        lines = new long[capacity];
        ids = [.. reader.Ids.Select(_ => new TextColumn())];
        IdNames = [.. reader.Ids.Select(field => records.Names[field])];
    }

    /// <summary>Where the rows come from.</summary>
    public string Source => records.Source;

    /// <summary>The names of unused columns.</summary>
    public IReadOnlyList<string> Ignored => reader.Ignored;

    /// <summary>The names of the columns that name a row.</summary>
    public IReadOnlyList<string> IdNames { get; }

    /// <summary>What the numbers of this portion mean: free text has other texts in each.</summary>
    public IReadOnlyList<Feature> Schema => reader.Schema;

    /// <summary>What the owner of the data should know, as far as it has been read.</summary>
    public IReadOnlyList<Finding> Findings => [.. reader.Findings];

    /// <summary>How many rows this portion has.</summary>
    public int Rows { get; private set; }

    /// <summary>The cells of this portion, features × rows. The next portion overwrites them.</summary>
    public Matrix<double> Features => samples.Slice(0, Rows);

    /// <summary>What is wrong with rows of this portion, by their place in it.</summary>
    public IReadOnlyDictionary<int, DataException> Problems => problems;

    /// <summary>Reads the next portion.</summary>
    /// <returns>False where there is none any more.</returns>
    /// <exception cref="DataException">The file cannot be read on: its quotes do not match, or the stream broke.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read()
    {
        Rows = 0;
        problems.Clear();
        reader.Restart();
        foreach (TextColumn id in ids)
        {
            id.Clear();
        }
        while (Rows < samples.Columns && records.MoveNext())
        {
            lines[Rows] = records.Record.Line;
            if (records.Misfit is { } problem)
            {
                Refuse(problem);
            }
            else
            {
                ReadSample();
            }
            Rows++;
        }
        return Rows > 0;
    }

    /// <summary>The line of the file, from 1 on, where a row starts.</summary>
    /// <param name="row">The row of this portion, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public long LineOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return lines[row];
    }

    /// <summary>The text that names a row, in UTF-8, without quotes; empty where the row has too few fields.</summary>
    /// <param name="row">The row of this portion, from 0 on.</param>
    /// <param name="id">Which of the <see cref="IdNames"/>, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or id.</exception>
    public ReadOnlySpan<byte> Id(int row, int id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)ids.Length, nameof(id));
        return ids[id].Utf8(row);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        records.Dispose();
        stream.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadSample()
    {
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i].Add(records.Record.Trimmed(reader.Ids[i]));
        }
        try
        {
            reader.Samples.Read(records, Rows, samples.Column(Rows));
        }
        catch (DataException problem)
        {
            problems.Add(Rows, problem);
            samples.Column(Rows).Fill(double.NaN);
        }
    }

    private void Refuse(DataException ragged)
    {
        problems.Add(Rows, ragged);
        samples.Column(Rows).Fill(double.NaN);
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i].Add(reader.Ids[i] < records.Record.FieldCount ? records.Record.Trimmed(reader.Ids[i]) : default);
        }
    }
}
