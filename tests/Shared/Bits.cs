using System.Numerics;

namespace Tiny.Nn.Tests.Shared;

/// <summary>Equality to the last bit: −0 is not 0. Any NaN equals any NaN, for IEEE 754 leaves their payload open.</summary>
internal static class Bits
{
    internal static bool Same<T>(T left, T right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsNaN(left) ? T.IsNaN(right) : left == right && T.IsNegative(left) == T.IsNegative(right);

    internal static void AssertSame<T>(ReadOnlySpan<T> actual, ReadOnlySpan<T> expected, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.That(actual.Length, Is.EqualTo(expected.Length), what);
        for (int i = 0; i < actual.Length; i++)
        {
            if (!Same(actual[i], expected[i]))
            {
                Assert.Fail($"{what}, at {i}: {actual[i]:R} instead of {expected[i]:R}");
            }
        }
    }
}
