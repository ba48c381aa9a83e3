using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Checks;

/// <summary>Of few rows anything may tell the target by chance: what is said of a feature is said of twenty rows at least.</summary>
[TestFixture]
internal sealed class LeaksTests
{
    [TestCase(19, 0)]
    [TestCase(20, 1)]
    public void A_feature_tells_the_class_in_twenty_rows_at_least(int rows, int expected) =>
        Assert.That(Find(rows, row => row % 3, row => row % 3 == 0 ? "p" : "q").Length, Is.EqualTo(expected));

    [TestCase(10, 1)]
    [TestCase(11, 0)]
    public void Values_that_are_more_than_half_as_many_as_the_rows_tell_nothing(int values, int expected)
    {
        // Every value has one class only, as in a column that numbers the rows.
        string[] found = Find(20, row => row % values, row => row % values % 2 == 0 ? "p" : "q");

        Assert.That(found, Has.Length.EqualTo(expected));
        Assert.That(found, Is.All.EqualTo($"each of its {values} values has one target only, in all 20 rows"));
    }

    [TestCase(20, 1)]
    [TestCase(19, 0)]
    public void A_straight_line_goes_through_twenty_rows_that_have_the_feature(int present, int expected)
    {
        string[] found = Find(30, row => row < present ? row : double.NaN, row => Text(3 * row + 0.5));

        Assert.That(found, Has.Length.EqualTo(expected));
        Assert.That(found, Is.All.StartsWith("the target is a straight line of it, r² = 1.0000000"));
    }

    [Test]
    public void A_line_that_falls_is_one_too() =>
        Assert.That(Find(40, row => row, row => Text(0.5 - 3 * row)), Has.Length.EqualTo(1));

    [Test]
    public void A_line_with_a_bend_is_none() =>
        Assert.That(Find(40, row => row % 20, row => Text(0.5 * (row % 20) * (row % 20) + row)), Is.Empty);

    [TestCase(true)]
    [TestCase(false)]
    public void What_is_the_same_in_all_rows_tells_nothing(bool isFeature)
    {
        Func<int, double> varied = row => row * 37 % 41 + 0.5;
        Func<int, double> same = _ => 7.25;

        Assert.That(Find(40, isFeature ? same : varied, row => Text(isFeature ? varied(row) : same(row))), Is.Empty);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is found in a table of one feature and a target.</summary>
    private static string[] Find(int rows, Func<int, double> feature, Func<int, string> target)
    {
        double[] cells = [.. Enumerable.Range(0, rows).Select(row => (feature(row)))];
        TargetColumn targets = new("y", Enumerable.Range(0, rows).Select(target));
        Table table = new([new NumberFeature("x")], new Matrix<double>(1, rows, cells), targets);
        return [.. Leaks.Find(table).Select(finding => finding.Evidence)];
    }
}
