using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Experiments;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Tests.Gradients;

namespace Tiny.Nn.Teaching.Tests.Diagnostics;

/// <summary>Trainings with nothing wrong, of which nothing is said; and what looking costs: nothing.</summary>
public sealed class HealthyTests
{
    [TestCase("iris.csv", "species")]
    [TestCase("wine.csv", "class")]
    [TestCase("pima.csv", "diabetes")]
    [TestCase("diabetes.csv", "progression")]
    [TestCase("house_votes.csv", "party")]
    public void Nothing_is_found_by_the_usual_recipe(string name, string target)
    {
        Table table = Observed.Sample(name, target);
        for (ulong seed = 1; seed <= 3; seed++)
        {
            Assert.That(Diagnosis.Find(Observed.Run(table, new Recipe { Seed = seed })), Is.Empty, $"seed {seed}");
        }
    }

    [TestCase("tanh", 0.0)]
    [TestCase("sigmoid", 0.0)]
    [TestCase("gelu", 0.0)]
    [TestCase("leaky-relu", 0.0)]
    [TestCase("relu", 0.3)]
    public void Nor_with_other_activations_and_dropout(string activation, double dropout)
    {
        Recipe recipe = new() { Activation = Activation.Parse(activation), Dropout = dropout };
        foreach ((string name, string target) in new[] { ("iris.csv", "species"), ("wine.csv", "class") })
        {
            Table table = Observed.Sample(name, target);
            Assert.That(Diagnosis.Find(Observed.Run(table, recipe)), Is.Empty, name);
            Assert.That(Diagnosis.Find(Observed.Run(table, recipe with { Hidden = [] })), Is.Empty, $"{name}, linear");
        }
    }

    [TestCase(5)]
    [TestCase(20)]
    public void Few_epochs_are_no_fault(int epochs)
    {
        Table iris = Observed.Sample("iris.csv", "species");
        Assert.That(Diagnosis.Find(Observed.Run(iris, new Recipe { Epochs = epochs })), Is.Empty);
    }

    [Test]
    public void A_training_that_is_watched_gives_the_same_model()
    {
        Table iris = Observed.Sample("iris.csv", "species");
        Recipe recipe = new() { Epochs = 10, Dropout = 0.2 };
        Plan<float> plan = Experiment.Plan<float>(iris, recipe);
        SequentialNetwork<float> network = plan.Build();
        Trained<float> watched = plan.Train(network, null, Observed.Watch(plan, network));
        Assert.That(
            TestTables.Bytes(watched.Model),
            Is.EqualTo(TestTables.Bytes(Experiment.Run<float>(iris, recipe).Model))
        );
    }

    [Test]
    public void Who_watches_sees_the_network_before_its_first_step_and_then_every_epoch()
    {
        Table iris = Observed.Sample("iris.csv", "species");
        TrainingObservations seen = Observed.Run(iris, new Recipe { Epochs = 4 });
        Assert.That(seen.Epochs.Select(epoch => epoch.Report.Epoch), Is.EqualTo([1, 2, 3, 4]));
        Assert.That(seen.Start.Layers.Select(layer => layer.UpdateRatio), Is.All.Null);
        Assert.That(seen.Epochs[0].Network.Layers.Select(layer => layer.UpdateRatio), Is.All.Positive);
        Assert.That(seen.Last, Is.SameAs(seen.Epochs[3].Network));
        Assert.That(seen.ReferenceLoss, Is.EqualTo(Math.Log(3)).Within(1e-6));
        Assert.That(seen.Inputs, Has.Count.EqualTo(4));
        Assert.That(seen.Labels, Has.Count.EqualTo(102));
    }
}
