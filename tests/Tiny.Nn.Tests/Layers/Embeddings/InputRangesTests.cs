using Tiny.Nn.Layers.Embeddings;

namespace Tiny.Nn.Tests.Layers.Embeddings;

public sealed class InputRangesTests
{
    [TestCase("0")]
    [TestCase("7")]
    [TestCase("0-3,7")]
    [TestCase("1,3,5-2147483647")]
    public void What_is_read_is_written(string text) => Assert.That($"{InputRanges.Parse(text)}", Is.EqualTo(text));

    [Test]
    public void Neighbours_become_ranges()
    {
        InputRanges ranges = InputRanges.Of(7, 2, 0, 1, 3);
        Assert.That($"{ranges}", Is.EqualTo("0-3,7"));
        Assert.That(ranges.Indices, Is.EqualTo([0, 1, 2, 3, 7]));
        Assert.That((ranges.Count, ranges.Last), Is.EqualTo((5L, 7)));
        Assert.That(ranges, Is.EqualTo(InputRanges.Parse("0-3,7")));
        Assert.That(ranges.GetHashCode(), Is.EqualTo(InputRanges.Parse("0-3,7").GetHashCode()));
        Assert.That(ranges, Is.Not.EqualTo(InputRanges.Of(0, 7)));
    }

    [Test]
    public void Blocks_stay_apart_where_one_begins_behind_another()
    {
        InputRanges blocks = InputRanges.OfBlocks((1, 3), (4, 1), (9, 2));
        Assert.That($"{blocks}", Is.EqualTo("1-3,4,9-10"));
        Assert.That(blocks, Is.EqualTo(InputRanges.Parse("1-3,4,9-10")));
        Assert.That((blocks.Count, blocks.Last), Is.EqualTo((6L, 10)));
        Assert.That(() => InputRanges.OfBlocks(), Throws.ArgumentException.With.Message.Contains("At least one"));
        Assert.That(() => InputRanges.OfBlocks((1, 0)), Throws.ArgumentException.With.Message.Contains("is empty"));
        Assert.That(() => InputRanges.OfBlocks((-1, 2)), Throws.ArgumentException);
        Assert.That(() => InputRanges.OfBlocks((0, 2), (1, 2)), Throws.ArgumentException);
    }

    [Test]
    public void A_huge_range_takes_no_room() =>
        Assert.That(InputRanges.Parse("0-2147483647").Count, Is.EqualTo(1L << 31));

    [TestCase("")]
    [TestCase("a")]
    [TestCase("-1")]
    [TestCase("3-1")]
    [TestCase("1,1")]
    [TestCase("0-3,2")]
    [TestCase("2,1")]
    [TestCase("1-2-3")]
    [TestCase("1, 2")]
    [TestCase("2147483648")]
    public void What_is_no_list_is_refused(string text) =>
        Assert.That(
            () => InputRanges.Parse(text),
            Throws.TypeOf<FormatException>().With.Message.Contains("it is written like 0-3,7")
        );

    [Test]
    public void An_input_is_chosen_once_and_at_least_one_is()
    {
        Assert.That(() => InputRanges.Of(), Throws.ArgumentException.With.Message.Contains("At least one"));
        Assert.That(() => InputRanges.Of(1, 1), Throws.ArgumentException.With.Message.Contains("given twice"));
        Assert.That(() => InputRanges.Of(-1), Throws.ArgumentException.With.Message.Contains("-1 is negative"));
    }
}
