using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>The parameters of a periodic embedding, or the derivatives by them, as views of one vector. A column or more belong to each embedded input.</summary>
/// <param name="Frequency">w₁: frequencies × embedded inputs.</param>
/// <param name="Phase">b₁: frequencies × embedded inputs.</param>
/// <param name="Mixture">W₂, transposed: frequencies × (embedded inputs · mixed outputs), an input's columns side by side.</param>
/// <param name="Offset">b₂: mixed outputs × embedded inputs.</param>
/// <typeparam name="T">float or double.</typeparam>
internal readonly record struct PeriodicNumbers<T>(
    Matrix<T> Frequency,
    Matrix<T> Phase,
    Matrix<T> Mixture,
    Matrix<T> Offset
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Views of a vector.</summary>
    /// <param name="frequencies">How many cosines there are for each embedded input.</param>
    /// <param name="embedded">How many inputs are embedded.</param>
    /// <param name="mixed">How many mixtures of cosines each of them has.</param>
    /// <param name="all">The vector: embedded·(2·frequencies + mixed·(frequencies + 1)) × 1.</param>
    internal static PeriodicNumbers<T> Of(int frequencies, int embedded, int mixed, Matrix<T> all)
    {
        int each = frequencies * embedded;
        return new(
            all.Part(0, frequencies, embedded),
            all.Part(each, frequencies, embedded),
            all.Part(2 * each, frequencies, embedded * mixed),
            all.Part(2 * each + each * mixed, mixed, embedded)
        );
    }

    /// <summary>The numbers of one input.</summary>
    internal PeriodicNumbers<T> Input(int place)
    {
        int mixed = Offset.Rows;
        return new(
            Frequency.Slice(place, 1),
            Phase.Slice(place, 1),
            Mixture.Slice(place * mixed, mixed),
            Offset.Slice(place, 1)
        );
    }
}
