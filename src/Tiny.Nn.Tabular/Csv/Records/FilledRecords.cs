using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of another source without its blank lines, which are no rows of several columns.</summary>
/// <param name="source">The records as they are.</param>
internal sealed class FilledRecords(RecordSource source) : RecordSource
{
    /// <summary>How many blank lines were passed over: those at the end are not counted.</summary>
    internal int BlankLines { get; private set; }

    /// <summary>The first of them, from 1 on.</summary>
    internal long FirstBlankLine { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override bool MoveNext(Record record)
    {
        bool moved = source.MoveNext(record);
        if (moved && record.IsBlank)
        {
            moved = PassOver(record);
        }
        return moved;
    }

    /// <summary>Forgets the blank lines so far: those above the first record are between no rows.</summary>
    internal void Restart() => BlankLines = 0;

    /// <inheritdoc/>
    public override void Dispose() => source.Dispose();

    private bool PassOver(Record record)
    {
        long first = record.Line;
        int count = 0;
        do
        {
            count++;
            if (!source.MoveNext(record))
            {
                return false;
            }
        } while (record.IsBlank);
        FirstBlankLine = BlankLines == 0 ? first : FirstBlankLine;
        BlankLines += count;
        return true;
    }
}
