namespace Tiny.Nn.Numerics;

/// <summary>The layout of IEEE 754 numbers, as far as <see cref="ILanes{TSelf}.PowerOfTwo"/> and its inverse need it.</summary>
internal static class Ieee
{
    internal const int SingleFractionBits = 23;
    internal const int SingleBias = 127;

    /// <summary>The bits of √½ as a float.</summary>
    internal const int SingleRootHalf = 0x3F3504F3;

    internal const int DoubleFractionBits = 52;
    internal const long DoubleBias = 1023;

    /// <summary>The bits of √½ as a double.</summary>
    internal const long DoubleRootHalf = 0x3FE6A09E667F3BCD;
}
