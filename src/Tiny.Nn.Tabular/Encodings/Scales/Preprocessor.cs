using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// One step between the numbers of a file and the inputs of a network: a fitted description that turns features into features.
/// </summary>
/// <remarks>
/// A step is fitted on training rows only, by the <c>Fit</c> of its type; from then on it never changes, and it goes into the
/// model with the network. It holds doubles and no element type. Steps compose where the outputs of one are as many as the
/// inputs of the next. Safe for several threads.
/// </remarks>
public abstract class Preprocessor
{
    /// <summary>How many features go in.</summary>
    public abstract int Inputs { get; }

    /// <summary>How many features come out.</summary>
    public abstract int Outputs { get; }

    /// <summary>Turns samples into the network's inputs.</summary>
    /// <param name="x">inputs × samples.</param>
    /// <param name="result">outputs × samples; overwritten. It may be <paramref name="x"/> where inputs and outputs are as many.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public abstract void Apply<T>(Matrix<T> x, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
