using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Tests.Gradients;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Diagnostics;

/// <summary>Each rule on a training that fails in its way.</summary>
public sealed class DiagnosisTests
{
    private static readonly EncodingOptions Raw = new() { Scaling = ScalingKind.None };

    private static Table Iris { get; } = Observed.Sample("iris.csv", "species");

    private static Table Wine { get; } = Observed.Sample("wine.csv", "class");

    private static Table Pima { get; } = Observed.Sample("pima.csv", "diabetes");

    [Test]
    public void There_is_a_rule_for_each_kind_in_its_order() =>
        Assert.That(Diagnosis.Rules.Select(rule => rule.Kind), Is.EqualTo(Enum.GetValues<SymptomKind>()));

    [Test]
    public void Inputs_of_many_sizes_are_unscaled()
    {
        Symptom found = Find(Wine, new Recipe { Encoding = Raw, Epochs = 3 }, SymptomKind.UnscaledInputs);
        Assert.That(found.Places.OfType<InputPlace>().First().Size, Is.GreaterThan(700), "proline is the largest");
        Assert.That(found["unscaled"], Is.EqualTo(4));
    }

    [Test]
    public void Tiny_inputs_are_unscaled_too()
    {
        Dataset<float> moons = ToyTraining.Moons<float>(40);
        foreach (ref float x in moons.Inputs.Values)
        {
            x *= 1e-4f;
        }
        TrainingObservations seen = Observed.Run(
            ToyTraining.Network<float>(),
            Loss.BinaryCrossEntropy,
            moons,
            new Sgd(0.1),
            epochs: 1
        );
        Assert.That(new UnscaledInputsRule().Diagnose(seen)!["largest"], Is.LessThan(0.01));
    }

    [TestCase(0.0)]
    [TestCase(0.3)]
    public void Units_that_start_equal_stay_equal(double weight)
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(6, Activation.Tanh, Initializer.Zeros)
            .Dense(1, Activation.Sigmoid)
            .BuildUninitialized<float>();
        network.Parameters.Values.Fill((float)weight);
        TrainingObservations seen = Observed.Run(
            network,
            Loss.BinaryCrossEntropy,
            ToyTraining.Moons<float>(40),
            new Sgd(0.5),
            epochs: 5
        );
        Symptom found = new SymmetricStartRule().Diagnose(seen)!;
        Assert.That(found["units"], Is.EqualTo(6));
        Assert.That(found["distinct_units"], Is.EqualTo(1));
        Assert.That(found.Places, Is.EqualTo([new LayerPlace(1, 1)]));
    }

    [Test]
    public void Units_that_part_after_an_equal_start_are_no_symptom()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(6, Activation.Tanh, Initializer.Zeros)
            .Dense(1, Activation.Sigmoid)
            .Build<float>(new Generator(seed: 1));
        TrainingObservations seen = Observed.Run(
            network,
            Loss.BinaryCrossEntropy,
            ToyTraining.Moons<float>(40),
            new Sgd(0.5),
            epochs: 5
        );
        Assert.That(new SymmetricStartRule().Diagnose(seen), Is.Null, "their outgoing weights differ");
    }

    [Test]
    public void A_first_loss_far_from_ln_K_is_seen()
    {
        Symptom found = Find(Wine, new Recipe { Encoding = Raw, Epochs = 1 }, SymptomKind.InitialLoss);
        Assert.That(found["expected_loss"], Is.EqualTo(Math.Log(3)).Within(1e-6));
        Assert.That(found["initial_loss"], Is.GreaterThan(10));
        Assert.That(found["ratio"], Is.EqualTo(found["initial_loss"] / found["expected_loss"]));
    }

    [Test]
    public void The_reference_of_a_regression_is_half_the_variance()
    {
        Table diabetes = Observed.Sample("diabetes.csv", "progression");
        TrainingObservations seen = Observed.Run(diabetes, new Recipe { Epochs = 1 });
        Assert.That(seen.ReferenceLoss, Is.EqualTo(0.5).Within(1e-5), "of a target that is standardized");
        Assert.That(seen.Classes, Is.Zero);
    }

    [Test]
    public void A_loss_that_diverges_has_too_high_a_rate()
    {
        Table diabetes = Observed.Sample("diabetes.csv", "progression");
        Symptom found = Find(diabetes, new Recipe { Optimizer = new Sgd(10) }, SymptomKind.LearningRateTooHigh);
        Assert.That(found["diverged_at_step"], Is.Positive);
    }

    [Test]
    public void A_loss_that_jumps_has_too_high_a_rate()
    {
        Symptom found = Find(Iris, new Recipe { Optimizer = new Adam(1) }, SymptomKind.LearningRateTooHigh);
        Assert.That(found["diverged_at_step"], Is.Zero);
        Assert.That(found["rises"], Is.GreaterThan(10));
        Assert.That(found["sum_of_rises"], Is.GreaterThan(1));
    }

    [Test]
    public void A_loss_that_creeps_has_too_low_a_rate()
    {
        Symptom found = Find(Iris, new Recipe { Optimizer = new Adam(1e-5) }, SymptomKind.LearningRateTooLow);
        Assert.That(found["loss_after"], Is.LessThan(found["loss_before"]));
        Assert.That(found["update_ratio"], Is.LessThan(0.002));
    }

    [TestCase("zeros")]
    public void Weights_that_all_start_the_same_are_named_as_the_cause(string initializer)
    {
        Recipe recipe = new()
        {
            Hidden = [8],
            Activation = Activation.Tanh,
            Initializer = Initializer.Parse(initializer),
            Epochs = 5,
        };
        Symptom found = Find(Iris, recipe, SymptomKind.SymmetricStart);
        Assert.That(found["distinct_units"], Is.EqualTo(1));
    }

    [Test]
    public void A_loss_that_is_far_too_high_is_seen_in_the_history_alone()
    {
        WildLoss? Of(Recipe recipe)
        {
            Plan<float> plan = Experiment.Plan<float>(Iris, recipe);
            return WildLoss.Find(plan.Train().History, plan.Loss, plan.Training);
        }
        WildLoss wild = Of(
            new Recipe
            {
                Hidden = [8],
                Optimizer = new Adam(100),
                Epochs = 3,
            }
        )!;
        Assert.That(wild.Reference, Is.EqualTo(Math.Log(3)).Within(1e-6));
        Assert.That(wild.Loss, Is.GreaterThan(10 * wild.Reference));
        Assert.That(Of(new Recipe { Epochs = 3 }), Is.Null);
        Assert.That(
            Of(
                new Recipe
                {
                    Hidden = [64, 64],
                    Dropout = 0.5,
                    Epochs = 3,
                }
            ),
            Is.Null
        );
    }

    [Test]
    public void Units_die_of_a_large_step_on_raw_inputs()
    {
        Recipe recipe = new() { Encoding = Raw, Optimizer = new Sgd(0.1) };
        Symptom found = Find(Wine, recipe, SymptomKind.DeadUnits);
        Assert.That(found.Places, Is.EqualTo([new LayerPlace(1, 1)]), "all of them");
        Assert.That(found["dead_share_at_start"], Is.LessThan(0.7));
    }

    [Test]
    public void Tanh_saturates_on_raw_inputs()
    {
        Recipe recipe = new() { Encoding = Raw, Activation = Activation.Tanh };
        IReadOnlyList<Symptom> found = Diagnosis.Find(Observed.Run(Pima, recipe));
        Assert.That(found.Select(symptom => symptom.Kind), Does.Contain(SymptomKind.Saturation));
        Assert.That(found.Select(symptom => symptom.Kind), Does.Not.Contain(SymptomKind.DeadUnits));
    }

    [Test]
    public void Deep_sigmoids_let_the_gradient_vanish()
    {
        Recipe recipe = new()
        {
            Hidden = [16, 16, 16, 16, 16, 16],
            Activation = Activation.Sigmoid,
            Epochs = 10,
        };
        Symptom found = Find(Iris, recipe, SymptomKind.VanishingGradients);
        Assert.That(found["per_layer"], Is.LessThan(0.5));
        Assert.That(found["layers"], Is.EqualTo(7));
        Assert.That(Math.Pow(found["per_layer"], 6), Is.EqualTo(found["first_to_last"]).Within(1e-9));
    }

    [Test]
    public void Large_weights_let_the_gradient_explode()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(16, Activation.Relu)
            .Dense(16, Activation.Relu)
            .Dense(16, Activation.Relu)
            .Dense(1, Activation.Sigmoid)
            .Build<float>(new Generator(seed: 1));
        foreach (ref float weight in network.Parameters.Values)
        {
            weight *= 10;
        }
        TrainingObservations seen = Observed.Run(
            network,
            Loss.BinaryCrossEntropy,
            ToyTraining.Moons<float>(40),
            new Sgd(1e-9),
            epochs: 2
        );
        Assert.That(new ExplodingGradientsRule().Diagnose(seen)!["per_layer"], Is.GreaterThan(5));
        Assert.That(new VanishingGradientsRule().Diagnose(seen), Is.Null);
    }

    [TestCase(1, 300)]
    [TestCase(2, 40)]
    public void A_network_that_is_too_small_or_stops_too_soon_leaves_much_unexplained(int units, int epochs)
    {
        string rows = string.Concat(
            Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"{i / 50.0:R},{Math.Sin(i / 12.5):R}\n"))
        );
        Recipe recipe = new()
        {
            Kind = TargetKind.Regression,
            Hidden = [units],
            Epochs = epochs,
            TestFraction = 0,
        };
        Symptom found = Find(CsvText.Read("x,y\n" + rows, "y"), recipe, SymptomKind.Underfitting);
        Assert.That(found["unexplained"], Is.GreaterThan(0.3));
        Assert.That(found["unexplained_by_neighbours"], Is.LessThan(0.1));
    }

    [Test]
    public void Noise_is_no_underfit()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"{i * 37 % 101},{i * i * 7919 % 1009}\n"))
        );
        Recipe recipe = new()
        {
            Kind = TargetKind.Regression,
            Hidden = [2],
            Epochs = 20,
            TestFraction = 0,
        };
        Table table = CsvText.Read("x,y\n" + rows, "y");
        Assert.That(
            Diagnosis.Find(Observed.Run(table, recipe)).Select(symptom => symptom.Kind),
            Does.Not.Contain(SymptomKind.Underfitting)
        );
    }

    [Test]
    public void A_large_network_learns_noise_by_heart()
    {
        Recipe recipe = new()
        {
            Hidden = [64, 64],
            Patience = null,
            Epochs = 40,
            TestFraction = 0,
        };
        Symptom found = Find(Pima, recipe, SymptomKind.Overfitting);
        Assert.That(found["last_gap"], Is.GreaterThan(found["gap_at_best"] + 0.3));
        Assert.That(found["best_epoch"], Is.LessThan(20));
    }

    [TestCase(4, 146)]
    [TestCase(10, 140)]
    public void Labels_that_were_changed_are_named(params int[] changed)
    {
        string[] lines = File.ReadAllLines(CsvText.Sample("iris.csv"));
        foreach (int row in changed)
        {
            lines[row] = lines[row].Contains("setosa", StringComparison.Ordinal)
                ? lines[row].Replace("setosa", "virginica", StringComparison.Ordinal)
                : lines[row].Replace("virginica", "setosa", StringComparison.Ordinal);
        }
        Table table = CsvText.Read(string.Join('\n', lines), "species");
        Recipe recipe = new()
        {
            TestFraction = 0,
            ValidationFraction = 0,
            Epochs = 60,
        };
        SamplePlace[] named = [.. Find(table, recipe, SymptomKind.SuspectLabels).Places.OfType<SamplePlace>()];
        Assert.That(named.Select(place => place.Sample + 1), Is.EquivalentTo(changed));
        Assert.That(named.Select(place => Math.Abs(place.Label - place.Predicted)), Is.All.EqualTo(2));
    }

    private static Symptom Find(Table table, Recipe recipe, SymptomKind kind)
    {
        IReadOnlyList<Symptom> found = Diagnosis.Find(Observed.Run(table, recipe));
        Assert.That(found.Select(symptom => symptom.Kind), Does.Contain(kind));
        return found.First(symptom => symptom.Kind == kind);
    }
}
