using Tiny.Nn.Data;
using Tiny.Nn.Experiments;

namespace Tiny.Nn.Tests.Experiments;

/// <summary>What is read and cannot be learned from yet.</summary>
public sealed class NumbersOnlyTests
{
    [TestCase("pima.csv", "diabetes", "line 2, column 'insulin'")]
    [TestCase("house_votes.csv", "party", "line 2, column 'handicapped_infants'")]
    public void Missing_cells_and_categories_are_told_with_their_place(string file, string target, string place)
    {
        Table<float> table = CsvTable.Read<float>(Data.Csv.Sample(file), target);
        DataException problem = Assert.Throws<DataException>(() => Experiment.Plan(table, new Recipe()))!;
        Assert.That(problem.Where, Does.EndWith(place));
    }
}
