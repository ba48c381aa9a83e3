using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tests.Files;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Bytes that nobody wrote as a model.</summary>
[TestFixture]
public sealed class ModelFileHostileTests
{
    private static readonly byte[] Whole = Examples.Written(Examples.Small());

    [Test]
    public void Arbitrary_bytes_are_refused() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes =>
                {
                    Assert.That(Measured.Refusal(bytes), Is.Not.Null);

                    // The same behind a length that fits, so that they are read as a header.
                    byte[] length = new byte[sizeof(ulong)];
                    BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)bytes.Length);
                    Assert.That(Measured.Refusal([.. length, .. bytes]), Is.Not.Null);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void A_model_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < Whole.Length; length++)
        {
            Assert.That(Measured.Refusal(Whole[..length]), Is.Not.Null, $"{length} bytes");
        }
        Assert.That(Measured.Refusal([.. Whole, 0]), Is.Not.Null);
        Assert.That(Measured.Refusal(Whole), Is.Null);
    }

    [Test]
    public void A_model_with_any_bit_wrong_is_refused_or_still_a_valid_model()
    {
        int header = sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(Whole);
        int refused = 0;
        for (int i = 0; i < Whole.Length; i++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] changed = With(i, (byte)(Whole[i] ^ (1 << bit)));
                bool isRefused = Measured.Refusal(changed) is not null;
                if (i < header)
                {
                    refused += isRefused ? 1 : 0;
                }
                else
                {
                    // Numbers may be any that make sense.
                    Assert.That(
                        isRefused,
                        Is.Not.EqualTo(MakeSense(Safetensors.Read(changed))),
                        $"byte {i}, bit {bit}"
                    );
                }
            }
        }
        // A name may be another one.
        Assert.That(refused, Is.InRange(header * 8 / 2, header * 8));
    }

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    [TestCase(float.NegativeInfinity)]
    public void A_parameter_that_is_not_finite_is_refused_with_the_name_of_its_tensor(float value)
    {
        ModelFormatException refusal = Measured.Refusal(
            Documents.With(new Tensor<float>("0.weight", [2, 3], new float[] { 1, 2, 3, 4, value, 6 }))
        )!;
        Assert.That(refusal.Where, Does.Contain("'0.weight'"));
        Assert.That(refusal.What, Does.Contain("not finite"));
    }

    [Test]
    public void A_model_with_any_byte_wrong_is_refused_or_still_a_valid_model()
    {
        Generator random = new(1);
        for (int i = 0; i < Whole.Length; i++)
        {
            Assert.DoesNotThrow(() => Measured.Refusal(With(i, (byte)random.NextBelow(256))), $"byte {i}");
            Assert.DoesNotThrow(() => Measured.Refusal(With(i, (byte)~Whole[i])), $"byte {i}");
        }
    }

    [Test]
    public void Noise_is_refused()
    {
        Generator random = new(2);
        for (int i = 0; i < 2000; i++)
        {
            byte[] noise = [.. Enumerable.Range(0, random.NextBelow(100)).Select(_ => (byte)random.NextBelow(256))];
            Assert.That(Measured.Refusal(noise), Is.Not.Null);
            // As the document of an otherwise valid file the noise gets as far as it can.
            string text = Encoding.Latin1.GetString(noise);
            Assert.That(Measured.Refusal(Documents.WithText(text)), Is.Not.Null);
        }
    }

    [Test]
    public void A_container_that_holds_no_model_is_refused()
    {
        ModelFormatException refusal = Measured.Refusal(Safetensors.Written(Safetensors.Small()))!;
        Assert.That(refusal.Where, Does.Contain("tinynn"));
        Assert.That(refusal.Advice, Does.Contain("not saved by this library"));
    }

    /// <summary>Parameters and statistics are finite, and no scale is negative.</summary>
    private static bool MakeSense(SafetensorsFile file) =>
        file.Tensors.All(tensor =>
            tensor switch
            {
                Tensor<float> parameters => parameters.Values.ToArray().All(float.IsFinite),
                Tensor<double> statistics => statistics
                    .Values.ToArray()
                    .All(s =>
                        double.IsFinite(s) && (s >= 0 || !statistics.Name.EndsWith("spread", StringComparison.Ordinal))
                    ),
                _ => false,
            }
        );

    private static byte[] With(int place, byte value)
    {
        byte[] changed = [.. Whole];
        changed[place] = value;
        return changed;
    }
}
