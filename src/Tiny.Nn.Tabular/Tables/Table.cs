using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>Rows to learn from or to predict: the features' cells as numbers, and the target if it is there.</summary>
public sealed class Table
{
    private readonly LineIndex? lines;
    private readonly Lazy<Finding[]> findings;
    private readonly Lock making = new();
    private volatile TableCells cells;

    /// <summary>A table in memory, over a matrix that is not copied.</summary>
    /// <param name="schema">What each row of the matrix means.</param>
    /// <param name="features">Features × samples: a number per cell, as its <see cref="Feature"/> says; NaN where one is missing.</param>
    /// <param name="target">The target; null where there is none.</param>
    /// <exception cref="ArgumentException">There are more or fewer features than rows of the matrix, or targets than samples.</exception>
    public Table(IReadOnlyList<Feature> schema, Matrix<double> features, TargetColumn? target)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.Count != features.Rows)
        {
            throw new ArgumentException($"The schema has {schema.Count} features, the matrix {features.Rows} rows.");
        }
        if (target is not null && target.Texts.Count != features.Columns)
        {
            throw new ArgumentException(
                $"There are {target.Texts.Count} targets and {features.Columns} samples (columns of the matrix)."
            );
        }
        Source = "memory";
        Schema = schema;
        FeatureNames = [.. schema.Select(feature => feature.Name)];
        cells = new MatrixCells(features);
        Target = target;
        Ignored = [];
        findings = new Lazy<Finding[]>(() => []);
    }

    internal Table(
        string source,
        IReadOnlyList<Feature> schema,
        TableCells cells,
        TargetColumn? target,
        IReadOnlyList<string> ignored,
        LineIndex lines
    )
    {
        Source = source;
        Schema = schema;
        FeatureNames = [.. schema.Select(feature => feature.Name)];
        this.cells = cells;
        Target = target;
        Ignored = ignored;
        this.lines = lines;
        findings = new Lazy<Finding[]>(() => [.. FileFindings, .. target is null ? [] : TargetFindings(target)]);
    }

    /// <summary>Where the table comes from: a path, or a name for a stream.</summary>
    public string Source { get; }

    /// <summary>What each row of the matrix means.</summary>
    public IReadOnlyList<Feature> Schema { get; }

    /// <summary>The names of the features, in the order of the matrix's rows.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>
    /// The cells as numbers, features × samples: a row of the file is a column here. The <see cref="Schema"/> tells what they mean;
    /// NaN is a missing cell. Of a table from a file it is made when first asked for, and takes the place of what the table had
    /// in less memory: what is written into it is what the table has.
    /// </summary>
    /// <exception cref="DataException">The table has more cells than an array can hold.</exception>
    public Matrix<double> Features
    {
        get
        {
            lock (making)
            {
                Matrix<double> matrix = cells.ToMatrix();
                cells = cells is MatrixCells same ? same : new MatrixCells(matrix);
                return matrix;
            }
        }
    }

    /// <summary>The same cells, as a table from a file has them in less memory.</summary>
    internal TableCells Cells => cells;

    /// <summary>Where what is made of it is kept; null where that is memory.</summary>
    internal TableHome? Home { get; set; }

    /// <summary>The target; null where the file has no such column.</summary>
    public TargetColumn? Target { get; }

    /// <summary>The names of unused columns.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The names of columns that name a row, and are no features.</summary>
    public IReadOnlyList<string> IdNames { get; internal init; } = [];

    /// <summary>The columns that describe the rows and are no features (groups, times, weights), in the order of the options.</summary>
    public IReadOnlyList<ExtraColumn> Extra { get; internal init; } = [];

    /// <summary>How the cells of the file were written.</summary>
    public CsvFormat Format { get; internal init; } = CsvFormat.Usual;

    /// <summary>What looks odd about the data; computed on first use.</summary>
    public IReadOnlyList<Finding> Findings => findings.Value;

    /// <summary>What was found while reading.</summary>
    internal IReadOnlyList<Finding> FileFindings { get; init; } = [];

    /// <summary>What is to be found about the target, for which its classes have to be known.</summary>
    internal Func<TargetColumn, IEnumerable<Finding>> TargetFindings { get; init; } = _ => [];

    /// <summary>The same table, about which more is known.</summary>
    internal Table With(IEnumerable<Finding> more) =>
        new(Source, Schema, Cells, Target, Ignored, lines!)
        {
            Home = Home,
            IdNames = IdNames,
            Extra = Extra,
            Format = Format,
            FileFindings = [.. FileFindings, .. more],
            TargetFindings = TargetFindings,
        };

    /// <summary>How many rows there are, the header not counted, nor rows without a target.</summary>
    public int Rows => Cells.Columns;

    /// <summary>The line of the file, from 1 on, where a row starts; of a table in memory the row itself, from 1 on.</summary>
    /// <param name="row">The row, from 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public long LineOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return lines?[row] ?? row + 1;
    }

    /// <summary>How many rows and features it has, and the target's name.</summary>
    public override string ToString()
    {
        string predicted = Target is null ? "no target" : $"target {Target.Name}";
        return $"{Rows} rows of {FeatureNames.Count} features from {Source}, {predicted}";
    }
}
