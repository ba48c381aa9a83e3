using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Experiments;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PlanTests<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    [TestCase("p,q,r", TargetKind.Classification, "2-32-3", "cross-entropy")]
    [TestCase("p,q,p", TargetKind.Classification, "2-32-1", "binary-cross-entropy")]
    [TestCase("0.5,1,2", TargetKind.Regression, "2-32-1", "squared-error")]
    public void A_plan_is_the_network_that_would_be_trained(string targets, TargetKind kind, string sizes, string loss)
    {
        Table<T> table = TableOf(targets.Split(','));
        Plan plan = Experiment.Plan(table, new Recipe());
        Assert.That(plan.Kind, Is.EqualTo(kind));
        Assert.That(plan.Architecture.ToString(), Is.EqualTo(sizes));
        Assert.That(plan.Loss, Is.EqualTo(loss));
        Outcome<T> outcome = Experiment.Run(table, new Recipe { Epochs = 1 });
        Assert.That(outcome.Model.Network.Architecture, Is.EqualTo(plan.Architecture));
        Assert.That(outcome.Fitted.TrainingRows, Has.Count.EqualTo(plan.TrainingRows));
        Assert.That(outcome.Fitted.ValidationRows, Has.Count.EqualTo(plan.ValidationRows));
        Assert.That(outcome.Test!.Rows, Is.EqualTo(plan.TestRows));
    }

    [Test]
    public void A_plan_of_any_size_costs_nothing()
    {
        Plan plan = Experiment.Plan(TableOf(["p", "q", "r"]), new Recipe { Hidden = [2_000_000_000, 1_000_000_000] });
        Assert.That(plan.Architecture.ParameterCount, Is.GreaterThan(2_000_000_000_000_000_000));
    }

    [Test]
    public void The_header_of_a_stream_is_read()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        Assert.That(string.Join('|', CsvTable.ReadHeader(stream, "memory")), Is.EqualTo("a|b"));
    }

    private static Table<T> TableOf(string[] targets)
    {
        string rows = string.Concat(
            Enumerable.Range(0, 30).Select(i => $"{i},{i % 7},{targets[i % targets.Length]}\n")
        );
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("a,b,y\n" + rows));
        return CsvTable.Read<T>(stream, "memory", new CsvOptions { Target = "y" });
    }
}
