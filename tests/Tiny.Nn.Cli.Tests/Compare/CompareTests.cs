using System.Text.Json;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Compare;

internal sealed class CompareTests : CommandTests
{
    [Test]
    public void A_comparison_is_that_of_the_library()
    {
        Train("other.tnn", Samples.Iris, "species", "--epochs", "1", "--hidden", "2");
        JsonElement document = Asked("compare", Samples.IrisModel, "other.tnn", Samples.Iris, "--json").Good().Json;
        Table table = CsvTable.Read(Samples.Iris, "species");
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        Comparison expected = Comparison.Between(
            Evaluation.Predict(ModelFile.Load<float>(Samples.IrisModel), table, rows),
            Evaluation.Predict(ModelFile.Load<float>(Place.Path("other.tnn")), table, rows)
        )[0];
        JsonElement first = document.GetProperty("comparisons")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(document.GetProperty("command").GetString(), Is.EqualTo("compare"));
            Assert.That(document.GetProperty("rows").GetInt32(), Is.EqualTo(150));
            Assert.That(first.GetProperty("measure").GetString(), Is.EqualTo("accuracy"));
            Assert.That(first.GetProperty("first").GetDouble(), Is.EqualTo(expected.First));
            Assert.That(first.GetProperty("second").GetDouble(), Is.EqualTo(expected.Second));
            Assert.That(first.GetProperty("p_value").GetDouble(), Is.EqualTo(expected.PValue));
            Assert.That(first.GetProperty("difference_lower").GetDouble(), Is.EqualTo(expected.Difference.Lower));
            int one = document.GetProperty("only_first_right").GetInt32();
            int other = document.GetProperty("only_second_right").GetInt32();
            Assert.That((one - other) / 150.0, Is.EqualTo(expected.First - expected.Second).Within(1e-12));
            Assert.That(document.GetProperty("judgement").GetString(), Is.EqualTo("first-is-better"));
            Assert.That(
                document.GetProperty("verdict").GetString(),
                Does.StartWith($"{Samples.IrisModel} is better than other.tnn: accuracy ").And.Contain("p < 0.001")
            );
        }
    }

    [Test]
    public void The_other_way_round_the_other_wins()
    {
        Train("other.tnn", Samples.Iris, "species", "--epochs", "1", "--hidden", "2");
        Run run = Asked("compare", "other.tnn", Samples.IrisModel, Samples.Iris).Good();
        Assert.That(run.Output, Does.Contain($"{Samples.IrisModel} is better than other.tnn"));
        Assert.That(run.Output, Does.Contain("McNemar's test").And.Contain("150 rows").And.Contain("log-loss"));
        Assert.That(run.Error, Does.Contain("note: other.tnn learned from a file named iris.csv"));
    }

    [Test]
    public void A_model_is_not_better_than_itself()
    {
        Run classes = Asked("compare", Samples.IrisModel, Samples.IrisModel, Samples.Iris).Good();
        Assert.That(classes.Output, Does.Contain("Neither is shown to be better").And.Contain("p = 1.000"));
        JsonElement numbers = Asked("compare", Samples.DiabetesModel, Samples.DiabetesModel, Samples.Diabetes, "--json")
            .Good()
            .Json;
        Assert.That(numbers.GetProperty("judgement").GetString(), Is.EqualTo("not-shown"));
        Assert.That(numbers.GetProperty("measures")[0].GetProperty("name").GetString(), Is.EqualTo("RMSE"));
        Assert.That(numbers.GetProperty("only_first_right").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Models_of_other_features_are_compared_and_stdin_is_read_once()
    {
        Train("petals.tnn", Samples.Iris, "species", "--epochs", "5", "--features", "petal_length,petal_width");
        string[] arguments = ["compare", "petals.tnn", Samples.IrisModel, "-", "--json"];
        Run piped = Tests.Tinynn.In(Place, arguments, File.ReadAllText(Samples.Iris)).Good();
        arguments[3] = Samples.Iris;
        JsonElement expected = Asked(arguments).Good().Json;
        Assert.That(piped.Json.GetProperty("data").GetString(), Is.EqualTo("stdin"));
        Assert.That(
            piped.Json.GetProperty("measures").GetRawText(),
            Is.EqualTo(expected.GetProperty("measures").GetRawText())
        );
    }

    [Test]
    public void The_order_of_the_classes_does_not_matter()
    {
        // Classes that are numbers lie in the order of numbers where all are, else in that of texts.
        string[] lines = [.. Enumerable.Range(0, 60).Select(i => $"{i % 2 + i * 0.001},{(i % 2 == 0 ? "9" : "10")}")];
        Place.Write("numbers.csv", $"x,y\n{string.Join('\n', lines)}\n");
        Train("one.tnn", "numbers.csv", "y", "--epochs", "60");
        Model<float> one = ModelFile.Load<float>(Place.Path("one.tnn"));
        ClassTarget turned = new("y", [.. ((ClassTarget)one.Target).Classes.Reverse()]);
        ModelFile.Save(new Model<float>(one.Encoding, one.Network, turned, one.Provenance), Place.Path("turned.tnn"));
        JsonElement document = Asked("compare", "one.tnn", "turned.tnn", "numbers.csv", "--json").Good().Json;
        Assert.That(document.GetProperty("only_first_right").GetInt32(), Is.EqualTo(60));
        Assert.That(document.GetProperty("only_second_right").GetInt32(), Is.Zero);
    }

    [Test]
    public void Models_of_different_targets_are_not_compared()
    {
        Run run = Asked("compare", Samples.IrisModel, Samples.DiabetesModel, Samples.Iris).Failed(4, Samples.IrisModel);
        Assert.That(run.Error, Does.Contain("the class species, and the number progression"));
    }

    [Test]
    public void Models_of_different_classes_are_not_compared()
    {
        string[] lines = File.ReadAllLines(Samples.Iris);
        Place.Write(
            "two.csv",
            string.Join('\n', lines.Where(line => !line.EndsWith("virginica", StringComparison.Ordinal)))
        );
        Train("two.tnn", "two.csv", "species", "--epochs", "2");
        Run run = Asked("compare", Samples.IrisModel, "two.tnn", "two.csv").Failed(4, "two.tnn");
        Assert.That(run.Error, Does.Contain("different classes of species").And.Contain("virginica"));
    }

    [Test]
    public void Without_a_target_there_is_nothing_to_compare_by()
    {
        Place.Write("bare.csv", "sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n");
        Asked("compare", Samples.IrisModel, Samples.IrisModel, "bare.csv").Failed(3, "bare.csv");
    }

    [Test]
    public void Only_one_thing_comes_from_stdin() => Asked("compare", "-", Samples.IrisModel, "-").Failed(2, "-");

    private void Train(string model, string data, string target, params string[] flags) =>
        Asked(["train", data, "--target", target, "-o", model, .. flags]).Good();
}
