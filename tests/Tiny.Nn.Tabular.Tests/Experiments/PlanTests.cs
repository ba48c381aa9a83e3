using System.Text;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
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
        Table table = TableOf(targets.Split(','));
        Plan<T> plan = Experiment.Plan<T>(table, new Recipe());
        Assert.That(plan.Task.Kind, Is.EqualTo(kind));
        Assert.That(plan.Architecture.ToString(), Is.EqualTo(sizes));
        Assert.That(plan.Loss.Name, Is.EqualTo(loss));
        Judged<T> outcome = Experiment.Run<T>(table, new Recipe { Epochs = 1 });
        Assert.That(outcome.Model.Network.Architecture, Is.EqualTo(plan.Architecture));
        Assert.That(outcome.Plan.Split.Training, Has.Length.EqualTo(plan.Split.Training.Length));
        Assert.That(outcome.Plan.Split.Validation, Has.Length.EqualTo(plan.Split.Validation.Length));
        Assert.That(outcome.Test!.Rows, Is.EqualTo(plan.Split.Test.Length));
    }

    [Test]
    public void Each_value_holds_the_one_before_and_nothing_is_fitted_twice()
    {
        Plan<T> plan = Experiment.Plan<T>(TableOf(["p", "q", "r"]), new Recipe { Epochs = 1 });
        Trained<T> trained = plan.Train();
        Judged<T> judged = trained.Judge();
        Assert.That(judged.Trained, Is.SameAs(trained));
        Assert.That(trained.Plan, Is.SameAs(plan));
        Assert.That(trained.Model.Encoding, Is.SameAs(plan.Encoding));
        Assert.That(trained.Model.Target, Is.SameAs(plan.Target));
        Plan<T> linear = plan.With(plan.Recipe.Linear());
        Assert.That(linear.Architecture.ToString(), Is.EqualTo("2-3"));
        Assert.That(linear.Encoding, Is.SameAs(plan.Encoding));
        Assert.That(linear.Training, Is.SameAs(plan.Training));
        Assert.That(linear.Validation, Is.SameAs(plan.Validation));
    }

    [Test]
    public void A_plan_can_be_trained_again_and_watched_before_its_first_step()
    {
        Plan<T> plan = Experiment.Plan<T>(TableOf(["p", "q"]), new Recipe { Epochs = 2 });
        SequentialNetwork<T> network = plan.Build();
        T[] start = network.Parameters.Values.ToArray();
        Trained<T> watched = plan.Train(network, observer: null);
        Assert.That(watched.Model.Network, Is.SameAs(network));
        Assert.That(network.Parameters.Values.ToArray(), Is.Not.EqualTo(start));
        Assert.That(plan.Build().Parameters.Values.ToArray(), Is.EqualTo(start));
        Assert.That(TestTables.Bytes(plan.Train().Model), Is.EqualTo(TestTables.Bytes(watched.Model)));
        SequentialNetwork<T> foreign = plan.With(plan.Recipe.Linear()).Build();
        Assert.That(() => plan.Train(foreign, observer: null), Throws.ArgumentException);
    }

    [Test]
    public void A_plan_of_any_size_costs_nothing()
    {
        Plan<T> plan = Experiment.Plan<T>(
            TableOf(["p", "q", "r"]),
            new Recipe { Hidden = [2_000_000_000, 1_000_000_000] }
        );
        Assert.That(plan.Architecture.ParameterCount, Is.GreaterThan(2_000_000_000_000_000_000));
    }

    [Test]
    public void The_header_of_a_stream_is_read()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        Assert.That(string.Join('|', CsvTable.ReadHeader(stream, "memory")), Is.EqualTo("a|b"));
    }

    private static Table TableOf(string[] targets)
    {
        string rows = string.Concat(
            Enumerable.Range(0, 30).Select(i => $"{i},{i % 7},{targets[i % targets.Length]}\n")
        );
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("a,b,y\n" + rows));
        return CsvTable.Read(stream, "memory", new CsvOptions { Target = "y", Numeric = ["a"] });
    }
}
