using System.Runtime.CompilerServices;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>How large the portions of a full batch are, and what memory all of it takes.</summary>
internal static class FullBatchMemory
{
    /// <summary>Samples of a portion at most.</summary>
    private const int MostSamples = 1024;

    /// <summary>Numbers of a portion at most: inputs, and outputs of all layers.</summary>
    private const double MostNumbers = 1 << 21;

    /// <summary>Vectors as long as θ, beside pairs: twin, gradients of a portion and of all, point, direction, trial, best; two of a pair before it is kept.</summary>
    private const int Vectors = 12;

    /// <summary>How many samples a portion has. It depends on the network alone, and the bits of a sum on it.</summary>
    /// <param name="inputs">Numbers that go in per sample.</param>
    /// <param name="units">Outputs of all layers together.</param>
    internal static int Portion(int inputs, double units) =>
        (int)Math.Clamp(MostNumbers / (inputs + units), 1, MostSamples);

    /// <summary>Bytes of a training.</summary>
    /// <param name="inputs">Numbers that go in per sample.</param>
    /// <param name="units">Outputs of all layers together.</param>
    /// <param name="parameters">How many parameters the network has.</param>
    /// <param name="pairs">How many pairs of changes are kept.</param>
    /// <param name="samples">How many samples there are.</param>
    internal static double Bytes<T>(int inputs, double units, double parameters, int pairs, int samples)
        where T : unmanaged =>
        sizeof(double)
            * (parameters * (Vectors + 2.0 * pairs) + Math.Min(samples, Portion(inputs, units)) * (inputs + 3 * units))
        + Unsafe.SizeOf<T>() * 2 * parameters;
}
