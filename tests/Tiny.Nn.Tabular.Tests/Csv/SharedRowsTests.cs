using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

[TestFixture]
public sealed class SharedRowsTests
{
    [Test]
    public void Rows_on_both_sides_are_found()
    {
        Table table = CsvText.Read("a,b,y\n1,2,p\n0,3,q\n1,2,p\n1,2,q\n-0,3,q\n1,3,p\n0,3,p\n", "y");
        SharedRows shared = SharedRows.Find(table, [0, 1], [2, 3, 4, 5, 6]);
        Assert.That(shared.Count, Is.EqualTo(4));
        Assert.That(shared.SameTarget, Is.EqualTo(2));
        Assert.That(shared.Judged, Is.EqualTo(5));
        Assert.That(
            shared.Examples,
            Is.EqualTo([new SharedRow(0, 2), new SharedRow(0, 3), new SharedRow(1, 4), new SharedRow(1, 6)])
        );
    }

    [Test]
    public void Without_a_target_only_features_count()
    {
        Table table = CsvText.Read("a\n1\n1\n2\n", ["a"], null);
        SharedRows shared = SharedRows.Find(table, [0], [1, 2]);
        Assert.That((shared.Count, shared.SameTarget), Is.EqualTo((1, 0)));
        Assert.That(SharedRows.Find(table, [], [1, 2]).Count, Is.Zero);
        Assert.That(SharedRows.Find(table, [0], []).Examples, Is.Empty);
    }

    [Test]
    public void It_agrees_with_looking_at_every_pair()
    {
        Generator generator = new(5);
        string rows = string.Concat(
            Enumerable
                .Range(0, 200)
                .Select(_ => $"{generator.NextBelow(4)},{generator.NextBelow(12)},{generator.NextBelow(2)}\n")
        );
        Table table = CsvText.Read("a,b,y\n" + rows, "y");
        int[] known = [.. Enumerable.Range(0, 30)];
        int[] judged = [.. Enumerable.Range(30, 170)];
        bool Same(int left, int right) => table.Features.Column(left).SequenceEqual(table.Features.Column(right));
        bool SameTarget(int left, int right) =>
            Same(left, right) && table.Target!.Texts[left] == table.Target.Texts[right];
        SharedRows shared = SharedRows.Find(table, known, judged);
        Assert.That(shared.Count, Is.EqualTo(judged.Count(row => known.Any(k => Same(k, row)))));
        Assert.That(shared.SameTarget, Is.EqualTo(judged.Count(row => known.Any(k => SameTarget(k, row)))));
        Assert.That(shared.Count, Is.InRange(10, 160));
        Assert.That(shared.Examples, Has.Count.EqualTo(5));
        Assert.That(shared.Examples.Select(pair => Same(pair.Known, pair.Judged)), Is.All.True);
    }
}
