using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Splits;

namespace Tiny.Nn.Tabular.Tests.Splits;

/// <summary>Whole groups on either side: of a split, and of folds.</summary>
public sealed class GroupSplitTests
{
    private static readonly Gen<Case> Cases =
        from count in Gen.Choose(3, 60)
        from names in Gen.Choose(2, 20)
        from groups in Gen.Choose(0, names - 1).ArrayOf(count)
        where groups.Distinct().Count() >= 2
        from codes in Gen.Choose(0, 3).ArrayOf(count)
        from percent in Gen.Choose(1, 99)
        from seed in Gen.Choose(0, 1000)
        select new Case(groups, codes, percent / 100.0, (ulong)seed);

    [Test]
    public void Every_row_is_on_one_side_and_no_group_on_both() =>
        Hold(test => Divides(test.Random, test) && Divides(test.Stratified, test));

    [Test]
    public void A_side_has_too_many_rows_by_half_of_its_smallest_group_at_most() =>
        Hold(test =>
        {
            Split split = test.Random;
            double excess = split.Test.Length - test.Fraction * test.Codes.Length;
            int[] larger = (excess > 0 ? split.Test : split.Training).ToArray();
            int[] sizes = [.. larger.GroupBy(row => test.Groups[row]).Select(group => group.Count())];
            return sizes.Length == 1 || Math.Abs(excess) <= sizes.Min() / 2.0 + 1e-6;
        });

    [Test]
    public void No_single_move_would_bring_the_classes_nearer() =>
        Hold(test =>
        {
            int[] side = Sides(test.Stratified, test.Codes.Length);
            double reached = Distance(test, side);
            foreach (int group in test.Groups.Distinct())
            {
                int[] moved = [.. side.Select((s, row) => test.Groups[row] == group ? 1 - s : s)];
                if (moved.Distinct().Count() == 2 && Distance(test, moved) < reached - 1e-6)
                {
                    return false;
                }
            }
            return true;
        });

    [Test]
    public void Groups_of_one_row_are_split_as_rows_are()
    {
        int[] codes = [.. Enumerable.Range(0, 100).Select(row => row % 4 == 0 ? 1 : 0)];
        Groups rows = Groups.FromTexts(Enumerable.Range(0, 100).Select(row => $"{row}"));
        Split split = GroupSplit.Of(rows, codes, 0.2, new Generator(1));
        Assert.That(SplitTests.Counts(codes, split.Test.AsSpan(), 2), Is.EqualTo(Items.Of(15, 5)));
        Split other = GroupSplit.Of(rows, codes, 0.2, new Generator(2));
        Assert.That(other.Test.ToArray(), Is.Not.EqualTo(split.Test.ToArray()));
    }

    [Test]
    public void The_same_seed_gives_the_same_split() =>
        Hold(test => test.Stratified.Test.AsSpan().SequenceEqual(test.Stratified.Test.AsSpan()));

    [Test]
    public void Each_group_has_its_chance_to_be_judged_by()
    {
        // Ten groups of ten rows and a hundred of one: none is always, none never on one side.
        Groups groups = Groups.FromTexts(
            Enumerable.Range(0, 200).Select(row => row < 100 ? $"g{row / 10}" : $"r{row}")
        );
        int[] judged = new int[200];
        for (ulong seed = 0; seed < 300; seed++)
        {
            foreach (
                int row in GroupSplit.Of(groups, new int[groups.Codes.Length], 0.3, new Generator(seed)).Test.AsSpan()
            )
            {
                judged[row]++;
            }
        }
        Assert.That(judged, Is.All.InRange(30, 150));
    }

    [Test]
    public void One_group_cannot_be_split()
    {
        Groups one = Groups.FromTexts(["a", "a", "a"]);
        Assert.That(
            () => GroupSplit.Of(one, new int[one.Codes.Length], 0.5, new Generator(1)),
            Throws.TypeOf<DataException>()
        );
        Assert.That(
            () => GroupFolds.Of(one, new int[one.Codes.Length], 2, new Generator(1)),
            Throws.TypeOf<DataException>()
        );
        Groups two = Groups.FromTexts(["a", "b", "a"]);
        Assert.That(
            () => GroupSplit.Of(two, new int[two.Codes.Length], 1, new Generator(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(
            () => GroupFolds.Of(two, new int[two.Codes.Length], 1, new Generator(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(() => GroupSplit.Of(two, [0], 0.5, new Generator(1)), Throws.ArgumentException);
    }

    [Test]
    public void In_folds_every_row_is_validated_once_and_no_group_is_divided() =>
        Hold(test =>
        {
            int k = Math.Min(4, test.Groups.Distinct().Count());
            foreach (IReadOnlyList<Split> folds in new[] { test.RandomFolds(k), test.StratifiedFolds(k) })
            {
                int[] all = [.. folds.SelectMany(fold => fold.Test.ToArray()).Order()];
                bool once = all.SequenceEqual(Enumerable.Range(0, test.Codes.Length));
                if (folds.Count != k || !once || !folds.All(fold => Divides(fold, test)))
                {
                    return false;
                }
            }
            return true;
        });

    [Test]
    public void Folds_are_nearly_of_one_size() =>
        Hold(test =>
        {
            int k = Math.Min(3, test.Groups.Distinct().Count());
            int[] sizes = [.. test.RandomFolds(k).Select(fold => fold.Test.Length)];
            int largest = test.Groups.GroupBy(group => group).Max(group => group.Count());

            // The last group to come into the fullest fold found it the emptiest.
            return sizes.Max() - sizes.Min() <= largest;
        });

    [Test]
    public void Folds_of_groups_of_one_class_each_keep_the_shares_of_the_classes()
    {
        // Forty groups of five rows, a quarter of them of class 1.
        int[] codes = [.. Enumerable.Range(0, 200).Select(row => row / 5 % 4 == 0 ? 1 : 0)];
        Groups groups = Groups.FromTexts(Enumerable.Range(0, 200).Select(row => $"g{row / 5}"));
        foreach (Split fold in GroupFolds.Of(groups, codes, 5, new Generator(1)))
        {
            Assert.That(SplitTests.Counts(codes, fold.Test.AsSpan(), 2), Is.EqualTo(Items.Of(30, 10)));
        }
    }

    [Test]
    public void Groups_are_told_apart_by_their_texts()
    {
        Groups groups = Groups.FromTexts(["b", "a", "b", "c"]);
        Assert.That(groups.Names, Is.EqualTo(["b", "a", "c"]));
        Assert.That(groups.Codes, Is.EqualTo([0, 1, 0, 2]));
        Groups some = groups.Select([3, 1, 3]);
        Assert.That(some.Names, Is.EqualTo(["c", "a"]));
        Assert.That(some.Codes, Is.EqualTo([0, 1, 0]));
    }

    private static bool Divides(Split split, Case test)
    {
        int[] known = [.. split.Training.ToArray().Select(row => test.Groups[row])];
        int[] judged = [.. split.Test.ToArray().Select(row => test.Groups[row])];
        return SplitTests.Parts(split, test.Codes.Length)
            && known.Length > 0
            && judged.Length > 0
            && !known.Intersect(judged).Any();
    }

    private static int[] Sides(Split split, int count)
    {
        int[] sides = new int[count];
        foreach (int row in split.Test.AsSpan())
        {
            sides[row] = 1;
        }
        return sides;
    }

    private static double Distance(Case test, int[] side) =>
        test
            .Codes.Distinct()
            .Sum(code =>
            {
                double size = test.Codes.Count(c => c == code);
                double validated = test.Codes.Where((c, row) => c == code && side[row] == 1).Count();
                return Math.Pow(validated - test.Fraction * size, 2) / size;
            });

    private static void Hold(Func<Case, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Cases.ToArbitrary(), property));

    private sealed record Case(int[] Groups, int[] Codes, double Fraction, ulong Seed)
    {
        private Groups Whole => Tiny.Nn.Tabular.Splits.Groups.FromTexts(Groups.Select(group => $"g{group}"));

        internal Split Random => GroupSplit.Of(Whole, new int[Whole.Codes.Length], Fraction, new Generator(Seed));

        internal Split Stratified => GroupSplit.Of(Whole, Codes, Fraction, new Generator(Seed));

        internal IReadOnlyList<Split> RandomFolds(int k) =>
            GroupFolds.Of(Whole, new int[Whole.Codes.Length], k, new Generator(Seed));

        internal IReadOnlyList<Split> StratifiedFolds(int k) => GroupFolds.Of(Whole, Codes, k, new Generator(Seed));
    }
}
