using System.Text.Json.Nodes;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tests.Experiments;
using Tiny.Nn.Tabular.Tests.Files;

namespace Tiny.Nn.Tabular.Tests.Models;

public sealed class ScheduledModelTests
{
    [Test]
    public void A_schedule_is_trained_by_and_remembered_with_the_rate_of_each_epoch()
    {
        Recipe recipe = new() { Epochs = 6, Schedule = LearningRateSchedule.Step(2, 0.5) };
        Trained<float> outcome = Experiment.Run<float>(TestTables.Clusters<float>(60, 3), recipe).Trained;
        double[] rates = [0.005, 0.005, 0.0025, 0.0025, 0.00125, 0.00125];
        Assert.That(outcome.History.Epochs.Select(epoch => epoch.LearningRate), Is.EqualTo(rates));

        Model<float> loaded = Examples.Read<float>(Examples.Written(outcome.Model));
        Assert.That(loaded.Provenance.Epochs, Is.EqualTo(outcome.History.Epochs));
        Assert.That(loaded.Provenance.Settings["schedule"], Is.EqualTo("step:2:0.5"));
    }

    [Test]
    public void A_constant_rate_is_reported_and_leaves_no_trace_in_the_file()
    {
        Trained<float> outcome = Experiment
            .Run<float>(TestTables.Clusters<float>(60, 3), new Recipe { Epochs = 3 })
            .Trained;
        Assert.That(outcome.History.Epochs.Select(epoch => epoch.LearningRate), Is.All.EqualTo(0.005));
        Assert.That(outcome.Model.Provenance.Settings, Does.Not.ContainKey("schedule"));
        Model<float> loaded = Examples.Read<float>(Examples.Written(outcome.Model));
        Assert.That(loaded.Provenance.Epochs.Select(epoch => epoch.LearningRate), Is.All.Null);
        JsonNode document = JsonNode.Parse(Safetensors.Read(Examples.Written(outcome.Model)).Text("tinynn"))!;
        Assert.That(document["provenance"]!.AsObject(), Does.Not.ContainKey("learning_rate"));
    }
}
