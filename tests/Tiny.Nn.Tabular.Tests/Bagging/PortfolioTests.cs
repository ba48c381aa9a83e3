using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Bagging;

/// <summary>What is trained follows from the size of the table, by counted work.</summary>
[TestFixture]
public sealed class PortfolioTests
{
    private static readonly Recipe Normal = new() { Effort = Effort.Normal };

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(100)]
    [TestCase(5_000)]
    [TestCase(50_000)]
    [TestCase(10_000_000)]
    public void A_table_of_any_size_has_bags_that_can_be_trained(int rows)
    {
        foreach (TargetKind kind in Enum.GetValues<TargetKind>())
        {
            foreach (Effort effort in new[] { Effort.Normal, Effort.High })
            {
                IReadOnlyList<BagRecipe> bags = Portfolio.Choose(
                    Normal with
                    {
                        Effort = effort,
                    },
                    kind,
                    rows,
                    new(20, 20, 3)
                );
                Assert.That(bags, Is.Not.Empty);
                Assert.That(bags.Select(bag => bag.Folds), Is.All.InRange(1, Math.Min(8, rows)));
                Assert.That(bags.Select(bag => bag.Recipe.Epochs), Is.All.GreaterThanOrEqualTo(8));
                Assert.That(bags.Select(bag => bag.Recipe.Seed), Is.Unique, "each has folds and a start of its own");
            }
        }
    }

    [Test]
    public void More_rows_or_inputs_mean_fewer_folds_and_epochs_and_never_more()
    {
        int before = int.MaxValue;
        foreach (int rows in new[] { 100, 1_000, 8_000, 20_000, 29_000 })
        {
            int work = Portfolio
                .Choose(Normal, TargetKind.Classification, rows, new(30, 25, 2))
                .Sum(bag => bag.Folds * bag.Recipe.Epochs);
            Assert.That(work, Is.LessThanOrEqualTo(before), $"{rows} rows");
            before = work;
        }
    }

    [Test]
    public void High_effort_has_a_dozen_different_recipes()
    {
        foreach (TargetKind kind in Enum.GetValues<TargetKind>())
        {
            IReadOnlyList<BagRecipe> bags = Portfolio.Choose(
                Normal with
                {
                    Effort = Effort.High,
                },
                kind,
                500,
                new(10, 10, 3)
            );
            Assert.That(bags, Has.Count.GreaterThanOrEqualTo(10));
            Assert.That(bags.Select(bag => bag.Recipe), Is.Unique);
        }
    }

    [Test]
    public void What_is_said_of_data_classes_and_seed_holds_for_every_bag()
    {
        Recipe recipe = Normal with
        {
            Seed = 77,
            ClassWeights = ClassWeighting.Balanced,
            Positive = "yes",
            Encoding = Normal.Encoding with { MaxLevels = 5 },
        };
        foreach (BagRecipe bag in Portfolio.Choose(recipe, TargetKind.Classification, 300, new(10, 4, 1)))
        {
            Assert.That(bag.Recipe.ClassWeights, Is.EqualTo(ClassWeighting.Balanced));
            Assert.That(bag.Recipe.Positive, Is.EqualTo("yes"));
            Assert.That(bag.Recipe.Encoding.MaxLevels, Is.EqualTo(5));
            Assert.That(bag.Recipe.Seed, Is.InRange(77, 90));
        }
    }
}
