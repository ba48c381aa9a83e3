using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>The check that there are as many of one thing as of another.</summary>
internal static class Sizes
{
    /// <param name="left">How many there are of one thing.</param>
    /// <param name="ofLeft">What it is, in the plural: "parameters".</param>
    /// <param name="right">How many there are of the other.</param>
    /// <param name="ofRight">What that is.</param>
    /// <exception cref="ArgumentException">They are not as many. It says of what.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same(int left, string ofLeft, int right, string ofRight)
    {
        if (left != right)
        {
            Throw(left, ofLeft, right, ofRight);
        }
    }

    // The message is made elsewhere, so that the check is small enough to become part of its callers.
    private static void Throw(int left, string ofLeft, int right, string ofRight) =>
        throw new ArgumentException($"There are {left} {ofLeft} and {right} {ofRight}; give as many of each.");
}
