using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
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
    internal static EncodedRows<T> Create(
        Table<T> table,
        Problem<T> problem,
        Division<T> division,
        TableEncoding encoding,
        ReadOnlySpan<double> weights
    )
    {
        problem.CheckThreshold(division.Validation.Length);
        TableEncoding reading = encoding.Reading(table.Schema);
        ModelTarget target = problem.Describe(division.Training);
        Dataset<T> Select(int[] rows, ReadOnlySpan<double> counted)
        {
            Matrix<T> inputs = new(encoding.Outputs, rows.Length);
            reading.Apply(Samples.Select(table.Features, rows), inputs);
            double[]? ofClass = problem.ClassWeights(rows, division.Training);
            return new Dataset<T>(inputs, problem.Encode(rows, target), RowWeights.Combine<T>(counted, ofClass, rows));
        }
        Dataset<T>? validation = division.Validation.Length == 0 ? null : Select(division.Validation, weights);
        return new EncodedRows<T>(target, Select(division.Training, weights), validation);
    }
}
