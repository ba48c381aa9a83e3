using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Data;

/// <summary>What a CSV file held: the features as numbers, and the target if it was there. See <see cref="CsvTable"/>.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Table<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LineIndex lines;

    internal Table(
        string source,
        IReadOnlyList<string> featureNames,
        Matrix<T> features,
        TargetColumn? target,
        IReadOnlyList<string> ignored,
        LineIndex lines
    )
    {
        Source = source;
        FeatureNames = featureNames;
        Features = features;
        Target = target;
        Ignored = ignored;
        this.lines = lines;
    }

    /// <summary>Where the table comes from: a path, or a name for a stream.</summary>
    public string Source { get; }

    /// <summary>The names of the features, in the order of the matrix's rows.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The numbers, features × samples: a row of the file is a column here.</summary>
    public Matrix<T> Features { get; }

    /// <summary>The target; null where the file has no such column.</summary>
    public TargetColumn? Target { get; }

    /// <summary>The names of columns that were there and not wanted.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>How many rows there are, the header not counted.</summary>
    public int Rows => Features.Columns;

    /// <summary>The line of the file, from 1 on, where a row starts.</summary>
    /// <param name="row">The row, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public long LineOf(int row) => lines[row];
}
