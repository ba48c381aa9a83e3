using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Teaching.Interactive;

namespace Tiny.Nn.Teaching.Tests.Interactive;

/// <summary>A training that is watched and steered is the training that the command makes, as long as nobody steers.</summary>
public sealed class InteractiveTrainingTests
{
    [TestCase(Scenes.Toy, false)]
    [TestCase(Scenes.Own, true)]
    public void Moved_on_step_by_step_it_ends_with_the_bytes_of_a_training_at_one_go(string scene, bool isOwn)
    {
        InteractiveTraining training = Scenes.Open(scene, isOwn ? Scenes.Csv : null);
        while (!training.IsOver)
        {
            // Looking is no touching.
            training.Step(1, TimeSpan.FromSeconds(9), wholeEpochs: false);
            training.Maps(0, 1, row: 2, resolution: 3);
            training.Save();
        }
        Trained<float> expected = Experiment.Plan<float>(training.Scene.Data.Table, training.Scene.Recipe).Train();
        Assert.That(training.Save(), Is.EqualTo(Bytes(Telling(expected.Model, training.Scene.Data.Reading))));
        Assert.That(training.History.Epochs, Is.EqualTo(expected.History.Epochs));
        Assert.That(training.History.StopReason, Is.EqualTo(expected.History.StopReason));
    }

    [Test]
    public void An_epoch_ends_where_one_is_asked_for_and_time_ends_it_too()
    {
        InteractiveTraining training = Scenes.Open(Scenes.Toy);
        training.Step(int.MaxValue, TimeSpan.FromMinutes(1), wholeEpochs: true);
        Assert.That(training.History.EpochCount, Is.EqualTo(1));
        Assert.That(training.Steps, Is.EqualTo(5), "41 rows in batches of 10");
        training.Step(int.MaxValue, TimeSpan.Zero, wholeEpochs: false);
        Assert.That(training.Steps, Is.EqualTo(6), "a step is made whatever the time");
        training.Step(0, TimeSpan.FromMinutes(1), wholeEpochs: false);
        Assert.That(training.Steps, Is.EqualTo(6));
    }

    [Test]
    public void A_weight_changed_by_hand_changes_what_the_network_says()
    {
        InteractiveTraining training = Scenes.Open(Scenes.Toy);
        byte[] before = training.Maps(0, 1, 0, 4);
        training.Set(layer: 1, unit: 2, input: 1, value: 5);
        training.Set(layer: 3, unit: 1, input: 0, value: -2);
        Assert.That(training.Maps(0, 1, 0, 4), Is.Not.EqualTo(before));
        int place = SceneNetwork.Place(training.Network, 1, 2, 1)!.Value;
        Assert.That(training.Network.Parameters[place, 0], Is.EqualTo(5));
    }

    [TestCase(0, 1, 1, 1)]
    [TestCase(4, 1, 1, 1)]
    [TestCase(1, 4, 1, 1)]
    [TestCase(1, 1, 3, 1)]
    [TestCase(1, 1, -1, 1)]
    [TestCase(1, 1, 1, double.NaN)]
    [TestCase(1, 1, 1, 1e300)]
    public void A_weight_that_is_not_there_or_is_no_number_is_refused(int layer, int unit, int input, double value) =>
        Assert.That(
            () => Scenes.Open(Scenes.Toy).Set(layer, unit, input, value),
            Throws.TypeOf<SceneException>().With.Message.Contain("no such weight")
        );

    [Test]
    public void A_training_that_diverges_says_so_and_makes_no_further_step()
    {
        InteractiveTraining training = Scenes.Trained(
            """{"toy": "moons", "settings": {"hidden": "8", "optimizer": "sgd", "learning-rate": "1e30"}}"""
        );
        Assert.That(training.Divergence, Is.Not.Null);
        Assert.That(training.IsOver, Is.True);
        long steps = training.Steps;
        training.Step(10, TimeSpan.FromSeconds(1), wholeEpochs: false);
        Assert.That(training.Steps, Is.EqualTo(steps));
        Assert.That(training.Diagnose(), Is.Not.Empty);
    }

    [Test]
    public void It_goes_on_from_the_weights_of_a_model()
    {
        InteractiveTraining first = Scenes.Trained(Scenes.Toy);
        Model<float> model = SceneModel.Read(first.Save());
        InteractiveTraining second = new(Scene.Read(Scenes.Toy, []), model);
        Assert.That(second.Network.Parameters.Values.ToArray(), Is.EqualTo(model.Network.Parameters.Values.ToArray()));
        Assert.That(
            () => new InteractiveTraining(Scene.Read("""{"settings": {"hidden": "9"}}""", []), model),
            Throws.TypeOf<SceneException>().With.Message.Contain("2-9-1")
        );
    }

    /// <summary>Outputs first, then the units of hidden layers; classes have probabilities.</summary>
    [Test]
    public void Maps_are_the_answers_and_the_hidden_units_of_every_place()
    {
        InteractiveTraining training = Scenes.Trained(Scenes.Own, Scenes.Csv);
        const int Resolution = 5;
        float[] maps = new float[(3 + 4) * Resolution * Resolution];
        byte[] bytes = training.Maps(0, 1, 3, Resolution);
        Assert.That(bytes, Has.Length.EqualTo(maps.Length * sizeof(float)));
        Buffer.BlockCopy(bytes, 0, maps, 0, bytes.Length);
        for (int place = 0; place < Resolution * Resolution; place++)
        {
            float sum = Enumerable.Range(0, 3).Sum(output => maps[output * Resolution * Resolution + place]);
            Assert.That(sum, Is.EqualTo(1).Within(1e-5));
        }

        // The place of the picked row itself: what the model says of that row.
        SceneAxis x = training.Axis(0);
        double[,] said = new double[1, 3];
        Table(training, row: 3, said);
        int column = Enumerable
            .Range(0, Resolution)
            .MinBy(i => Math.Abs(x.At(i, Resolution) - training.Scene.Data.Places(0)[3]));
        Assert.That(x.At(column, Resolution), Is.InRange(x.Low, x.High));
        Assert.That(said[0, 0] + said[0, 1] + said[0, 2], Is.EqualTo(1).Within(1e-5));
    }

    private static void Table(InteractiveTraining training, int row, double[,] said)
    {
        double[] probabilities = training.Current().Predict(training.Scene.Data.Table).Column(row).ToArray();
        for (int code = 0; code < probabilities.Length; code++)
        {
            said[0, code] = probabilities[code];
        }
    }

    /// <summary>The command keeps how the file was read among the settings.</summary>
    private static Model<float> Telling(Model<float> model, FileReading reading)
    {
        SortedDictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach ((string name, string value) in model.Provenance.Settings.Concat(reading.Flags))
        {
            settings[name] = value;
        }
        return model.With(model.Provenance with { Settings = settings });
    }

    private static byte[] Bytes(Model<float> model)
    {
        using MemoryStream stream = new();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }
}
