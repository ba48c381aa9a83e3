using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Normalization as a recipe has it: where its layers stand, that models with them travel, and what is refused.</summary>
[TestFixture(TypeArgs = [typeof(float)])]
[TestFixture(TypeArgs = [typeof(double)])]
public sealed class NormalizationTests<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new()
    {
        Hidden = [6, 5],
        Activation = Activation.Tanh,
        Epochs = 8,
    };

    [TestCase(Normalization.None, "dense activation dense activation dense activation")]
    [TestCase(
        Normalization.Batch,
        "dense batch_normalization activation dense batch_normalization activation dense activation"
    )]
    [TestCase(
        Normalization.Layer,
        "dense layer_normalization activation dense layer_normalization activation dense activation"
    )]
    public void It_stands_between_the_sums_of_hidden_layers_and_their_activation(
        Normalization normalization,
        string layers
    )
    {
        Plan<T> plan = Experiment.Plan<T>(TestTables.Clusters<T>(60, 3), Short with { Normalization = normalization });
        Assert.That(string.Join(' ', plan.Architecture.Layers.Select(layer => layer.Kind)), Is.EqualTo(layers));
    }

    [Test]
    public void It_leaves_the_weights_that_training_starts_from_as_they_are()
    {
        Table table = TestTables.Clusters<T>(60, 3);
        SequentialNetwork<T> plain = Experiment.Plan<T>(table, Short).Build();
        SequentialNetwork<T> normalized = Experiment
            .Plan<T>(table, Short with { Normalization = Normalization.Batch })
            .Build();
        T[][] weights(SequentialNetwork<T> network) =>
            [.. network.Layers.OfType<Dense<T>>().Select(dense => dense.W.Values.ToArray())];
        Assert.That(weights(normalized), Is.EqualTo(weights(plain)));
    }

    [TestCase(Normalization.Batch)]
    [TestCase(Normalization.Layer)]
    public void A_model_with_it_learns_and_answers_the_same_when_it_is_read_back(Normalization normalization)
    {
        Table table = TestTables.Clusters<T>(150, 3);
        Recipe recipe = Short with { Normalization = normalization, Epochs = 60 };
        Judged<T> judged = Experiment.Run<T>(table, recipe);
        Assert.That(((ClassReport)judged.Test!).Accuracy, Is.GreaterThan(0.8));

        using MemoryStream file = new(TestTables.Bytes(judged.Model));
        Model<T> read = ModelFile.Read<T>(file, "memory");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Network.State.Values.ToArray(), Is.EqualTo(judged.Model.Network.State.Values.ToArray()));
            Assert.That(
                read.Provenance.Settings["normalization"],
                Is.EqualTo(normalization == Normalization.Batch ? "batch" : "layer")
            );
            Assert.That(
                Recipe.FromSettings(read.Provenance.Settings).Normalization,
                Is.EqualTo(normalization),
                "a recipe of the model's settings"
            );
            Assert.That(
                Evaluation.Run(read, table, [.. judged.Plan.Split.Test]).ToString(),
                Is.EqualTo(Evaluation.Run(judged.Model, table, [.. judged.Plan.Split.Test]).ToString())
            );
        }
    }

    [TestCase(Normalization.Batch)]
    [TestCase(Normalization.Layer)]
    public void The_same_seed_gives_the_same_bits(Normalization normalization)
    {
        Table table = TestTables.Line<T>(80);
        Recipe recipe = Short with { Normalization = normalization, Dropout = 0.2 };
        Assert.That(
            TestTables.Bytes(Experiment.Run<T>(table, recipe).Model),
            Is.EqualTo(TestTables.Bytes(Experiment.Run<T>(table, recipe).Model))
        );
    }

    [Test]
    public void Steps_of_one_row_have_no_variance()
    {
        Table table = TestTables.Clusters<T>(40, 2);
        Recipe recipe = Short with { Normalization = Normalization.Batch, BatchSize = 1 };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Experiment.Run<T>(table, recipe),
                Throws.TypeOf<DataException>().With.Message.Contains("single row")
            );
            Assert.That(() => Experiment.Run<T>(table, recipe with { Hidden = [] }), Throws.Nothing);
            Assert.That(
                () => Experiment.Run<T>(table, recipe with { Normalization = Normalization.Layer }),
                Throws.Nothing
            );
        }
    }

    [Test]
    public void Without_it_a_model_says_nothing_of_it() =>
        Assert.That(Short.ToSettings(TargetKind.Regression).Keys, Has.None.EqualTo("normalization"));

    [Test]
    public void No_other_normalization_is_taken() =>
        Assert.That(
            () => new Recipe { Normalization = (Normalization)3 },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Normalization")
        );
}
