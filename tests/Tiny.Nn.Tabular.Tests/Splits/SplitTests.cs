using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Splits;

public sealed class SplitTests
{
    private static readonly Gen<(int[] Codes, double Fraction, int Seed)> Cases =
        from classes in Gen.Choose(1, 8)
        from codes in Gen.Choose(0, classes - 1).ArrayOf()
        from percent in Gen.Choose(1, 99)
        from seed in Gen.Choose(0, 1000)
        select (codes, percent / 100.0, seed);

    [Test]
    public void Iris_is_split_class_by_class()
    {
        TargetColumn species = CsvTable.Read(CsvText.Sample("iris.csv"), "species").Target!;
        Split split = RandomSplit.Of(species.Codes.Span, 0.2, new Generator(1));
        Assert.That(Counts(species.Codes.Span, split.Test.AsSpan(), 3), Is.EqualTo(Items.Of(10, 10, 10)));
        Assert.That(Counts(species.Codes.Span, split.Training.AsSpan(), 3), Is.EqualTo(Items.Of(40, 40, 40)));
    }

    [TestCase("0000011111111", 0.3, "22", TestName = "The_larger_remainder_of_the_lower_class_decides")]
    [TestCase("0000000011111", 0.3, "22", TestName = "The_larger_remainder_of_the_higher_class_decides")]
    [TestCase("00000111112", 0.2, "110", TestName = "A_single_row_is_learnt")]
    [TestCase("0011", 0.01, "11", TestName = "Rare_classes_are_validated")]
    [TestCase("0011", 0.99, "11", TestName = "Rare_classes_are_learnt")]
    [TestCase("000111", 0.5, "21", TestName = "The_lower_class_gets_what_is_left_over")]
    [TestCase("0", 0.5, "0", TestName = "One_row_is_learnt")]
    [TestCase("", 0.5, "", TestName = "No_rows_are_no_problem")]
    public void Classes_are_shared_out(string codes, double fraction, string expected)
    {
        int[] all = Digits(codes);
        Split split = RandomSplit.Of(all, fraction, new Generator(7));
        Assert.That(Counts(all, split.Test.AsSpan(), expected.Length), Is.EqualTo(Digits(expected)));
    }

    [Test]
    public void A_split_parts_the_rows() => Hold(test => Parts(Stratified(test), test.Codes.Length));

    [Test]
    public void A_random_split_parts_the_rows_near_the_fraction() =>
        Hold(test =>
        {
            int count = test.Codes.Length;
            Split split = RandomSplit.Of(new int[count], test.Fraction, new Generator((ulong)test.Seed));
            int validation = split.Test.Length;
            return Parts(split, count)
                && (count < 2 ? validation == 0 : validation >= 1 && validation <= count - 1)
                && Math.Abs(validation - count * test.Fraction) <= 1;
        });

    [Test]
    public void Every_class_of_two_rows_is_on_both_sides_and_near_its_share() =>
        Hold(test =>
        {
            int[] sizes = Counts(test.Codes, [.. Enumerable.Range(0, test.Codes.Length)], 8);
            int[] validated = Counts(test.Codes, Stratified(test).Test.AsSpan(), 8);
            return sizes
                .Zip(validated)
                .All(pair =>
                    pair.First < 2
                        ? pair.Second == 0
                        : pair.Second >= 1
                            && pair.Second < pair.First
                            && Math.Abs(pair.Second - pair.First * test.Fraction) < 1
                );
        });

    [Test]
    public void The_same_seed_gives_the_same_split() =>
        Hold(test => Stratified(test).Test.AsSpan().SequenceEqual(Stratified(test).Test.AsSpan()));

    [Test]
    public void Another_seed_gives_another_split()
    {
        int[] codes = new int[100];
        Split one = RandomSplit.Of(codes, 0.5, new Generator(1));
        Split two = RandomSplit.Of(codes, 0.5, new Generator(2));
        Assert.That(one.Test.ToArray(), Is.Not.EqualTo(two.Test.ToArray()));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-0.1)]
    [TestCase(double.NaN)]
    public void A_fraction_lies_between_0_and_1(double fraction)
    {
        Assert.That(
            () => RandomSplit.Of([0, 1], fraction, new Generator(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(
            () => RandomSplit.Of(new int[2], fraction, new Generator(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void A_code_is_not_negative() =>
        Assert.That(() => RandomSplit.Of([0, -1], 0.5, new Generator(1)), Throws.TypeOf<ArgumentOutOfRangeException>());

    internal static bool Parts(Split split, int count) =>
        split.Training.ToArray().Concat(split.Test.ToArray()).Order().SequenceEqual(Enumerable.Range(0, count))
        && split.Training.ToArray().SequenceEqual(split.Training.ToArray().Order())
        && split.Test.ToArray().SequenceEqual(split.Test.ToArray().Order());

    internal static int[] Counts(ReadOnlySpan<int> codes, ReadOnlySpan<int> rows, int classes)
    {
        int[] counts = new int[classes];
        foreach (int row in rows)
        {
            counts[codes[row]]++;
        }
        return counts;
    }

    private static Split Stratified((int[] Codes, double Fraction, int Seed) test) =>
        RandomSplit.Of(test.Codes, test.Fraction, new Generator((ulong)test.Seed));

    private static void Hold(Func<(int[] Codes, double Fraction, int Seed), bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Cases.ToArbitrary(), property));

    private static int[] Digits(string digits) => [.. digits.Select(digit => digit - '0')];
}
