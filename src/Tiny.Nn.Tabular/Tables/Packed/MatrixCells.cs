using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Tables.Packed;

/// <summary>Cells that are a matrix already, which is not copied.</summary>
/// <param name="matrix">Features × samples.</param>
internal sealed class MatrixCells(Matrix<double> matrix) : TableCells
{
    internal override int Rows => matrix.Rows;

    internal override int Columns => matrix.Columns;

    internal override double this[int feature, int sample] => matrix[feature, sample];

    internal override void CopyTo(ReadOnlySpan<int> samples, Matrix<double> result)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            matrix.Column(samples[i]).CopyTo(result.Column(i));
        }
    }

    internal override void CopyFeature(int feature, ReadOnlySpan<int> samples, Span<double> result)
    {
        ReadOnlySpan<double> values = matrix.Values;
        for (int i = 0; i < samples.Length; i++)
        {
            result[i] = values[samples[i] * matrix.Rows + feature];
        }
    }

    internal override Matrix<double> ToMatrix() => matrix;
}
