namespace Tiny.Nn.Numerics.Lanes;

/// <summary>
/// The layout of IEEE 754 numbers, as far as <see cref="ILanes{TSelf}.PowerOfTwo"/> and <see cref="ILanes{TSelf}.Significand"/>
/// need it. Both pass between integers and numbers by way of an <c>Anchor</c>, 1.5·2ᵖ: added to a small integral number it
/// leaves that number in its lowest bits, which every machine can do, where a conversion instruction is not always there.
/// </summary>
internal static class Ieee
{
    internal const int SingleFractionBits = 23;
    internal const int SingleBias = 127;
    internal const float SingleAnchor = 12582912f;
    internal const int SingleAnchorBits = 0x4B400000;

    /// <summary>The bits of √½ as a float.</summary>
    internal const int SingleRootHalf = 0x3F3504F3;

    /// <summary>Takes the bits of a positive x to those whose exponent is that of x/√½, and never negative.</summary>
    internal const int SingleShift = (SingleBias << SingleFractionBits) - SingleRootHalf;

    internal const int DoubleFractionBits = 52;
    internal const long DoubleBias = 1023;
    internal const double DoubleAnchor = 6755399441055744;
    internal const long DoubleAnchorBits = 0x4338000000000000;

    /// <summary>The bits of √½ as a double.</summary>
    internal const long DoubleRootHalf = 0x3FE6A09E667F3BCD;

    /// <summary>Takes the bits of a positive x to those whose exponent is that of x/√½, and never negative.</summary>
    internal const long DoubleShift = (DoubleBias << DoubleFractionBits) - DoubleRootHalf;
}
