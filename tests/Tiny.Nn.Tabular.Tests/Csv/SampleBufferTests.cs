using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;

namespace Tiny.Nn.Tabular.Tests.Csv;

public sealed class SampleBufferTests
{
    [Test]
    public void Samples_lie_side_by_side()
    {
        SampleBuffer buffer = new(3, Array.MaxLength);
        for (int sample = 0; sample < 1000; sample++)
        {
            buffer.Add().Fill(sample);
        }
        Matrix<double> matrix = buffer.ToMatrix();
        Assert.That((matrix.Rows, matrix.Columns), Is.EqualTo((3, 1000)));
        Assert.That(matrix.Values.ToArray(), Is.EqualTo(Enumerable.Range(0, 3000).Select(i => (double)(i / 3))));
    }

    [TestCase(4000)]
    [TestCase(4003)]
    public void The_last_sample_that_fits_is_taken_and_the_next_is_refused(int limit)
    {
        SampleBuffer buffer = new(4, limit);
        for (int sample = 0; sample < 1000; sample++)
        {
            buffer.Add();
        }
        Assert.That(() => buffer.Add(), Throws.TypeOf<DataException>().With.Message.Contain($"{limit}"));
        Assert.That(buffer.ToMatrix().Columns, Is.EqualTo(1000));
    }

    [Test]
    public void A_sample_that_no_array_can_hold_is_refused() =>
        Assert.That(() => new SampleBuffer(11, 10).Add(), Throws.TypeOf<DataException>());

    [Test]
    public void A_few_wide_samples_take_little_more_than_their_own_memory()
    {
        const int Features = 1_000_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        SampleBuffer buffer = new(Features, Array.MaxLength);
        buffer.Add();
        buffer.Add();
        Assert.That(buffer.ToMatrix().Columns, Is.EqualTo(2));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4L * sizeof(double) * Features));
    }

    [Test]
    public void A_guess_of_the_size_is_only_a_guess()
    {
        SampleBuffer buffer = new(2, Array.MaxLength);
        buffer.Add().Fill(1);
        buffer.Reserve(2);
        for (int sample = 0; sample < 9; sample++)
        {
            buffer.Add().Fill(1);
        }
        Assert.That(buffer.ToMatrix().Values.ToArray(), Is.EqualTo(Enumerable.Repeat(1f, 20)));
    }
}
