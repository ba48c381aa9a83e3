using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics;

/// <summary>
/// The one source of randomness: xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021),
/// started by SplitMix64. It is always an argument, so whoever draws random numbers says so in its signature.
/// </summary>
/// <remarks>The same seed and stream give the same numbers on every machine. Not for cryptography; not thread-safe.</remarks>
public sealed class Generator
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>A generator for a seed, and for one of its independent streams.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Any number: one stream shuffles, another initializes, and neither disturbs the other.</param>
    public Generator(ulong seed, ulong stream = 0) => Restart(seed, stream);

    /// <summary>Begins again, as a new one for a seed and a stream does.</summary>
    internal void Restart(ulong seed, ulong stream)
    {
        // The stream is mixed on its own first, so that neighbouring seeds and streams do not meet.
        ulong state = seed ^ SplitMix64(ref stream);
        s0 = SplitMix64(ref state);
        s1 = SplitMix64(ref state);
        s2 = SplitMix64(ref state);
        s3 = SplitMix64(ref state);
    }

    /// <summary>A generator that goes on where another stood.</summary>
    /// <exception cref="ArgumentException">All four words are zero: from there the generator would never move.</exception>
    public Generator(GeneratorState state)
    {
        if (state == default)
        {
            throw new ArgumentException("A generator cannot start from four zeros.", nameof(state));
        }
        (s0, s1, s2, s3) = (state.S0, state.S1, state.S2, state.S3);
    }

    /// <summary>Where the generator stands: a new generator from this state draws what this one would draw.</summary>
    public GeneratorState State
    {
        get => new(s0, s1, s2, s3);
        internal set => (s0, s1, s2, s3) = (value.S0, value.S1, value.S2, value.S3);
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number from [0, 1), one of 2⁵³ equally likely ones.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Chooses between two values, again and again: one where <see cref="NextUniform"/> would give less than a probability, else the
    /// other. It draws what so many calls would draw, several times as fast.
    /// </summary>
    /// <param name="probability">In [0, 1].</param>
    /// <param name="below">What stands for a draw below it.</param>
    /// <param name="otherwise">What stands for another.</param>
    /// <param name="choices">Receives a choice for each of its places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Choose<T>(double probability, T below, T otherwise, Span<T> choices)
        where T : unmanaged
    {
        // k·2⁻⁵³ < p, in integers: k < ⌈p·2⁵³⌉. A difference below 0 has its highest bit set, and that bit is the choice.
        ulong bound = (ulong)Math.Ceiling(probability * (1UL << 53));
        ReadOnlySpan<T> values = [otherwise, below];

        // The state lies in registers meanwhile.
        (ulong a, ulong b, ulong c, ulong d) = (s0, s1, s2, s3);
        for (int i = 0; i < choices.Length; i++)
        {
            ulong k = (BitOperations.RotateLeft(a + d, 23) + a) >> 11;
            choices[i] = values[(int)((k - bound) >> 63)];
            ulong t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = BitOperations.RotateLeft(d, 45);
        }
        (s0, s1, s2, s3) = (a, b, c, d);
    }

    /// <summary>A number from the standard normal distribution (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        // Of the pair that the method yields one is kept: so the generator's state is all there is to save.
        while (true)
        {
            double u = 2 * NextUniform() - 1;
            double v = 2 * NextUniform() - 1;
            double s = u * u + v * v;
            if (s is > 0 and < 1)
            {
                double log = Elementary.Log(new Lane<double>(s)).Value;
                return u * Math.Sqrt(-2 * log / s);
            }
        }
    }

    /// <summary>An integer from [0, <paramref name="bound"/>), all equally likely (Lemire's method).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        ulong range = (ulong)bound;
        while (true)
        {
            // The division is needed only where the threshold, which is below the range, may be missed.
            ulong high = Math.BigMul(NextBits(), range, out ulong low);
            if (low >= range || low >= (0 - range) % range)
            {
                return (int)high;
            }
        }
    }

    /// <summary>Puts the items into a random order, all orders equally likely (Fisher and Yates).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Shuffle<TItem>(Span<TItem> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>The whole state of a <see cref="Generator"/>: four words, not all zero.</summary>
public readonly record struct GeneratorState(ulong S0, ulong S1, ulong S2, ulong S3);
