using Tiny.Nn.Teaching.Curves;

namespace Tiny.Nn.Teaching.Tests.Curves;

public sealed class JoinedLinesTests
{
    [Test]
    public void Pieces_in_any_order_and_direction_become_one_line_without_points_that_lie_on_it()
    {
        IReadOnlyList<(double X, double Y)> line = JoinedLines
            .Of([((2, 0), (3, 0)), ((1, 0), (0, 0)), ((3, 4), (3, 0)), ((1, 0), (2, 0))], tolerance: 0.1)
            .Single();
        (double, double)[] expected = [(0, 0), (3, 0), (3, 4)];
        Assert.That(line, Is.EqualTo(expected).Or.EqualTo(expected.Reverse()));
    }

    [Test]
    public void A_closed_line_ends_where_it_begins()
    {
        ((double, double), (double, double))[] square =
        [
            ((0, 0), (1, 0)),
            ((1, 1), (1, 0)),
            ((1, 1), (0, 1)),
            ((0, 1), (0, 0)),
        ];
        IReadOnlyList<(double X, double Y)> line = JoinedLines.Of(square, tolerance: 0.1).Single();
        Assert.That(line, Has.Count.EqualTo(5));
        Assert.That(line[0], Is.EqualTo(line[^1]));
    }

    [Test]
    public void Lines_that_do_not_meet_stay_apart() =>
        Assert.That(JoinedLines.Of([((0, 0), (1, 0)), ((0, 5), (1, 5))], tolerance: 0.1), Has.Count.EqualTo(2));

    [Test]
    public void Lines_of_few_pieces_are_left_out_where_that_is_wanted()
    {
        ((double, double), (double, double))[] pieces = [((0, 0), (1, 0)), ((1, 0), (1, 1)), ((5, 5), (6, 5))];
        Assert.That(JoinedLines.Of(pieces, tolerance: 0.1, least: 2).Single(), Has.Count.EqualTo(3));
    }

    [TestCase(0.01, 9)]
    [TestCase(2, 2)]
    public void A_bend_stays_where_it_is_larger_than_the_tolerance(double tolerance, int points)
    {
        (double, double)[] zigzag = [.. Enumerable.Range(0, 9).Select(i => ((double)i, i % 2.0))];
        Assert.That(JoinedLines.Of(zigzag.Zip(zigzag.Skip(1)), tolerance).Single(), Has.Count.EqualTo(points));
    }
}
