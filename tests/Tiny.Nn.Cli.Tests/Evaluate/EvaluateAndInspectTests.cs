using System.Text.Json;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Tests.Evaluate;

internal sealed class EvaluateAndInspectTests : CommandTests
{
    [Test]
    public void An_evaluation_is_that_of_the_library()
    {
        JsonElement document = Asked("evaluate", Samples.IrisModel, Samples.Iris, "--json").Good().Json;
        ClassReport expected = (ClassReport)
            Evaluation.Run(ModelFile.Load<float>(Samples.IrisModel), CsvTable.Read(Samples.Iris, "species"));
        JsonElement report = document.GetProperty("report");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(report.GetProperty("rows").GetInt32(), Is.EqualTo(150));
            Assert.That(report.GetProperty("accuracy").GetDouble(), Is.EqualTo(expected.Accuracy));
            Assert.That(report.GetProperty("log_loss").GetDouble(), Is.EqualTo(expected.LogLoss));
            Assert.That(
                report.GetProperty("classes")[1].GetProperty("f1").GetDouble(),
                Is.EqualTo(expected.Confusion.F1(1))
            );
            Assert.That(report.GetProperty("confusion")[2][1].GetInt32(), Is.EqualTo(expected.Confusion[2, 1]));
        }
    }

    [Test]
    public void An_evaluation_has_tables()
    {
        Assert.That(
            Asked("evaluate", Samples.IrisModel, Samples.Iris).Good().Output,
            Does.Contain("150 rows").And.Contain("weighted average")
        );
        Assert.That(
            Asked("evaluate", Samples.DiabetesModel, Samples.Diabetes).Good().Output,
            Does.Contain("442 rows").And.Contain("training mean").And.Contain("RMSE")
        );
        JsonElement report = Asked("evaluate", Samples.DiabetesModel, Samples.Diabetes, "--json")
            .Good()
            .Json.GetProperty("report");
        Assert.That(report.GetProperty("baseline_rmse").GetDouble(), Is.InRange(70, 85));
        Assert.That(report.GetProperty("baseline_mae").GetDouble(), Is.InRange(55, 75));
    }

    [Test]
    public void One_of_several_networks_is_named_by_its_number()
    {
        Model<float> iris = ModelFile.Load<float>(Samples.IrisModel);
        SequentialNetwork<float> other = iris.Network.Architecture.Build<float>(new Generator(7));
        Bag<float>[] bags = [new(iris.Encoding, [other]), new(iris.Encoding, [other, iris.Network])];
        ModelFile.Save(new Model<float>(bags, iris.Target, iris.Provenance), Place.Path("three.tnn"));
        string[] evaluate = ["evaluate", "three.tnn", Samples.Iris, "--json"];
        JsonElement alone = Asked([.. evaluate, "--member", "3"]).Good().Json.GetProperty("report");
        JsonElement expected = Asked("evaluate", Samples.IrisModel, Samples.Iris, "--json")
            .Good()
            .Json.GetProperty("report");
        Assert.That(alone.GetRawText(), Is.EqualTo(expected.GetRawText()));
        Assert.That(
            Asked(evaluate).Good().Json.GetProperty("report").GetRawText(),
            Is.Not.EqualTo(expected.GetRawText())
        );
        Run none = Asked([.. evaluate, "--member", "4"]);
        Assert.That(none.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(none.Error, Does.Contain("has 3 networks").And.Contain("--member 4"));
        Assert.That(
            Asked("inspect", "three.tnn", "--member", "2").Good().Output,
            Does.Contain($"{other.Architecture}").And.Not.Contain("networks")
        );
        Run first = Asked("gradcheck", Samples.Iris, "--model", "three.tnn").Good();
        Assert.That(
            first.Error,
            Does.Contain("note: the model has 3 networks; this is the first. --member names another.")
        );
        Run second = Asked("gradcheck", Samples.Iris, "--model", "three.tnn", "--member", "3").Good();
        Assert.That(second.Error, Does.Not.Contain("note"));
        Assert.That(second.Output, Is.Not.EqualTo(first.Output));
        Run without = Asked("gradcheck", Samples.Iris, "--target", "species", "--member", "3");
        Assert.That(without.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(without.Error, Does.Contain("--member needs --model"));
    }

    [Test]
    public void An_epoch_without_a_number_for_a_loss_is_not_the_best()
    {
        Model<float> iris = ModelFile.Load<float>(Samples.IrisModel);
        EpochReport[] epochs = [new(1, 3, double.NaN), new(2, 2, 0.5), new(3, 1, 0.75)];
        JsonElement history = Inspected("some.tnn", iris, epochs).GetProperty("history");
        Assert.That(history.GetProperty("best").GetProperty("epoch").GetInt32(), Is.EqualTo(2));
        Assert.That(Asked("inspect", "some.tnn").Good().Output, Does.Match("best +│? *2 "));
        Assert.That(
            Inspected("none.tnn", iris, epochs[..1]).GetProperty("history").GetProperty("best").ValueKind,
            Is.EqualTo(JsonValueKind.Null)
        );
        Assert.That(Asked("inspect", "none.tnn").Good().Output, Does.Not.Contain("best"));
    }

    private JsonElement Inspected(string name, Model<float> model, IReadOnlyList<EpochReport> epochs)
    {
        Provenance provenance = Provenance.Unknown with { Epochs = epochs };
        Model<float> other = new(model.Encoding, model.Network, model.Target, provenance);
        ModelFile.Save(other, Place.Path(name));
        return Asked("inspect", name, "--json").Good().Json;
    }

    [Test]
    public void An_unknown_class_is_bad_data()
    {
        Place.Write(
            "new.csv",
            File.ReadAllText(Samples.Iris).Replace("virginica", "virginia", StringComparison.Ordinal)
        );
        Run run = Asked("evaluate", Samples.IrisModel, "new.csv").Failed(3, "new.csv, line 102");
        Assert.That(run.Error, Does.Contain("Did you mean \"virginica\"?"));
    }

    [Test]
    public void Without_a_target_there_is_nothing_to_compare()
    {
        Place.Write("bare.csv", "sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n");
        Run run = Asked("evaluate", Samples.IrisModel, "bare.csv").Failed(3, "bare.csv");
        Assert.That(run.Error, Does.Contain("'species'"));
    }

    [Test]
    public void Inspect_shows_what_is_in_a_model()
    {
        Run run = Asked("inspect", Samples.IrisModel).Good();
        string[] parts =
        [
            "species",
            "setosa, versicolor, virginica",
            "4-32-3",
            "259",
            "petal_length",
            "activation softmax",
            "learning-rate",
            "best",
        ];
        foreach (string part in parts)
        {
            Assert.That(run.Output, Does.Contain(part));
        }
    }

    [Test]
    public void Inspect_has_json()
    {
        JsonElement document = Asked("inspect", Samples.IrisModel, "--json").Good().Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(document.GetProperty("features").GetArrayLength(), Is.EqualTo(4));
            Assert.That(
                document.GetProperty("network").GetProperty("layers")[0].GetProperty("parameters").GetInt32(),
                Is.EqualTo(160)
            );
            Assert.That(document.GetProperty("history").GetProperty("epochs").GetInt32(), Is.EqualTo(5));
            Assert.That(document.GetProperty("rows").GetInt32(), Is.EqualTo(120));
            Assert.That(document.GetProperty("features")[3].GetProperty("kind").GetString(), Is.EqualTo("number"));
            JsonElement encoding = document.GetProperty("encoding");
            Assert.That(encoding.GetProperty("scaling").GetString(), Is.EqualTo("standard"));
            Assert.That(encoding.GetProperty("inputs").GetArrayLength(), Is.EqualTo(4));
            Assert.That(
                encoding.GetProperty("inputs")[3].GetProperty("center").GetDouble(),
                Is.EqualTo(document.GetProperty("features")[3].GetProperty("mean").GetDouble())
            );
        }
    }

    [Test]
    public void Inspect_tells_the_scale_of_a_number()
    {
        JsonElement document = Asked("inspect", Samples.DiabetesModel, "--json").Good().Json;
        NumberTarget target = (NumberTarget)ModelFile.Load<float>(Samples.DiabetesModel).Target;
        Assert.That(document.GetProperty("target_mean").GetDouble(), Is.EqualTo(target.Scaling.Mean[0]));
    }

    [TestCase("robust", "median")]
    [TestCase("minmax", "minimum")]
    [TestCase("none", "center")]
    public void The_scaling_asked_for_is_that_of_the_model(string scale, string center)
    {
        using Workplace place = new();
        string model = place.Path("scaled.tnn");
        string[] flags = ["--scale", scale, "--fill", "mean", "--max-levels", "9", "--epochs", "2", "-o", model];
        Asked(["train", Samples.Iris, "--target", "species", .. flags]).Good();
        Assert.That(Asked("inspect", model).Good().Output, Does.Contain(center).And.Contain("petal_width"));
        JsonElement document = Asked("inspect", model, "--json").Good().Json;
        Assert.That(document.GetProperty("encoding").GetProperty("scaling").GetString(), Is.EqualTo(scale));
        Assert.That(document.GetProperty("settings").GetProperty("scale").GetString(), Is.EqualTo(scale));
        Assert.That(document.GetProperty("settings").GetProperty("fill").GetString(), Is.EqualTo("mean"));
        Assert.That(document.GetProperty("settings").GetProperty("max-levels").GetString(), Is.EqualTo("9"));
    }
}
