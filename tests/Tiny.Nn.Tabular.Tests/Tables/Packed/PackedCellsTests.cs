using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Packed;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Tables.Packed;

/// <summary>Packed cells are the cells, to the last bit.</summary>
public sealed class PackedCellsTests
{
    private static readonly double[] Odd =
    [
        0,
        -0.0,
        double.NaN,
        1,
        -127,
        -128,
        127,
        128,
        -32767,
        -32768,
        32768,
        int.MaxValue,
        int.MinValue,
        int.MaxValue + 1.0,
        -2147483647,
        0.1,
        0.3,
        1e-9,
        1e-10,
        123.456789,
        0.123456789,
        0.1234567891,
        5e-324,
        double.MaxValue,
        double.Epsilon,
        1.0 / 3,
        0.1 + 0.2,
        9007199254740993,
    ];

    [Test]
    public void Every_odd_number_alone_and_beside_each_other_is_kept()
    {
        foreach (double one in Odd)
        {
            RequireSame([one]);
            foreach (double other in Odd)
            {
                RequireSame([one, other, double.NaN, one]);
            }
        }
        RequireSame(Odd);
    }

    [Test]
    public void Numbers_as_people_write_them_are_kept()
    {
        for (int digits = 0; digits <= 10; digits++)
        {
            string[] texts =
            [
                .. Enumerable
                    .Range(0, 500)
                    .Select(i =>
                        (i * i * 7919 % 100_003 / 1e5 * 900 - 300).ToString($"F{digits}", CultureInfo.InvariantCulture)
                    ),
            ];
            RequireSame([.. texts.Select(text => double.Parse(text, CultureInfo.InvariantCulture))]);
        }
    }

    [Test]
    public void Any_numbers_are_kept() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<double[]>(numbers => RequireSame(numbers)));

    [TestCase(1, 9000)]
    [TestCase(3, 9000)]
    [TestCase(700, 700)]
    public void Samples_in_any_order_and_single_features_are_those_of_the_matrix(int features, int samples)
    {
        Matrix<double> matrix = new(features, samples);
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = i % 11 == 0 ? double.NaN : i * 37 % 1000 / (i % 3 == 0 ? 7.0 : 10.0);
        }
        PackedCells packed = Pack(matrix);
        MatrixCells dense = new(matrix);
        int[] chosen = [.. Enumerable.Range(0, 500).Select(i => i * i * 31 % samples), 0, 0, samples - 1];
        Matrix<double> one = new(features, chosen.Length);
        Matrix<double> other = new(features, chosen.Length);
        packed.CopyTo(chosen, one);
        dense.CopyTo(chosen, other);
        Assert.That(one.Values.ToArray(), Is.EqualTo(other.Values.ToArray()));
        double[] ofOne = new double[chosen.Length];
        double[] ofOther = new double[chosen.Length];
        packed.CopyFeature(features - 1, chosen, ofOne);
        dense.CopyFeature(features - 1, chosen, ofOther);
        Assert.That(ofOne, Is.EqualTo(ofOther));
        Assert.That(packed[features - 1, samples - 1], Is.EqualTo(matrix[features - 1, samples - 1]));
        Assert.That(packed.ToMatrix().Values.ToArray(), Is.EqualTo(matrix.Values.ToArray()));
    }

    [Test]
    public void What_is_changed_or_left_out_leaves_the_rest_as_it_was()
    {
        const int Samples = 10_000;
        Matrix<double> matrix = new(3, Samples);
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = i;
        }
        PackedCells packed = Pack(matrix);
        int block = packed.SamplesOfBlock;
        packed.Change(block, block + 1, numbers => numbers[1, 0] = 0.123456789012345);
        matrix[1, block] = 0.123456789012345;
        Assert.That(packed.ToMatrix().Values.ToArray(), Is.EqualTo(matrix.Values.ToArray()));
        PackedCells kept = packed.Keep([2, 1]);
        Assert.That((kept.Rows, kept.Columns), Is.EqualTo((2, Samples)));
        for (int sample = 0; sample < Samples; sample += 97)
        {
            Assert.That((kept[0, sample], kept[1, sample]), Is.EqualTo((matrix[2, sample], matrix[1, sample])));
        }
        kept.Change(0, Samples, numbers => numbers.Values.Fill(7));
        Assert.That(packed.ToMatrix().Values.ToArray(), Is.EqualTo(matrix.Values.ToArray()));
    }

    [Test]
    public void What_is_written_into_the_features_of_a_table_is_what_it_has()
    {
        Table table = CsvText.Read("a,b,y\n1,2,p\n3,4,q\n", "y");
        Assert.That(table.Cells, Is.InstanceOf<PackedCells>());
        table.Features[1, 0] = 0.1;
        Assert.That(table.Features[1, 0], Is.EqualTo(0.1));
        Assert.That((table.Cells[1, 0], table.Cells[0, 1], table.Rows), Is.EqualTo((0.1, 3.0, 2)));
    }

    private static PackedCells Pack(Matrix<double> matrix)
    {
        PackedCells packed = new(matrix.Rows);
        for (int first = 0; first < matrix.Columns; first += packed.SamplesOfBlock)
        {
            packed.Add(matrix.Slice(first, Math.Min(packed.SamplesOfBlock, matrix.Columns - first)));
        }
        return packed;
    }

    private static void RequireSame(double[] numbers)
    {
        double[] kept = Pack(new Matrix<double>(1, numbers.Length, numbers)).ToMatrix().Values.ToArray();
        bool isSame = numbers
            .Zip(kept)
            .All(pair =>
                double.IsNaN(pair.First)
                    ? double.IsNaN(pair.Second)
                    : BitConverter.DoubleToInt64Bits(pair.First) == BitConverter.DoubleToInt64Bits(pair.Second)
            );
        Assert.That(isSame, $"{string.Join(' ', numbers)}\n{string.Join(' ', kept)}");
    }
}
