using System.Text.Json;
using Tiny.Nn.Cli.Compare;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Tests.Results;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Compare;

internal sealed class ComparisonDescriptionTests
{
    private static Result Of(string path, string data, string target)
    {
        Model<float> model = ModelFile.Load<float>(path);
        Table table = CsvTable.Read(data, target);
        Predictions predictions = Evaluation.Predict(model, table, [.. Enumerable.Range(0, table.Rows)]);
        return ComparisonDescription.Of(
            new ModelComparison(new("a.tnn", model, predictions), new("b.tnn", model, predictions), "data.csv")
        );
    }

    [Test]
    public void A_model_is_not_better_than_itself()
    {
        Result result = Of(Samples.IrisModel, Samples.Iris, "species");
        string text = Rendered.Text(result.Shown);
        Assert.That(text, Does.Match("150 rows +a.tnn +b.tnn +difference +95 % interval +p\n"));
        Assert.That(text, Does.Match("\n  accuracy +(0.\\d{4}) +\\1 +0.0000 +-?0.\\d{4} to 0.\\d{4} +1.0000\n"));
        Assert.That(
            text,
            Does.Match("\n  only a.tnn is right +0\n  only b.tnn is right +0\n  both are, or neither +150\n")
        );
        Assert.That(text.TrimEnd('\n').Split('\n')[^1], Does.StartWith("Neither is shown to be better: accuracy 0."));
        JsonElement document = Rendered.Json(result);
        Assert.That(document.GetProperty("judgement").GetString(), Is.EqualTo("not-shown"));
        Assert.That(document.GetProperty("only_first_right").GetInt32(), Is.Zero);
        Assert.That(
            string.Join(' ', document.GetProperty("comparisons")[0].EnumerateObject().Select(member => member.Name)),
            Is.EqualTo("measure first second difference_lower difference_upper confidence p_value judgement")
        );
        Assert.That(
            string.Join(' ', document.GetProperty("measures")[0].EnumerateObject().Select(member => member.Name)),
            Is.EqualTo("name first second difference")
        );
    }

    [Test]
    public void Numbers_are_not_right_or_wrong()
    {
        Result result = Of(Samples.DiabetesModel, Samples.Diabetes, "progression");
        Assert.That(Rendered.Text(result.Shown), Does.Not.Contain("McNemar").And.Not.Contain("is right"));
        Assert.That(Rendered.Json(result).GetProperty("only_first_right").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }
}
