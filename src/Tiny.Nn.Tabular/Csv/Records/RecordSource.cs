namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>Where the records of a file come from, one after the other.</summary>
internal abstract class RecordSource : IDisposable
{
    /// <summary>Goes to the next record, be it blank.</summary>
    /// <param name="record">Becomes the next one, valid until that after it.</param>
    /// <returns>False where there is none.</returns>
    /// <exception cref="DataException">The record's quotes do not match.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal abstract bool MoveNext(Record record);

    /// <inheritdoc/>
    public abstract void Dispose();
}
