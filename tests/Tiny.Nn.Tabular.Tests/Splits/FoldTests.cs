using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Splits;

namespace Tiny.Nn.Tabular.Tests.Splits;

public sealed class FoldTests
{
    private static readonly Gen<(int[] Codes, int K, int Seed)> Cases =
        from classes in Gen.Choose(1, 6)
        from codes in Gen.Choose(0, classes - 1).ArrayOf()
        where codes.Length >= 2
        from k in Gen.Choose(2, Math.Min(codes.Length, 10))
        from seed in Gen.Choose(0, 1000)
        select (codes, k, seed);

    [Test]
    public void Every_row_is_validated_once() =>
        Hold(test => Partition(Stratified(test), test.Codes.Length) && Partition(Random(test), test.Codes.Length));

    [Test]
    public void Classes_and_sizes_differ_by_one_at_most() =>
        Hold(test =>
        {
            IReadOnlyList<Split> folds = Stratified(test);
            int[][] counts = [.. folds.Select(fold => SplitTests.Counts(test.Codes, fold.Test.AsSpan(), 6))];
            return Enumerable.Range(0, 6).All(code => Even(counts.Select(fold => fold[code])))
                && Even(folds.Select(fold => fold.Test.Length))
                && Even(Random(test).Select(fold => fold.Test.Length));
        });

    [Test]
    public void The_same_seed_gives_the_same_folds() =>
        Hold(test =>
            Stratified(test)
                .Zip(Stratified(test))
                .All(pair => pair.First.Test.AsSpan().SequenceEqual(pair.Second.Test.AsSpan()))
        );

    [Test]
    public void Rows_are_shuffled()
    {
        IReadOnlyList<Split> one = RandomFolds.Of(new int[100], 2, new Generator(1));
        IReadOnlyList<Split> two = RandomFolds.Of(new int[100], 2, new Generator(2));
        Assert.That(one[0].Test.ToArray(), Is.Not.EqualTo(two[0].Test.ToArray()));
    }

    [TestCase(1)]
    [TestCase(0)]
    [TestCase(5)]
    public void There_are_two_folds_at_least_and_no_empty_ones(int k)
    {
        Assert.That(
            () => RandomFolds.Of([0, 0, 1, 1], k, new Generator(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(
            () => RandomFolds.Of(new int[4], k, new Generator(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void Repeats_are_dealt_out_anew_and_each_is_whole()
    {
        int[] codes = [.. Enumerable.Range(0, 60).Select(row => row % 3)];
        foreach (IReadOnlyList<Split> folds in new[] { Repeated(codes), Repeated(new int[60]) })
        {
            Assert.That(folds, Has.Count.EqualTo(12));
            IReadOnlyList<Split>[] repeats = [.. folds.Chunk(4)];
            Assert.That(repeats.Select(repeat => Partition(repeat, 60)), Is.All.True);
            Assert.That(folds.Select(fold => string.Join(' ', fold.Test.ToArray())), Is.Unique);
        }

        static IReadOnlyList<Split> Repeated(int[] codes)
        {
            Generator generator = new(1);
            return [.. Enumerable.Range(0, 3).SelectMany(_ => RandomFolds.Of(codes, 4, generator))];
        }
    }

    private static bool Partition(IReadOnlyList<Split> folds, int count) =>
        folds.All(fold => SplitTests.Parts(fold, count))
        && folds.SelectMany(fold => fold.Test.ToArray()).Order().SequenceEqual(Enumerable.Range(0, count));

    private static bool Even(IEnumerable<int> counts) => counts.Max() - counts.Min() <= 1;

    private static IReadOnlyList<Split> Stratified((int[] Codes, int K, int Seed) test) =>
        RandomFolds.Of(test.Codes, test.K, new Generator((ulong)test.Seed));

    private static IReadOnlyList<Split> Random((int[] Codes, int K, int Seed) test) =>
        RandomFolds.Of(new int[test.Codes.Length], test.K, new Generator((ulong)test.Seed));

    private static void Hold(Func<(int[] Codes, int K, int Seed), bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Cases.ToArbitrary(), property));
}
