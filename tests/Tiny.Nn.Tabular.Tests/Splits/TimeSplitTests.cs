using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Splits;

namespace Tiny.Nn.Tabular.Tests.Splits;

public sealed class TimeSplitTests
{
    [Test]
    public void The_last_rows_judge()
    {
        Split split = TimeSplit.Of([5, 1, 4, 2, 3], 0.4);
        Assert.That(split.Training.ToArray(), Is.EqualTo([1, 3, 4]));
        Assert.That(split.Test.ToArray(), Is.EqualTo([0, 2]));
    }

    [Test]
    public void Rows_of_one_time_stay_together()
    {
        Assert.That(TimeSplit.Of([1, 2, 2, 2, 3], 0.4).Test.ToArray(), Is.EqualTo([4]));
        Assert.That(TimeSplit.Of([1, 2, 2, 2, 3], 0.7).Test.ToArray(), Is.EqualTo([1, 2, 3, 4]));
        Assert.That(TimeSplit.Of([1, 1, 1, 9], 0.9).Test.ToArray(), Is.EqualTo([3]));
    }

    [Test]
    public void Everything_judged_is_later_than_everything_learnt()
    {
        Gen<(int[], int)> cases =
            from times in Gen.Choose(0, 9).ArrayOf()
            where times.Distinct().Count() > 1
            from percent in Gen.Choose(1, 99)
            select (times, percent);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                cases.ToArbitrary(),
                test =>
                {
                    (int[] times, int percent) = test;
                    Split split = TimeSplit.Of([.. times.Select(time => (double)time)], percent / 100.0);
                    int last = split.Training.ToArray().Max(row => times[row]);
                    int error(int count) => Math.Abs(100 * count - percent * times.Length);
                    return SplitTests.Parts(split, times.Length)
                        && split.Test.ToArray().All(row => times[row] > last)
                        && times
                            .Distinct()
                            .Where(time => time > times.Min())
                            .All(time => error(split.Test.Length) <= error(times.Count(t => t >= time)) + 1e-6);
                }
            )
        );
    }

    [Test]
    public void Without_an_order_there_is_no_split()
    {
        Assert.That(() => TimeSplit.Of([2, 2], 0.5), Throws.TypeOf<DataException>());
        Assert.That(() => TimeSplit.Of([], 0.5), Throws.TypeOf<DataException>());
        Assert.That(
            () => TimeSplit.Of([1, double.NaN], 0.5),
            Throws.TypeOf<DataException>().With.Message.Contains("row 2")
        );
        Assert.That(() => TimeSplit.Of([1, 2], 0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
