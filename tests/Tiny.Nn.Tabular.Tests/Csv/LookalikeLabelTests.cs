using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Labels that look the same, in files that are read to learn from, for a model, and beside another table.</summary>
public sealed class LookalikeLabelTests
{
    private static readonly CsvOptions Declared = new() { Target = "y", Categorical = ["k"] };

    [TestCase("1", "1.0", "+1")]
    [TestCase("true", "TRUE", "True")]
    [TestCase("20.0", "20", "2e1")]
    public void Spellings_of_one_level_are_one_and_told(string name, string other, string third)
    {
        string different = name == "true" ? "false" : "7";
        string text = $"k,y\n{name},{different}\n{different},{name}\n{other},{third}\n{third},{other}\n";
        Table table = CsvText.Read(text, Declared);
        Assert.That(((CategoryFeature)table.Schema[0]).Levels, Is.EquivalentTo(Items.Of(name, different)));
        Assert.That(table.Features[0, 2], Is.EqualTo(table.Features[0, 0]));
        Assert.That(table.Target!.Levels, Has.Count.EqualTo(2));
        foreach (string column in Items.Of("k", "y"))
        {
            Finding found = table.Findings.Single(finding =>
                finding.Column == column && finding.Kind == FindingKind.SeveralSpellings
            );
            Assert.That(found.Evidence, Does.Contain($"\"{(column == "k" ? other : third)}\" is taken for "));
        }
    }

    [TestCase("\u00A0red", "red\u3000", "red")]
    [TestCase("\u2003red ", "red", " red\u00A0")]
    public void Blanks_of_all_kinds_around_a_cell_are_taken_off(string one, string two, string three)
    {
        Table table = CsvText.Read($"a,y\n{one},{two}\n{two},{three}\n{three},{one}\nblue,blue\n", "y");
        Assert.That(((CategoryFeature)table.Schema[0]).Levels, Is.EqualTo(Items.Of("blue", "red")));
        Assert.That(table.Target!.Levels, Is.EqualTo(Items.Of("blue", "red")));
        Assert.That(CsvText.Kinds(table, "a"), Does.Contain(FindingKind.TrailingBlanks));
        Table numbers = CsvText.Read("\u00A0a\u3000,y\n\u00A01,p\n2\u3000,q\n", "y");
        Assert.That(numbers.Schema[0], Is.EqualTo(new NumberFeature("a")));
        Assert.That(numbers.Features[0, 1], Is.EqualTo(2));
    }

    [Test]
    public void Labels_that_look_alike_are_told_with_their_difference()
    {
        Table table = CsvText.Read("a,y\ncafé,m b\ncafe\u0301,m\u00A0b\nx\u200B,m b\nx,q\n", "y");
        string[] found =
        [
            .. table
                .Findings.Where(finding => finding.Kind == FindingKind.SimilarLabels)
                .Select(finding => finding.ToString()),
        ];
        Assert.That(found, Has.Length.EqualTo(2));
        Assert.That(found[0], Does.Contain("differ only in how an accent is written (NFC, NFD)"));
        Assert.That(found[0], Does.Contain("\"x\" and \"x\\u{200B}\" differ only by invisible characters (U+200B)"));
        Assert.That(found[1], Does.Contain("differ only in their blanks (U+0020; U+00A0)"));
    }

    [Test]
    public void A_model_knows_its_levels_in_other_spellings_and_tells()
    {
        Feature[] schema =
        [
            new CategoryFeature("k", ["1", "2.0"]),
            new CategoryFeature("f", ["false", "true"]),
            new CategoryFeature("city", ["Tokyo", "Kyoto"]),
        ];
        Table table = CsvText.Read("k,f,city\n1.0,TRUE,tokyo\n2,False,Kyoto\n3,x,Ky\u00ADoto\n,,\n", schema, null);
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(0.0, 1, -1, -2)));
        Assert.That(CsvText.Cells(table, 1), Is.EqualTo(Items.Of(1.0, 0, -1, -2)));
        Assert.That(CsvText.Cells(table, 2), Is.EqualTo(Items.Of(-1.0, 1, -1, -2)));
        string[] found = [.. table.Findings.Select(finding => finding.ToString())];
        Assert.That(found, Does.Contain("k: \"1.0\" is taken for \"1\", \"2\" is taken for \"2.0\""));
        Assert.That(found, Does.Contain("f: \"TRUE\" is taken for \"true\", \"False\" is taken for \"false\""));
        Assert.That(
            found,
            Does.Contain(
                "city: 2 cells with a category that the model has not learned; \"tokyo\" looks like \"Tokyo\", they differ only by case; "
                    + "\"Ky\\u{AD}oto\" looks like \"Kyoto\", they differ only by invisible characters (U+00AD)"
            )
        );
    }

    [TestCase("red,green,red", true)]
    [TestCase("red,,", false)]
    [TestCase("red,Tokyo,green", false)]
    public void A_column_of_which_no_cell_is_known_is_a_finding_of_its_own(string cells, bool isOther)
    {
        Feature[] schema = [new CategoryFeature("city", ["Tokyo"]), new NumberFeature("a")];
        string text = $"city,a\n{string.Concat(cells.Split(',').Select(cell => $"{cell},1\n"))}";
        Table table = CsvText.Read(text, schema, null);
        FindingKind kind = isOther ? FindingKind.NoKnownCategory : FindingKind.UnknownCategories;
        Assert.That(CsvText.Kinds(table, "city"), Does.Contain(kind));
    }

    [Test]
    public void Targets_of_another_table_are_those_of_the_first_in_other_spellings()
    {
        TargetColumn target = new("y", ["1.0", "TRUE", "01"]);
        Assert.That(target.NameOf("1"), Is.EqualTo("1"));
        Assert.That(
            new TargetColumn("y", ["1.0", "2", "2e0"]).CodesAmong(["2", "1"]).ToArray(),
            Is.EqualTo(Items.Of(1, 0, 0))
        );
        Assert.That(
            new TargetColumn("y", ["TRUE", "False"]).CodesAmong(["false", "true"]).ToArray(),
            Is.EqualTo(Items.Of(1, 0))
        );
        DataException problem = Assert.Throws<DataException>(() =>
            new TargetColumn("y", ["caf\u00E9", "x"]).CodesAmong(["cafe\u0301", "x"])
        )!;
        Assert.That(problem.Advice, Does.StartWith("It looks like ").And.Contain("(NFC, NFD)"));
    }

    [Test]
    public void Rows_of_two_tables_are_one_where_their_levels_are()
    {
        Table known = CsvText.Read("k,y\n1,true\n2,false\n1,true\n2,false\n", Declared);
        Table other = CsvText.Read("k,y\n2.0,FALSE\n1.0,TRUE\n1.0,FALSE\n", Declared);
        SharedRows shared = SharedRows.Find(known, [0, 1, 2, 3], other, [0, 1, 2]);
        Assert.That((shared.Count, shared.SameTarget), Is.EqualTo((3, 2)));
    }

    [Test]
    public void A_class_may_be_named_in_another_spelling()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7},{(i % 2 == 0 ? "1.0" : "0.0")}\n"));
        Recipe recipe = new()
        {
            Epochs = 1,
            Positive = "0",
            ClassWeights = ClassWeighting.Given([KeyValuePair.Create("1", 2.0), KeyValuePair.Create("0", 1.0)]),
        };
        Model<float> model = Experiment.Run<float>(CsvText.Read("a,y\n" + rows, "y"), recipe).Model;
        Assert.That(((ClassTarget)model.Target).Positive, Is.EqualTo("0.0"));
    }

    [Test]
    public void A_matrix_alone_tells_no_free_text()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 40).Select(i => $"{(i % 2 == 0 ? "good" : "bad")} {i % 5},{i % 3},{"pn"[i % 2]}\n")
        );
        Table table = CsvText.Read("said,a,y\n" + rows, new CsvOptions { Target = "y", Texts = ["said"] });
        Model<float> model = Experiment.Run<float>(table, new Recipe { Epochs = 1 }).Model;
        Assert.That(
            () => model.Predict(table.Features),
            Throws.ArgumentException.With.Message.Contain("'said' is free text")
        );
        Assert.That(() => model.Predict(0, 1), Throws.ArgumentException.With.Message.Contain("pass the table"));
        Assert.That(
            () => new Predictor<float>(model, 1).Predict(table.Features, new Matrix<double>(2, 40)),
            Throws.ArgumentException
        );
        Assert.That(model.Predict(double.NaN, 1), Has.Length.EqualTo(2));
        Assert.That(
            model.Predict(table.Features, table.Schema).Values.ToArray(),
            Is.EqualTo(model.Predict(table).Values.ToArray())
        );
        Matrix<double> own = new(2, 40);
        new Predictor<float>(model, 7, table.Schema).Predict(table.Features, own);
        Assert.That(own.Values.ToArray(), Is.EqualTo(model.Predict(table).Values.ToArray()));
    }
}
