namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A record without quotes, so that a field is what stands between two delimiters.</summary>
/// <param name="bytes">Hold the record; there may be more of them behind it.</param>
/// <param name="start">Where its first field begins.</param>
/// <param name="ends">Where each field ends, and the next begins one further.</param>
internal readonly ref struct PlainRecord(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<int> ends)
{
    internal ReadOnlySpan<byte> Bytes { get; } = bytes;

    internal ReadOnlySpan<int> Ends { get; } = ends;

    /// <summary>A field with the blanks around it.</summary>
    internal ReadOnlySpan<byte> this[int field] => Bytes[StartOf(field)..Ends[field]];

    /// <summary>Where a field begins, or would begin behind the last.</summary>
    internal int StartOf(int field) => field == 0 ? start : Ends[field - 1] + 1;
}
