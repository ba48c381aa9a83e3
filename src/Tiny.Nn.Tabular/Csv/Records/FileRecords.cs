using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>All records of a file, blank lines among them: the plain ones, and from the first other one on those that CsvHelper reads.</summary>
/// <param name="plain">Stand before the first record.</param>
/// <param name="source">The file's name, for messages.</param>
/// <param name="delimiter">What separates the fields.</param>
internal sealed class FileRecords(PlainRecords plain, string source, char delimiter) : RecordSource
{
    private QuotedRecords? quoted;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override bool MoveNext(Record record) => quoted is null && plain.MoveNext(record) || AdvanceQuoted(record);

    /// <inheritdoc/>
    public override void Dispose() => quoted?.Dispose();

    private bool AdvanceQuoted(Record record)
    {
        if (quoted is null && plain.HasRest)
        {
            quoted = new QuotedRecords(plain, source, delimiter);
        }
        return quoted?.MoveNext(record) ?? false;
    }
}
