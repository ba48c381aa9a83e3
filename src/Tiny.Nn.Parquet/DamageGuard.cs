using Tiny.Nn.Tabular;

namespace Tiny.Nn.Parquet;

/// <summary>A damaged file may lead its reader to any error: all become one that says so. Errors of the disk stay what they are.</summary>
/// <param name="source">The file's name.</param>
internal sealed class DamageGuard(string source)
{
    /// <summary>True where an error tells of the file and not of the disk or the memory.</summary>
    internal static bool IsDamage(Exception fault) =>
        fault is EndOfStreamException or InvalidDataException
        || fault is not (DataException or IOException or OutOfMemoryException);

    /// <summary>What can be said of such an error.</summary>
    internal DataException Explain(Exception fault) =>
        new(
            $"The Parquet file is damaged, or written in a way that is not read: {fault.Message.TrimEnd('.')}.",
            source,
            "Write it again with the program that it comes from, or as CSV.",
            fault
        );
}
