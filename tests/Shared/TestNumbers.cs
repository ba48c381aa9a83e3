using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Shared;

/// <summary>Numbers to test with, the same in every run.</summary>
internal static class TestNumbers
{
    /// <summary>Numbers from (−1, 1).</summary>
    internal static T[] Ordinary<T>(int count, ulong seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Uniform<T>(count, -1, 1, seed);

    internal static T[] Uniform<T>(int count, double low, double high, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(seed);
        T[] numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = T.CreateTruncating(low + (high - low) * generator.NextUniform());
        }
        return numbers;
    }

    /// <summary>Where formulas break: zeros, subnormals, the ends of the range, ∞, NaN, and the seams of our own formulas.</summary>
    internal static T[] Awkward<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T tiny = T.Epsilon;
        T normal =
            typeof(T) == typeof(float)
                ? T.CreateTruncating(1.17549435e-38)
                : T.CreateTruncating(2.2250738585072014e-308);
        T most = typeof(T) == typeof(float) ? T.CreateTruncating(float.MaxValue) : T.CreateTruncating(double.MaxValue);
        double[] plain =
        [
            0,
            1e-30,
            1e-9,
            1e-5,
            0.25,
            0.5,
            0.707106781,
            0.93,
            1,
            1.5,
            2.5,
            4.2,
            6,
            20,
            40,
            87,
            88.5,
            89,
            104,
            708,
            709.5,
            710,
            745,
            746,
            1e4,
            1e9,
            1e30,
        ];
        List<T> numbers = [tiny, T.BitDecrement(normal), normal, most, T.PositiveInfinity, T.NaN];
        foreach (T number in plain.Select(T.CreateTruncating))
        {
            numbers.AddRange([T.BitDecrement(number), number, T.BitIncrement(number)]);
        }
        return [.. numbers, .. numbers.Select(number => -number)];
    }

    /// <summary>Awkward and ordinary numbers of many magnitudes.</summary>
    internal static T[] Mixed<T>(int count, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(seed);
        T[] awkward = Awkward<T>();
        T[] numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] =
                generator.NextBelow(4) == 0
                    ? awkward[generator.NextBelow(awkward.Length)]
                    : T.CreateTruncating(generator.NextNormal() * Math.Pow(10, generator.NextBelow(7) - 3));
        }
        return numbers;
    }

    internal static Matrix<T> Matrix<T>(int rows, int columns, ulong seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(rows, columns, Ordinary<T>(rows * columns, seed));
}
