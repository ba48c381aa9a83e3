using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>What doubles make of x·y + z is what the instruction makes of it, bit for bit.</summary>
public sealed class ExactMultiplyAddTests
{
    private static readonly float[] Awkward = TestNumbers.Awkward<float>();

    [Test]
    public void Of_awkward_numbers_in_every_combination()
    {
        float[] some = [.. Awkward.Where((_, i) => i % 3 == 0), 1 + MathF.BitIncrement(0), 1.0000001f, 16777215];
        foreach (float x in some)
        {
            foreach (float y in some)
            {
                foreach (float z in Awkward)
                {
                    Check(x, y, z);
                }
            }
        }
    }

    /// <summary>Bits at random: every exponent, subnormal results, cancellation.</summary>
    [Test]
    public void Of_random_bits()
    {
        Generator generator = new(3);
        for (int i = 0; i < 300_000; i++)
        {
            ulong bits = generator.NextBits();
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            float y = BitConverter.UInt32BitsToSingle((uint)(bits >> 32));
            float z = BitConverter.UInt32BitsToSingle((uint)generator.NextBits());
            Check(x, y, z);
            Check(x, y, -(x * y));
            Check(x, 1 / x, z);
        }
    }

    /// <summary>Sums near the middle between two floats, where rounding twice goes wrong.</summary>
    [Test]
    public void Near_the_middle_between_two_floats()
    {
        Generator generator = new(4);
        int twice = 0;
        for (int i = 0; i < 200_000; i++)
        {
            float z = (float)Math.ScaleB(1 + generator.NextUniform(), (int)(generator.NextBits() % 40) - 20);
            float middle = (MathF.BitIncrement(z) - z) / 2;
            float x =
                middle * (1 + (float)Math.ScaleB(generator.NextUniform() - 0.5, -(int)(generator.NextBits() % 24)));
            float y = 1 + (float)Math.ScaleB(generator.NextUniform() - 0.5, -20);
            Check(x, y, z);
            Check(-x, y, z);
            Check(x, y, -z);
            Check(MathF.BitIncrement(1) * x, MathF.BitDecrement(1), z);
            twice += (float)((double)x * y + z) != MathF.FusedMultiplyAdd(x, y, z) ? 1 : 0;
        }
        Assert.That(twice, Is.Positive, "numbers were met that rounding twice gets wrong");
    }

    private static void Check(float x, float y, float z)
    {
        float expected = MathF.FusedMultiplyAdd(x, y, z);
        float made = ExactMultiplyAdd.Of(x, y, z);
        if (
            BitConverter.SingleToInt32Bits(made) != BitConverter.SingleToInt32Bits(expected)
            && !(float.IsNaN(made) && float.IsNaN(expected))
        )
        {
            Assert.Fail($"{x:R}·{y:R} + {z:R}: {made:R} and not {expected:R}");
        }
    }
}
