using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ExperimentTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new() { Epochs = 5, Hidden = [4] };
    private static readonly Table Three = TestTables.Clusters<T>(60, 3);
    private static readonly Table Two = TestTables.Clusters<T>(60, 2);
    private static readonly Table Line = TestTables.Line<T>(60);

    [Test]
    public void The_target_decides_on_the_output()
    {
        Model<T> three = Experiment.Run<T>(Three, Short).Model;
        Assert.That(three.Network.Architecture.ToString(), Is.EqualTo("3-4-3"));
        Assert.That(three.Network.Architecture.OutputActivation, Is.EqualTo(Activation.Softmax));
        Assert.That(((ClassTarget)three.Target).Classes, Is.EqualTo(["c0", "c1", "c2"]));
        Model<T> two = Experiment.Run<T>(Two, Short).Model;
        Assert.That(two.Network.Architecture.ToString(), Is.EqualTo("3-4-1"));
        Assert.That(two.Network.Architecture.OutputActivation, Is.EqualTo(Activation.Sigmoid));
        Assert.That(((ClassTarget)two.Target).Classes, Is.EqualTo(["c0", "c1"]));
        Model<T> line = Experiment.Run<T>(Line, Short).Model;
        Assert.That(line.Network.Architecture.ToString(), Is.EqualTo("2-4-1"));
        Assert.That(line.Network.Architecture.OutputActivation, Is.EqualTo(Activation.Identity));
        Assert.That(line.Target, Is.TypeOf<NumberTarget>());
        Assert.That(new[] { three, two, line }.Select(model => model.Target.Name), Is.All.EqualTo("y"));
        Assert.That(line.FeatureNames, Is.EqualTo(["a", "b"]));
    }

    [Test]
    public void The_recipe_may_take_integers_for_numbers_or_for_classes()
    {
        Table grades = TestTables.With<T>([.. Enumerable.Range(0, 40).Select(i => $"{i % 4}")]);
        Assert.That(Experiment.Run<T>(grades, Short).Model.Target, Is.TypeOf<ClassTarget>());
        Recipe regression = Short with { Kind = TargetKind.Regression };
        Assert.That(Experiment.Run<T>(grades, regression).Model.Target, Is.TypeOf<NumberTarget>());
        Table halves = TestTables.With<T>([.. Enumerable.Range(0, 40).Select(i => $"{i % 4 * 0.5}")]);
        Recipe classification = Short with { Kind = TargetKind.Classification };
        Assert.That(
            ((ClassTarget)Experiment.Run<T>(halves, classification).Model.Target).Classes,
            Has.Count.EqualTo(4)
        );
        Assert.That(() => Experiment.Run<T>(Three, regression), Throws.TypeOf<DataException>());
    }

    [Test]
    public void Learning_succeeds_where_there_is_something_to_learn()
    {
        Recipe recipe = new()
        {
            Hidden = [8],
            BatchSize = 8,
            Optimizer = new Adam(0.02),
        };
        Assert.That(((ClassReport)Experiment.Run<T>(Three, recipe).Test!).Accuracy, Is.GreaterThan(0.9));
        Assert.That(((ClassReport)Experiment.Run<T>(Two, recipe).Test!).Accuracy, Is.GreaterThan(0.9));
        Assert.That(((NumberReport)Experiment.Run<T>(Line, recipe).Test!).Metrics.RSquared, Is.GreaterThan(0.9));
    }

    [Test]
    public void Without_hidden_layers_the_model_is_linear()
    {
        Recipe linear = new()
        {
            Hidden = [],
            Epochs = 60,
            Optimizer = new Adam(0.05),
        };
        Judged<T> line = Experiment.Run<T>(Line, linear);
        Assert.That(line.Model.Network.Architecture.ToString(), Is.EqualTo("2-1"));
        Assert.That(((NumberReport)line.Test!).Metrics.RSquared, Is.GreaterThan(0.99));
        Judged<T> classes = Experiment.Run<T>(Three, linear);
        Assert.That(classes.Model.Network.Architecture.ToString(), Is.EqualTo("3-3"));
        Assert.That(((ClassReport)classes.Test!).Accuracy, Is.GreaterThan(0.9));
    }

    [Test]
    public void Hidden_layers_get_the_activation_and_the_dropout_of_the_recipe()
    {
        Recipe recipe = Short with { Hidden = [5, 4], Dropout = 0.25, Activation = Activation.Parse("elu:0.5") };
        Architecture expected = Architecture
            .WithInputs(3)
            .Dense(5, Activation.Parse("elu:0.5"))
            .Dropout(0.25)
            .Dense(4, Activation.Parse("elu:0.5"))
            .Dropout(0.25)
            .Dense(3, Activation.Softmax);
        Assert.That(Experiment.Run<T>(Three, recipe).Model.Network.Architecture, Is.EqualTo(expected));
    }

    private static readonly Recipe[] Variations =
    [
        Short with
        {
            LabelSmoothing = 0.2,
        },
        Short with
        {
            Penalty = new WeightPenalty(L1: 0.01),
        },
        Short with
        {
            Penalty = new WeightPenalty(L2: 0.1),
        },
        Short with
        {
            Clipping = new ClipByNorm(0.01),
        },
        Short with
        {
            Clipping = new ClipByValue(0.01),
        },
        Short with
        {
            Dropout = 0.5,
        },
        Short with
        {
            Optimizer = new Sgd(0.1),
        },
        Short with
        {
            BatchSize = 8,
        },
        Short with
        {
            Activation = Activation.Tanh,
        },
        Short with
        {
            Seed = 2,
        },
        Short with
        {
            ValidationFraction = 0.3,
        },
        Short with
        {
            TestFraction = 0.3,
        },
    ];

    [TestCaseSource(nameof(Variations))]
    public void Every_setting_has_an_effect_and_is_told(Recipe recipe)
    {
        Model<T> plain = Experiment.Run<T>(Two, Short).Model;
        Model<T> varied = Experiment.Run<T>(Two, recipe).Model;
        Assert.That(Parameters(varied), Is.Not.EqualTo(Parameters(plain)));
        Assert.That(varied.Provenance.Settings, Is.EquivalentTo(recipe.ToSettings(TargetKind.Classification)));
        Assert.That(varied.Provenance.Settings, Is.Not.EquivalentTo(plain.Provenance.Settings));
    }

    [Test]
    public void Label_smoothing_works_with_more_classes_too() =>
        Assert.That(
            Parameters(Experiment.Run<T>(Three, Short with { LabelSmoothing = 0.2 }).Model),
            Is.Not.EqualTo(Parameters(Experiment.Run<T>(Three, Short).Model))
        );

    [Test]
    public void Every_regression_loss_learns()
    {
        Loss[] losses = [Loss.SquaredError, Loss.AbsoluteError, Loss.Huber, new Huber(0.1)];
        foreach (Loss loss in losses)
        {
            Recipe recipe = new()
            {
                Hidden = [],
                Epochs = 150,
                Optimizer = new Adam(0.05),
                RegressionLoss = loss,
            };
            Judged<T> outcome = Experiment.Run<T>(Line, recipe);
            Assert.That(((NumberReport)outcome.Test!).Metrics.RSquared, Is.GreaterThan(0.95), loss.Name);
        }
    }

    [Test]
    public void The_model_tells_how_it_came_to_be()
    {
        Told told = new();
        Judged<T> outcome = Experiment.Run<T>(Three, Short, told);
        Provenance provenance = outcome.Model.Provenance;
        Assert.That(provenance.Epochs, Has.Count.EqualTo(5));
        Assert.That(provenance.Epochs, Is.EqualTo(told.Reports));
        Assert.That(provenance.Epochs, Is.EqualTo(outcome.History.Epochs));
        Assert.That(provenance.Epochs.Select(epoch => epoch.Epoch), Is.EqualTo(Enumerable.Range(1, 5)));
        Assert.That(provenance.Epochs.Select(epoch => epoch.ValidationLoss), Has.None.Null);
        Assert.That(provenance.Source, Is.EqualTo("test.csv"));
        Assert.That(provenance.Rows, Is.EqualTo(48));
        Assert.That(provenance.Version, Does.Match(@"^\d+\.\d+\.\d+$"));
        Assert.That(outcome.Test!.Rows, Is.EqualTo(12));
        Assert.That(outcome.Plan.Split.Training.Length + outcome.Plan.Split.Validation.Length, Is.EqualTo(48));
    }

    [Test]
    public void Without_test_rows_there_is_no_report()
    {
        Judged<T> outcome = Experiment.Run<T>(Three, Short with { TestFraction = 0 });
        Assert.That(outcome.Test, Is.Null);
        Assert.That(outcome.Model.Provenance.Rows, Is.EqualTo(60));
    }

    [Test]
    public void Without_validation_rows_the_last_epoch_counts()
    {
        Recipe recipe = Short with { ValidationFraction = 0, Epochs = 60, Patience = 1, Optimizer = new Adam(0.2) };
        Judged<T> outcome = Experiment.Run<T>(Line, recipe with { Patience = null });
        Assert.That(outcome.Plan.Split.Validation, Is.Empty);
        Assert.That(outcome.History.Epochs, Has.Count.EqualTo(60));
        Assert.That(outcome.History.Epochs.Select(epoch => epoch.ValidationLoss), Is.All.Null);
        Judged<T> patient = Experiment.Run<T>(Line, recipe);
        Assert.That(patient.History.Epochs, Has.Count.EqualTo(60));
        Assert.That(Parameters(patient.Model), Is.EqualTo(Parameters(outcome.Model)));
    }

    [Test]
    public void Patience_ends_training_and_null_has_no_end()
    {
        Recipe recipe = new()
        {
            Hidden = [4],
            Optimizer = new Adam(0.5),
            Patience = 3,
            Epochs = 100,
        };
        Judged<T> impatient = Experiment.Run<T>(Line, recipe);
        Assert.That(impatient.History.StopReason, Is.EqualTo(StopReason.StoppingRule));
        Assert.That(impatient.History.Epochs, Has.Count.EqualTo(impatient.History.Best!.Epoch + 3));
        Judged<T> patient = Experiment.Run<T>(Line, recipe with { Patience = null });
        Assert.That(patient.History.StopReason, Is.EqualTo(StopReason.AllEpochs));
        Assert.That(patient.History.Epochs, Has.Count.EqualTo(100));
    }

    [Test]
    public void An_experiment_that_is_cancelled_before_its_first_epoch_gives_nothing_that_could_be_saved()
    {
        using CancellationTokenSource cancellation = new();
        Plan<T> plan = Experiment.Plan<T>(Three, Short);
        Told told = new(report => Assert.Fail($"epoch {report.Epoch}"));
        cancellation.Cancel();
        Assert.That(
            () => Experiment.Run<T>(Three, Short, told, cancellation.Token),
            Throws.TypeOf<OperationCanceledException>().With.Message.Contains("no model")
        );
        Assert.That(
            () => plan.Train(told, cancellation.Token),
            Throws
                .TypeOf<OperationCanceledException>()
                .With.Property(nameof(OperationCanceledException.CancellationToken))
                .EqualTo(cancellation.Token)
        );
    }

    [TestCase(1)]
    [TestCase(3)]
    public void A_cancelled_experiment_gives_a_model_that_can_be_used(int epochs)
    {
        using CancellationTokenSource cancellation = new();
        Told told = new(report =>
        {
            if (report.Epoch == epochs)
            {
                cancellation.Cancel();
            }
        });
        Judged<T> outcome = Experiment.Run<T>(Three, Short with { Epochs = 1000 }, told, cancellation.Token);
        Assert.That(outcome.History.StopReason, Is.EqualTo(StopReason.Cancelled));
        Assert.That(told.Reports, Has.Count.EqualTo(epochs));
        Assert.That(outcome.Test!.Rows, Is.EqualTo(12));
        Assert.That(outcome.Model.Predict(Three.Features).ToDoubles(), Is.All.InRange(0, 1));
        Assert.That(TestTables.Bytes(outcome.Model), Is.Not.Empty);
    }

    [Test]
    public void Preprocessing_is_learned_from_the_training_rows_alone()
    {
        Trained<T> fitted = Experiment.Run<T>(Line, Short).Trained;
        Standardization expected = Standardization.Fit(Samples.Select(Line.Features, [.. fitted.Plan.Split.Training]));
        Assert.That(fitted.Model.Encoding.Scaling.Center, Is.EqualTo(expected.Mean));
        Assert.That(fitted.Model.Encoding.Scaling.Spread, Is.EqualTo(expected.Scale));
        double[] targets = [.. fitted.Plan.Split.Training.Select(row => Line.Target!.Numbers().Span[row])];
        Standardization scaling = ((NumberTarget)fitted.Model.Target).Scaling;
        Assert.That(scaling.Mean[0], Is.EqualTo(targets.Average()).Within(1e-10));
    }

    private static T[] Parameters(Model<T> model) => model.Network.Parameters.Values.ToArray();
}
