using System.Text.Json;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Tests.Results;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Tests.Reports;

internal sealed class ModelDescriptionTests
{
    private static Model<float> Iris => ModelFile.Load<float>(Samples.IrisModel);

    private static Result Trained(params IReadOnlyList<EpochReport> epochs) =>
        ModelDescription.Of(Iris.With(Provenance.Unknown with { Epochs = epochs }), "iris.tnn");

    [Test]
    public void A_model_is_told_in_tables()
    {
        string text = Rendered.Text(ModelDescription.Of(Iris, "iris.tnn").Shown);
        string[] lines =
        [
            "target +species",
            "task +classification",
            "classes +setosa, versicolor, virginica",
            "network +4-32-3",
            "parameters +259",
            "learned from +iris.csv, 120 rows",
            "petal_width +number, 1.3 if missing",
            "input +mean +deviation",
            "dense +4 +32 +160",
            "activation softmax +3 +3 +0",
            "hidden +32",
            "history +epoch +training loss +validation loss +validation accuracy",
            "last +5 .*",
        ];
        foreach (string line in lines)
        {
            Assert.That(text, Does.Match($"\n  {line}\n"));
        }
        Assert.That(text, Does.Not.Contain("note"), "there is none");
    }

    [Test]
    public void A_document_of_a_model_has_all_but_its_parameters()
    {
        JsonElement document = Rendered.Json(ModelDescription.Of(Iris, "iris.tnn"));
        Assert.That(
            string.Join(' ', document.EnumerateObject().Select(member => member.Name)),
            Is.EqualTo(
                "schema command model version task target classes features encoding network source rows settings history"
            )
        );
        Assert.That(
            document.GetProperty("network").GetProperty("layers")[1].GetRawText(),
            Is.EqualTo("""{"kind":"activation","detail":"relu","inputs":32,"outputs":32,"parameters":0}""")
        );
        JsonElement feature = document.GetProperty("features")[0];
        Assert.That(
            string.Join(' ', feature.EnumerateObject().Select(member => member.Name)),
            Is.EqualTo("name kind becomes mean deviation"),
            "numbers have no levels"
        );
        Assert.That(
            feature.GetProperty("mean").GetDouble(),
            Is.EqualTo(document.GetProperty("encoding").GetProperty("inputs")[0].GetProperty("center").GetDouble())
        );
    }

    [Test]
    public void A_training_without_validation_has_no_column_of_a_score()
    {
        Result result = Trained(new EpochReport(1, 3, null), new EpochReport(2, 1.5, null));
        Assert.That(Rendered.Text(result.Shown), Does.Match("history +epoch +training loss +validation loss\n"));
        Assert.That(Rendered.Text(result.Shown), Does.Match("\n  first +1 +3\n  best +2 +1.5\n  last +2 +1.5\n"));
        JsonElement last = Rendered.Json(result).GetProperty("history").GetProperty("last");
        Assert.That(
            last.GetRawText(),
            Is.EqualTo(
                """{"epoch":2,"training_loss":1.5,"validation_loss":null,"validation_accuracy":null,"validation_r2":null}"""
            )
        );
    }

    [Test]
    public void What_is_not_known_of_its_origin_is_called_so()
    {
        Result result = Trained();
        Assert.That(Rendered.Text(result.Shown), Does.Match("\n  learned from +unknown\n  version +unknown\n"));
        JsonElement document = Rendered.Json(result);
        Assert.That(document.GetProperty("version").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(document.GetProperty("source").ValueKind, Is.EqualTo(JsonValueKind.Null));
        JsonElement known = Rendered.Json(ModelDescription.Of(Iris, "iris.tnn"));
        Assert.That(known.GetProperty("version").GetString(), Does.Match(@"^\d+\.\d+"));
        Assert.That(known.GetProperty("source").GetString(), Is.EqualTo("iris.csv"));
    }

    [Test]
    public void A_model_that_does_not_know_its_training_has_no_history()
    {
        Result result = Trained();
        Assert.That(Rendered.Text(result.Shown), Does.Not.Contain("history").And.Not.Contain("setting"));
        Assert.That(Rendered.Json(result).GetProperty("history").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }
}
