using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Tests.Csv;

public sealed class SampleBufferTests
{
    [TestCase(3, 1000)]
    [TestCase(3, 4096)]
    [TestCase(3, 10_000)]
    [TestCase(1, 5000)]
    [TestCase(70_000, 9)]
    public void Samples_lie_side_by_side(int features, int samples)
    {
        SampleBuffer buffer = new(features);
        for (int sample = 0; sample < samples; sample++)
        {
            Assert.That(buffer.Count, Is.EqualTo(sample));
            buffer.Add().Fill(sample);
        }
        Matrix<double> matrix = buffer.ToCells().ToMatrix();
        Assert.That((matrix.Rows, matrix.Columns), Is.EqualTo((features, samples)));
        bool isSame = matrix.Values.ToArray().Index().All(cell => cell.Item == cell.Index / features);
        Assert.That(isSame);
    }

    [Test]
    public void There_may_be_no_sample() => Assert.That(new SampleBuffer(3).ToCells().Columns, Is.Zero);

    [Test]
    public void A_few_wide_samples_take_little_more_than_their_own_memory()
    {
        const int Features = 1_000_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        SampleBuffer buffer = new(Features);
        buffer.Add();
        buffer.Add();
        Assert.That(buffer.ToCells().Columns, Is.EqualTo(2));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4L * sizeof(double) * Features));
    }

    /// <summary>Alone, for what others hold at the same time would count.</summary>
    [Test]
    [NonParallelizable]
    public void Many_samples_of_few_digits_take_less_than_half_of_their_memory_as_doubles()
    {
        const int Samples = 200_000;
        SampleBuffer buffer = new(4);
        Random random = new(1);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int sample = 0; sample < Samples; sample++)
        {
            Span<double> cells = buffer.Add();
            cells[0] = random.Next(100);
            cells[1] = random.Next(100_000) / 1e4;
            cells[2] = random.Next(30_000);
            cells[3] = double.NaN;
        }
        PackedCells packed = buffer.ToCells();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.That(after - before, Is.LessThan(4L * sizeof(double) * Samples / 2));
        Assert.That(packed.Columns, Is.EqualTo(Samples));
    }
}
