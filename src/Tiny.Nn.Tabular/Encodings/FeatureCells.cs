using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>The cells of one feature after the other in some samples: the numbers of a single one are in memory, once.</summary>
/// <param name="cells">Features × samples.</param>
/// <param name="samples">Which samples.</param>
internal sealed class FeatureCells(TableCells cells, ReadOnlyMemory<int> samples)
{
    private readonly double[] numbers = new double[samples.Length];
    private int feature;
    private bool isRead;

    /// <summary>The cells of the feature, in the order of the samples; NaN where one is missing. Nobody may change them.</summary>
    internal double[] Values
    {
        get
        {
            if (!isRead)
            {
                cells.CopyFeature(feature, samples.Span, numbers);
                isRead = true;
            }
            return numbers;
        }
    }

    /// <summary>Goes to a feature.</summary>
    internal void MoveTo(int feature) => (this.feature, isRead) = (feature, false);

    /// <summary>The cells, to be changed or brought into another order: whoever wants them afterwards gets them read again.</summary>
    internal double[] Spend()
    {
        _ = Values;
        isRead = false;
        return numbers;
    }
}
