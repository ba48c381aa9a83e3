using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>
/// Rows that might have been among some others: each begins as one of them, e, and looks at another one near it, e′. Each of its cells stays with probability ½; else a number
/// becomes a draw from N(e′ₐ, (eₐ − e′ₐ)²), and anything else is e′ₐ. Numbers stay within those of their column, and whole where all of it are.
/// </summary>
/// <remarks>
/// MUNGE of Bucilă, Caruana, Niculescu-Mizil, "Model Compression", KDD 2006, with p = ½ and s = 1; and e′ is any of the five nearest rows, as in SMOTE (Chawla and others, 2002),
/// so that many rows made of one differ. Near is what is near as the inputs of the small network. Of very many rows the near ones are looked for among a thousand, so
/// the work grows with the rows and not with their square.
/// </remarks>
internal sealed class MadeRows
{
    private const double Replaced = 0.5;
    private const int Neighbours = 5;
    private const int MostCandidates = 1000;

    /// <summary>So many rows are made between two looks at whether it is to end.</summary>
    private const int Together = 4096;

    private readonly IReadOnlyList<Feature> schema;
    private readonly Matrix<double> cells;
    private readonly Generator generator;
    private readonly int[][] near;
    private readonly NumberRange[] ranges;
    private readonly CancellationToken cancellation;

    /// <param name="schema">What the rows of the cells mean.</param>
    /// <param name="cells">Features × samples: what is learned from, one sample at least.</param>
    /// <param name="inputs">The same samples as inputs of the small network: inputs × samples.</param>
    /// <param name="generator">The source of randomness.</param>
    /// <param name="cancellation">Ends the making of rows.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal MadeRows(
        IReadOnlyList<Feature> schema,
        Matrix<double> cells,
        Matrix<double> inputs,
        Generator generator,
        CancellationToken cancellation = default
    )
    {
        this.cancellation = cancellation;
        this.schema = schema;
        this.cells = cells;
        this.generator = generator;
        near = NearRows.Find(inputs, Candidates(), Neighbours, cancellation);
        ranges = [.. Enumerable.Range(0, schema.Count).Select(feature => NumberRange.Of(cells, feature))];
    }

    /// <summary>The samples themselves, and after them those that are made of them, round by round.</summary>
    /// <param name="perRow">How many are made of each.</param>
    /// <returns>Features × samples.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Matrix<double> With(int perRow)
    {
        int count = cells.Columns;
        Matrix<double> all = new(cells.Rows, checked(count * (1 + perRow)));
        cells.CopyTo(all.Slice(0, count));
        for (int made = count; made < all.Columns; made++)
        {
            if (made % Together == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            Make(made % count, all.Column(made));
        }
        return all;
    }

    private int[] Candidates()
    {
        int[] rows = [.. Enumerable.Range(0, cells.Columns)];
        if (rows.Length <= MostCandidates)
        {
            return rows;
        }
        generator.Shuffle<int>(rows);
        return [.. rows.Take(MostCandidates).Order()];
    }

    private void Make(int row, Span<double> made)
    {
        ReadOnlySpan<double> own = cells.Column(row);
        ReadOnlySpan<double> other = near[row] is { Length: > 0 } all
            ? cells.Column(all[generator.NextBelow(all.Length)])
            : own;
        for (int feature = 0; feature < made.Length; feature++)
        {
            made[feature] =
                generator.NextUniform() >= Replaced ? own[feature]
                : IsAmount(schema[feature]) && double.IsFinite(own[feature]) && double.IsFinite(other[feature])
                    ? ranges[feature].Nearest(other[feature] + (own[feature] - other[feature]) * generator.NextNormal())
                : other[feature];
        }
    }

    private static bool IsAmount(Feature feature) => feature is NumberFeature or DateFeature;
}
