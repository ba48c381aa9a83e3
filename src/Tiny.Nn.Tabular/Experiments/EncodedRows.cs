using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Stored;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The rows of a plan as a network sees them.</summary>
/// <param name="Target">What is to be predicted, as far as the training rows tell.</param>
/// <param name="Training">The samples to learn from.</param>
/// <param name="Validation">The samples that choose the best epoch; null for none.</param>
internal sealed record EncodedRows<T>(ModelTarget Target, Dataset<T> Training, Dataset<T>? Validation)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="table">Features and a target.</param>
    /// <param name="task">What the target asks for.</param>
    /// <param name="split">What the rows are for.</param>
    /// <param name="encoding">From features to inputs.</param>
    /// <param name="weights">How much each row of the table counts; empty where all count the same.</param>
    internal static EncodedRows<T> Create(
        Table table,
        LearningTask task,
        Split split,
        TableEncoding encoding,
        ReadOnlySpan<double> weights
    )
    {
        TableMemory.Tidy(table);
        ModelTarget target = task.Fit(split.Training.AsSpan());
        Dataset<T> Select(ImmutableArray<int> rows, ReadOnlySpan<double> own) =>
            Of(table, task, target, rows, split, encoding, own);
        Dataset<T>? validation = split.Validation.IsEmpty ? null : Select(split.Validation, weights);
        return new EncodedRows<T>(target, Select(split.Training, weights), validation);
    }

    /// <summary>Any rows of the table, as the training rows have them encoded.</summary>
    internal static Dataset<T> Of(
        Table table,
        LearningTask task,
        ModelTarget target,
        ImmutableArray<int> rows,
        Split split,
        TableEncoding encoding,
        ReadOnlySpan<double> weights
    )
    {
        T[] counts = task.Weights<T>(weights, rows.AsSpan(), split.Training.AsSpan());
        return target.Label(
            Inputs(table, encoding, rows),
            table.Target!,
            rows.AsSpan(),
            task.Outputs,
            (ReadOnlyMemory<T>)counts
        );
    }

    private static SampleNumbers<T> Inputs(Table table, TableEncoding encoding, ImmutableArray<int> rows)
    {
        if (table.Home is not null)
        {
            return StoredInputs<T>.Of(table, encoding, rows.AsMemory());
        }
        Matrix<T> inputs = new(encoding.Outputs, rows.Length);
        encoding.Reading(table.Schema).Apply(table.Cells, rows.AsSpan(), inputs);
        return new MatrixNumbers<T>(inputs);
    }
}
