using Tiny.Nn.Tabular.Splits;

namespace Tiny.Nn.Tabular.Tests.Splits;

public sealed class SplitColumnTests
{
    [Test]
    public void A_column_says_which_rows_are_for_what()
    {
        Split parts = SplitColumn.Read(
            ["train", "TEST", " Validation", "training", "val", "dev", "testing", "valid"],
            null
        );
        Assert.That(parts.Training.ToArray(), Is.EqualTo([0, 3]));
        Assert.That(parts.Validation.ToArray(), Is.EqualTo([2, 4, 5, 7]));
        Assert.That(parts.Test.ToArray(), Is.EqualTo([1, 6]));
    }

    [Test]
    public void Parts_may_be_missing_but_not_the_one_to_learn_from()
    {
        Assert.That(SplitColumn.Read(["train"], null).Validation.IsEmpty, Is.True);
        Assert.That(() => Splitter.ByColumn(["test", "valid"]), Throws.TypeOf<DataException>());
        Assert.That(() => Splitter.ByColumn([]), Throws.TypeOf<DataException>());
    }

    [Test]
    public void A_misspelt_part_is_shown_with_its_place()
    {
        DataException problem = Assert.Throws<DataException>(() => Splitter.ByColumn(["train", "tset"]))!;
        Assert.That(problem.Where, Is.EqualTo("row 2: \"tset\""));
        Assert.That(problem.Advice, Is.EqualTo("Did you mean test? The parts are: train, valid, test."));
        problem = Assert.Throws<DataException>(() =>
            Splitter.ByColumn(["", "train"], row => $"a.csv, line {row + 2}")
        )!;
        Assert.That(problem.Where, Is.EqualTo("a.csv, line 2: \"\""));
        Assert.That(problem.Advice, Is.EqualTo("The parts are: train, valid, test."));
    }
}
