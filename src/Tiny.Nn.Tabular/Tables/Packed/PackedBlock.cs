using System.Numerics;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tables.Packed;

/// <summary>
/// Some samples of a table, feature by feature, in as few bytes as hold each number exactly: x = k/10^d with whole numbers k of one, two or four bytes where a feature has such, as
/// most of what people write with digits; else the numbers themselves.
/// </summary>
/// <remarks>k and 10^d are exact and their quotient is rounded once, as the text of a number is when it is read: so it is the same number. Each is compared, bit for bit.</remarks>
internal sealed class PackedBlock
{
    private const int MostDecimals = 9;
    private const int Missing = int.MinValue;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>k as sbyte, short or int, where a missing cell is the lowest number of the type; or x as double.</summary>
    private readonly BlockBytes bytes;
    private readonly Place[] features;

    private PackedBlock(BlockBytes bytes, Place[] features, int samples)
    {
        this.bytes = bytes;
        this.features = features;
        Samples = samples;
    }

    /// <summary>How many samples there are.</summary>
    internal int Samples { get; }

    /// <summary>A number; NaN where it is missing.</summary>
    internal double this[int feature, int sample]
    {
        get
        {
            Place place = features[feature];
            double power = Powers[place.Decimals];
            return place.Size switch
            {
                sizeof(sbyte) => Quotient(Of<sbyte>(place, sample, 1)[0], power),
                sizeof(short) => Quotient(Of<short>(place, sample, 1)[0], power),
                sizeof(int) => Quotient(Of<int>(place, sample, 1)[0], power),
                _ => Of<double>(place, sample, 1)[0],
            };
        }
    }

    /// <summary>Packs samples.</summary>
    /// <param name="samples">Features × samples; NaN where a number is missing.</param>
    /// <param name="decimals">Of each feature the d to begin with; receives the one that was found, or 0.</param>
    /// <param name="room">Memory to work in, which grows as it has to.</param>
    /// <param name="scratch">Where the bytes go; null for memory.</param>
    internal static PackedBlock Pack(Matrix<double> samples, Span<byte> decimals, ref byte[] room, ScratchFile? scratch)
    {
        double[] numbers = new double[samples.Columns];
        int[] scaled = new int[samples.Columns];
        Place[] features = new Place[samples.Rows];
        int used = 0;
        for (int feature = 0; feature < features.Length; feature++)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = samples[feature, i];
            }
            int size = SizeOf(numbers, ref decimals[feature], scaled);
            features[feature] = new Place(used, (byte)size, decimals[feature]);
            int end = used + size * numbers.Length;
            if (end > room.Length)
            {
                Array.Resize(ref room, Math.Max(end, Math.Max(2 * room.Length, samples.Values.Length)));
            }
            Span<byte> into = room.AsSpan(used..end);
            switch (size)
            {
                case sizeof(sbyte):
                    Narrow(scaled, MemoryMarshal.Cast<byte, sbyte>(into));
                    break;
                case sizeof(short):
                    Narrow(scaled, MemoryMarshal.Cast<byte, short>(into));
                    break;
                case sizeof(int):
                    MemoryMarshal.AsBytes<int>(scaled).CopyTo(into);
                    break;
                default:
                    MemoryMarshal.AsBytes<double>(numbers).CopyTo(into);
                    break;
            }
            used = end;
        }
        return new PackedBlock(BlockBytes.Keep(room.AsSpan(0, used), scratch), features, samples.Columns);
    }

    /// <summary>Some of the features, whose numbers are not copied.</summary>
    internal PackedBlock Keep(int[] kept) => new(bytes, [.. kept.Select(feature => features[feature])], Samples);

    /// <summary>Copies a feature's numbers.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="samples">Which samples of the table.</param>
    /// <param name="first">The sample of the table that is the first here.</param>
    /// <param name="result">Receives a number each <paramref name="stride"/>.</param>
    /// <param name="stride">The distance of two results.</param>
    internal void CopyTo(int feature, ReadOnlySpan<int> samples, int first, Span<double> result, int stride)
    {
        Place place = features[feature];
        switch (place.Size)
        {
            case sizeof(sbyte):
                Unpack<sbyte>(place, samples, first, result, stride);
                break;
            case sizeof(short):
                Unpack<short>(place, samples, first, result, stride);
                break;
            case sizeof(int):
                Unpack<int>(place, samples, first, result, stride);
                break;
            default:
                (int least, int count) = Extent(samples);
                ReadOnlySpan<double> numbers = Of<double>(place, least - first, count);
                for (int i = 0; i < samples.Length; i++)
                {
                    result[i * stride] = numbers[samples[i] - least];
                }
                break;
        }
    }

    /// <summary>How many bytes a number of a feature takes, and k of each where it is not eight.</summary>
    private static int SizeOf(ReadOnlySpan<double> numbers, ref byte decimals, Span<int> scaled)
    {
        for (; decimals <= MostDecimals; decimals++)
        {
            if (TryScale(numbers, Powers[decimals], scaled, out int largest))
            {
                return largest <= sbyte.MaxValue ? sizeof(sbyte)
                    : largest <= short.MaxValue ? sizeof(short)
                    : sizeof(int);
            }
        }
        decimals = 0;
        return sizeof(double);
    }

    private static bool TryScale(ReadOnlySpan<double> numbers, double power, Span<int> scaled, out int largest)
    {
        largest = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            double x = numbers[i];
            if (double.IsNaN(x))
            {
                scaled[i] = Missing;
                continue;
            }
            double k = Math.Round(x * power);
            if (!(Math.Abs(k) <= int.MaxValue) || !IsSame(Quotient((int)k, power), x))
            {
                return false;
            }
            scaled[i] = (int)k;
            largest = Math.Max(largest, Math.Abs(scaled[i]));
        }
        return true;
    }

    /// <summary>−0 is not 0.</summary>
    private static bool IsSame(double x, double y) =>
        BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y);

    private static void Narrow<TWhole>(ReadOnlySpan<int> scaled, Span<TWhole> narrow)
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
    {
        for (int i = 0; i < narrow.Length; i++)
        {
            narrow[i] = scaled[i] == Missing ? TWhole.MinValue : TWhole.CreateTruncating(scaled[i]);
        }
    }

    private void Unpack<TWhole>(Place place, ReadOnlySpan<int> samples, int first, Span<double> result, int stride)
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole>
    {
        (int least, int count) = Extent(samples);
        ReadOnlySpan<TWhole> k = Of<TWhole>(place, least - first, count);
        double power = Powers[place.Decimals];
        for (int i = 0; i < samples.Length; i++)
        {
            result[i * stride] = Quotient(k[samples[i] - least], power);
        }
    }

    private static double Quotient<TWhole>(TWhole k, double power)
        where TWhole : unmanaged, IBinaryInteger<TWhole>, IMinMaxValue<TWhole> =>
        k == TWhole.MinValue ? double.NaN : double.CreateTruncating(k) / power;

    /// <summary>The least of some samples, and how many there are from it up to the greatest.</summary>
    private static (int Least, int Count) Extent(ReadOnlySpan<int> samples)
    {
        (int least, int most) = (samples[0], samples[0]);
        foreach (int sample in samples)
        {
            (least, most) = (Math.Min(least, sample), Math.Max(most, sample));
        }
        return (least, most - least + 1);
    }

    private ReadOnlySpan<TNumber> Of<TNumber>(Place place, int first, int count)
        where TNumber : unmanaged =>
        MemoryMarshal.Cast<byte, TNumber>(bytes.Slice(place.Offset + place.Size * first, place.Size * count));

    /// <summary>Where a feature's numbers are.</summary>
    /// <param name="Offset">The first of its bytes.</param>
    /// <param name="Size">How many bytes a number takes.</param>
    /// <param name="Decimals">d.</param>
    private readonly record struct Place(int Offset, byte Size, byte Decimals);
}
