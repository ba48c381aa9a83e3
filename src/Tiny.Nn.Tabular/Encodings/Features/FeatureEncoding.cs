using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>
/// What one feature of a table contributes to the inputs of a network, in one respect: its number, a place for each of its levels,
/// a mark where it is missing. A feature may contribute in several respects. See <see cref="TableEncoding"/>.
/// </summary>
/// <remarks>Immutable, and safe for several threads. Whatever a cell holds, what comes out is a number: never NaN.</remarks>
internal abstract class FeatureEncoding
{
    private protected FeatureEncoding(int source, Feature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        Source = source;
        Feature = feature;
    }

    /// <summary>The place of the feature among those of the table, from 0 on.</summary>
    public int Source { get; }

    /// <summary>The feature whose cells are read.</summary>
    public Feature Feature { get; }

    /// <summary>How many inputs it contributes.</summary>
    public abstract int Outputs { get; }

    /// <summary>What is done, in a few words.</summary>
    public abstract string Description { get; }

    /// <summary>A name for each input: <c>age</c>, <c>sex=male</c>, <c>age (was missing)</c>.</summary>
    public abstract IEnumerable<string> OutputNames { get; }

    /// <summary>The feature, and what is done.</summary>
    public sealed override string ToString() => $"{Feature.Name}: {Description}";

    /// <summary>True where the inputs are amounts of any size, which want scaling; else they are 0 or 1 or thereabouts already.</summary>
    internal abstract bool IsAmount { get; }

    /// <summary>Encodes the cells of some samples.</summary>
    /// <param name="cells">The feature's cells: every <paramref name="step"/>-th number, from the first on.</param>
    /// <param name="step">How far two cells are apart.</param>
    /// <param name="result">Inputs × samples.</param>
    /// <param name="row">The first of its rows that is this encoding's.</param>
    internal abstract void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row);

    /// <summary>The same for cells of another table, whose levels may lie in another order and whose texts are others.</summary>
    /// <param name="given">A feature of the same name and kind.</param>
    internal abstract FeatureEncoding Reading(Feature given);
}
