using System.Buffers.Binary;
using System.Diagnostics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

[TestFixture]
public sealed class SafetensorsHostileTests
{
    private const long Memory = 100_000_000;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    [Test]
    public void A_file_cut_off_anywhere_is_refused()
    {
        byte[] whole = Safetensors.Written(Safetensors.Small());
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] part = whole[..length];
            Assert.That(() => Safetensors.Read(part), Throws.TypeOf<ModelFormatException>(), $"{length} bytes");
            Assert.That(
                () => SafetensorsFile.Read(new Pipe(part), ""),
                Throws.TypeOf<ModelFormatException>(),
                $"{length} bytes"
            );
        }
        Assert.That(() => Safetensors.Read([.. whole, 0]), Throws.TypeOf<ModelFormatException>());
    }

    [Test]
    public void A_header_with_any_other_byte_anywhere_is_refused_or_still_a_valid_file()
    {
        byte[] whole = Safetensors.Written(Safetensors.Small());
        int header = sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(whole);
        int refused = 0;
        for (int i = 0; i < header; i++)
        {
            for (int mask = 1; mask < 256; mask++)
            {
                byte[] changed = [.. whole];
                changed[i] ^= (byte)mask;
                refused += Refused(changed) ? 1 : 0;
            }
        }
        Assert.That(refused, Is.GreaterThan(header * 255 / 2));
    }

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void Damaged_files_are_refused_or_still_valid_files(ulong seed)
    {
        byte[] whole = Safetensors.Written(Safetensors.Small());
        Generator random = new(seed);
        int refused = 0;
        for (int i = 0; i < 10_000; i++)
        {
            refused += Refused(Damage(whole, random)) ? 1 : 0;
        }
        Assert.That(refused, Is.InRange(1_000, 9_999));
    }

    [Test]
    public void Noise_is_refused()
    {
        Generator random = new(4);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] noise = [.. Enumerable.Range(0, random.NextBelow(200)).Select(_ => (byte)random.NextBelow(256))];
            Assert.That(Refused(noise), Is.True);
            // Behind a valid prefix the noise gets as far as the JSON.
            Assert.That(Refused(Safetensors.File([(byte)'{', .. noise], [])), Is.True);
        }
    }

    [Test]
    public void A_tiny_file_that_claims_much_costs_little(
        [Values(
            "[2147483591]|[0,8589934364]|F32",
            "[2147483591]|[0,17179868728]|F64",
            "[1000000000]|[0,4000000000]|F32"
        )]
            string claim
    )
    {
        string[] parts = claim.Split('|');
        byte[] bytes = Safetensors.File(
            $$"""{"a":{"dtype":"{{parts[2]}}","shape":{{parts[0]}},"data_offsets":{{parts[1]}} } }""",
            new byte[100]
        );
        Assert.That(Refused(bytes), Is.True);
    }

    [TestCase(100_000_000UL)]
    [TestCase(100_000_001UL)]
    [TestCase(0x7FFF_FFFFUL)]
    [TestCase(0x8000_0000_0000_0000UL)]
    [TestCase(ulong.MaxValue)]
    public void A_tiny_file_that_claims_a_long_header_costs_little(ulong length)
    {
        byte[] bytes = Safetensors.File("{}");
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        Assert.That(Refused(bytes), Is.True);
    }

    [Test]
    public void A_header_of_very_many_tensors_takes_time_and_memory_in_proportion()
    {
        IEnumerable<string> tensors = Enumerable
            .Range(0, 20_000)
            .Select(i => $$"""{{(i == 0 ? "" : ",")}}"{{i}}":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}""");
        Assert.That(Refused(Safetensors.File("{" + string.Concat(tensors) + "}")), Is.False);
    }

    /// <summary>Reads the bytes by both kinds of stream, and measures.</summary>
    private static bool Refused(byte[] bytes)
    {
        SafetensorsFile? file = Read(new MemoryStream(bytes));
        SafetensorsFile? fromPipe = Read(new Pipe(bytes));
        if (file is null != fromPipe is null)
        {
            Assert.Fail($"It depends on the stream whether this is valid: {Convert.ToHexString(bytes)}");
        }
        if (file is not null)
        {
            // What was accepted is sound: it can be written and read again.
            byte[] written = Safetensors.Written(file);
            Assert.That(Safetensors.Written(Safetensors.Read(written)).AsSpan().SequenceEqual(written));
        }
        return file is null;
    }

    private static SafetensorsFile? Read(Stream stream)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        SafetensorsFile? file = null;
        try
        {
            file = SafetensorsFile.Read(stream, "hostile");
        }
        catch (ModelFormatException)
        {
            // The one way to fail.
        }
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        long memory = GC.GetAllocatedBytesForCurrentThread() - before;
        if (time > Time || memory > Memory)
        {
            Assert.Fail($"It took {time} and {memory} bytes.");
        }
        return file;
    }

    /// <summary>Changes, removes, doubles or inserts bytes; what JSON is made of comes more often than chance would have it.</summary>
    private static byte[] Damage(byte[] whole, Generator random)
    {
        const string Likely = "{}[]\",:0123456789-.eE\\u tnf \0";
        List<byte> bytes = [.. whole];
        for (int change = random.NextBelow(4); change >= 0 && bytes.Count > 0; change--)
        {
            int at = random.NextBelow(bytes.Count);
            byte value =
                random.NextBelow(2) == 0 ? (byte)random.NextBelow(256) : (byte)Likely[random.NextBelow(Likely.Length)];
            int length = Math.Min(random.NextBelow(20), bytes.Count - at);
            switch (random.NextBelow(6))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.Insert(at, value);
                    break;
                default:
                    bytes[at] = value;
                    break;
            }
        }
        // Half of them get the length that fits what the header has become, or the JSON would hardly be reached.
        if (bytes.Count >= 8 && random.NextBelow(2) == 0)
        {
            int numbers = whole.Length - 8 - (int)BinaryPrimitives.ReadUInt64LittleEndian(whole);
            byte[] length = new byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)Math.Max(bytes.Count - 8 - numbers, 0));
            return [.. length, .. bytes[8..]];
        }
        return [.. bytes];
    }
}
