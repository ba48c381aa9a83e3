using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Tabular.Tests.Files;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>What stands beside the numbers of a target is kept by a model, its file and its reports, and is no part of a number.</summary>
public sealed class TargetUnitTests
{
    private static readonly Standardization Scaling = new([40], [8]);

    [TestCase("{0} kg", "kg")]
    [TestCase("${0}.50", "$")]
    [TestCase("{0}%", "%")]
    [TestCase("{0}.5", null)]
    public void A_model_keeps_the_unit_of_its_target(string format, string? unit)
    {
        Table table = Amounts(format);
        Recipe recipe = new() { Epochs = 1, Kind = TargetKind.Regression };
        Judged<float> outcome = Experiment.Run<float>(table, recipe);
        Assert.That(((NumberTarget)outcome.Model.Target).Unit, Is.EqualTo(unit));
        NumberReport report = (NumberReport)outcome.Test!;
        Assert.That(report.Unit, Is.EqualTo(unit));
        Assert.That(report.Baselines.Select(baseline => ((NumberReport)baseline.Report).Unit), Is.All.EqualTo(unit));
        CrossValidationResult folds = CrossValidation.Run<float>(
            table,
            recipe,
            new CrossValidationOptions { Folds = 3 }
        );
        Assert.That(((NumberReport)folds.Pooled[0]).Unit, Is.EqualTo(unit));
        Prediction prediction = outcome.Model.Predict(("x", 3));
        Assert.That($"{prediction}", unit is null ? Does.Match("^[0-9.]+$") : Does.EndWith($" {unit}"));
        Assert.That(prediction.Number, Is.InRange(-100, 100));
    }

    [TestCase("kg")]
    [TestCase(null)]
    public void A_file_keeps_it_and_has_none_where_there_is_none(string? unit)
    {
        NumberTarget target = new("amount", Scaling) { Unit = unit };
        byte[] file = Examples.Written(
            Examples.Model<float>(Architecture.WithInputs(1).Dense(1, Activation.Identity), target)
        );
        Assert.That(((NumberTarget)Examples.Read<float>(file).Target).Unit, Is.EqualTo(unit));
        string document = Safetensors.Read(file).Text("tinynn");
        Assert.That(document.Contains("\"unit\"", StringComparison.Ordinal), Is.EqualTo(unit is not null));
    }

    [TestCase("{0} kg", true)]
    [TestCase("{0}", true)]
    [TestCase("{0} lb", false)]
    public void Numbers_in_another_unit_judge_no_model(string format, bool isSame)
    {
        Table learned = Amounts("{0}.5 kg");
        Table other = Amounts(format);
        Recipe recipe = new() { Epochs = 1, Kind = TargetKind.Regression };
        Model<float> model = Experiment.Run<float>(learned, recipe).Model;
        foreach (
            Action judge in (Action[])
                [() => Evaluation.Run(model, other), () => Experiment.Plan<float>(learned, recipe, other)]
        )
        {
            if (isSame)
            {
                Assert.That(() => judge(), Throws.Nothing);
                continue;
            }
            DataException fault = Assert.Throws<DataException>(() => judge())!;
            Assert.That(
                fault.Message,
                Does.Contain("have the unit lb; the model learned numbers with kg")
                    .And.Contain("line 2, column 'y': \"0 lb\"")
            );
        }
    }

    private static Table Amounts(string format) =>
        CsvText.Read(
            "x,y\n"
                + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 13},{string.Format(null, format, i)}\n")),
            "y"
        );

    [Test]
    public void Classes_have_no_unit() =>
        Assert.That(Measured.Refusal(Documents.With("target.unit", "\"kg\"")), Is.Not.Null);

    [Test]
    public void A_target_says_its_unit()
    {
        Assert.That($"{new NumberTarget("mass", Scaling) { Unit = "kg" }}", Is.EqualTo("mass: a number (kg)"));
        Assert.That($"{new NumberTarget("mass", Scaling)}", Is.EqualTo("mass: a number"));
    }
}
