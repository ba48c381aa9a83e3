using System.Text.Json.Nodes;
using Tiny.Nn.Activations;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Pictures;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Interactive;

namespace Tiny.Nn.Teaching.Tests.Interactive;

/// <summary>What the page is told: JSON that says the same as the library.</summary>
public sealed class SceneDocumentsTests
{
    [TestCase("", 3)]
    [TestCase("softmax", 1)]
    [TestCase("leaky-relu:0.2", 1)]
    public void The_atlas_is_that_of_the_command(string name, int columns)
    {
        JsonObject atlas = ScenePictures.Functions(name, -10, 10, columns, Language.English);
        Activation[] chosen = name.Length == 0 ? [.. Activation.All] : [Activation.Parse(name)];
        using StringWriter expected = new() { NewLine = "\n" };
        SvgFile.Write(
            PictureDrawing.Create(FunctionAtlas.Create(chosen, -10, 10, Language.English, columns)),
            expected
        );
        Assert.That($"{atlas["svg"]}", Is.EqualTo(expected.ToString()));
        Assert.That($"{atlas["title"]}", Does.Contain(name.Length == 0 ? "mish" : name));
    }

    [TestCase("relu", 5, 5)]
    [TestCase("relu", double.NaN, 5)]
    [TestCase("relu", -5, 1001)]
    [TestCase("rely", -5, 5)]
    public void An_atlas_that_cannot_be_is_refused(string name, double low, double high) =>
        Assert.That(
            () => ScenePictures.Functions(name, low, high, 1, Language.English),
            Throws.TypeOf<SceneException>().With.Property("Advice").Not.Empty
        );

    [Test]
    public void Verdicts_measures_and_findings_are_said_in_the_language_that_is_asked_for()
    {
        JsonObject report = SceneReports.Report(Scenes.Trained(Scenes.Toy).Judge()!, Language.Japanese);
        Assert.That($"{report["verdicts"]![0]}", Does.StartWith("モデル"));
        Assert.That($"{report["measures"]![0]!["name"]}", Is.EqualTo("正解率"));
        (IReadOnlyList<string> columns, Table table) = FileSceneData.Check(
            "x,c\n1,a\n,b\n2,A\n3,b\n"u8.ToArray(),
            "own.csv",
            "c",
            FileReading.Of(null)
        );
        JsonObject checkedFile = SceneDocuments.Checked(columns, table, Language.Japanese);
        Assert.That($"{checkedFile["schema"]![0]}", Is.EqualTo("x：数値"));
        Assert.That(
            checkedFile["findings"]!.AsArray().Select(said => $"{said}"),
            Does.Contain("x: 欠けたセル 1").And.Contains("c: 大文字と小文字だけが違うラベル：\"A\" and \"a\"")
        );
    }

    [Test]
    public void What_was_opened_has_its_rows_its_network_and_its_command()
    {
        InteractiveTraining training = Scenes.Open(Scenes.Own, Scenes.Csv);
        JsonObject opened = SceneDocuments.Opened(training);
        Assert.That((int)opened["rows"]!, Is.EqualTo(60));
        Assert.That((int)opened["training"]! + (int)opened["validation"]! + (int)opened["test"]!, Is.EqualTo(60));
        Assert.That(Texts(opened["classes"]), Is.EqualTo(["a", "b", "c"]));
        Assert.That(Texts(opened["axes"]), Is.EqualTo(["size", "colour", "day"]));
        JsonArray layers = (JsonArray)opened["network"]!;
        Assert.That(layers, Has.Count.EqualTo(2));
        Assert.That((JsonArray)layers[0]!["weights"]!, Has.Count.EqualTo(4 * training.Plan.Encoding.Outputs));
        Assert.That((JsonArray)layers[1]!["biases"]!, Has.Count.EqualTo(3));
        Assert.That((bool)opened["shown"]!, Is.False, "a normalization is not traced");
        Assert.That(
            Texts(opened["commands"])[^1],
            Does.StartWith("tinynn train things.csv --target kind --date day --hidden 4")
        );
    }

    [Test]
    public void Progress_has_the_epochs_that_are_new()
    {
        InteractiveTraining training = Scenes.Trained(Scenes.Toy);
        JsonObject all = SceneDocuments.Progress(training, after: 0, Language.English);
        JsonObject rest = SceneDocuments.Progress(training, after: 3, Language.English);
        int count = training.History.EpochCount;
        Assert.That((JsonArray)all["epochs"]!, Has.Count.EqualTo(count));
        Assert.That((JsonArray)rest["epochs"]!, Has.Count.EqualTo(count - 3));
        Assert.That((double)rest["epochs"]![0]![1]!, Is.EqualTo(training.History.Epochs[3].TrainingLoss));
        Assert.That((bool)all["over"]!, Is.True);
        Assert.That((string)all["ending"]!, Is.EqualTo("early").Or.EqualTo("epochs"));
    }

    [Test]
    public void Points_are_rows_with_their_class_and_part()
    {
        InteractiveTraining training = Scenes.Open(Scenes.Own, Scenes.Csv);
        JsonArray points = (JsonArray)SceneDocuments.Points(training, 0, 1)["points"]!;
        Assert.That(points, Has.Count.EqualTo(60 - 6), "rows with a missing cell have no place");
        int[] validation = [.. training.Plan.Split.Validation];
        foreach (JsonNode? point in points)
        {
            int row = (int)(double)point![4]!;
            Assert.That((double)point[2]!, Is.EqualTo(row % 3));
            Assert.That((double)point[3]! == 1, Is.EqualTo(validation.Contains(row)));
        }
    }

    [Test]
    public void The_standing_tells_what_is_wrong_row_by_row()
    {
        InteractiveTraining training = Scenes.Trained(Scenes.Own, Scenes.Csv);
        JsonObject standing = SceneReports.Standing(training, row: 0, Language.English);
        int wrong = (int)standing["wrongCount"]!;
        int mistaken = 0;
        foreach ((string _, JsonNode? report) in (JsonObject)standing["reports"]!)
        {
            JsonArray confusion = (JsonArray)report!["confusion"]!;
            for (int actual = 0; actual < 3; actual++)
            {
                for (int said = 0; said < 3; said++)
                {
                    mistaken += actual == said ? 0 : (int)(double)confusion[actual]![said]!;
                }
            }
        }
        Assert.That(wrong, Is.EqualTo(mistaken));
        string[] cells = [.. ((JsonArray)standing["row"]!).Select(cell => $"{cell![0]}: {cell[1]}")];
        Assert.That(cells[..4], Is.EqualTo(["size: 0.5", "colour: ?", "day: 2026-01-11", "=: a"]));
        Assert.That(cells[4], Does.Match(@"^→: [abc] \([01]\.\d{3}\)$"));
    }

    [Test]
    public void The_report_of_the_end_is_that_of_the_test_rows_beside_simpler_models()
    {
        JsonObject report = SceneReports.Report(Scenes.Trained(Scenes.Toy).Judge()!, Language.English);
        Assert.That((int)report["rows"]!, Is.EqualTo(12));
        Assert.That(Texts(report["verdicts"]), Has.Length.EqualTo(2).And.Some.Contains("linear model"));
        Assert.That((string)report["measures"]![0]!["name"]!, Is.EqualTo("accuracy"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void The_diagnosis_names_symptoms_and_the_flow_of_every_epoch(bool isJapanese)
    {
        InteractiveTraining training = Scenes.Trained(
            """{"toy": "xor", "rows": 100, "settings": {"hidden": "none", "optimizer": "adam", "epochs": "40"}}"""
        );
        JsonObject diagnosis = SceneDocuments.Diagnosis(training, isJapanese ? Language.Japanese : Language.English);
        Assert.That((JsonArray)diagnosis["symptoms"]!, Is.Not.Empty, "a line cannot part xor");
        Assert.That((JsonArray)diagnosis["flow"]!, Has.Count.EqualTo(training.History.EpochCount));
    }

    [Test]
    public void A_step_of_the_picked_row_is_the_page_of_the_command()
    {
        InteractiveTraining training = Scenes.Trained(Scenes.Toy);
        JsonObject trace = SceneTrace.Create(training, row: 4, Language.English);
        Assert.That((string)trace["content"]!, Does.StartWith("<main>").And.Contain("data-pick=\"w1-1-1\""));
        Assert.That((string)trace["style"]!, Does.Contain(".chain"));
    }

    [Test]
    public void A_step_that_nobody_can_read_is_refused()
    {
        Assert.That(
            () => SceneTrace.Create(Scenes.Open("""{"settings": {"hidden": "64"}}"""), 0, Language.English),
            Throws.TypeOf<SceneException>().With.Message.Contain("too much")
        );
        Assert.That(
            () => SceneTrace.Create(Scenes.Open(Scenes.Own, Scenes.Csv), 0, Language.English),
            Throws.TypeOf<SceneException>().With.Message.Contain("others")
        );
    }

    [TestCase("boundary")]
    [TestCase("history")]
    [TestCase("flow")]
    public void A_picture_is_an_SVG_file(string name)
    {
        JsonObject picture = ScenePictures.Create(Scenes.Trained(Scenes.Toy), name, 0, 1, Language.English);
        Assert.That((string)picture["svg"]!, Does.StartWith("<?xml").And.Contain("</svg>"));
    }

    [TestCase("history")]
    [TestCase("flow")]
    [TestCase("cat")]
    public void There_is_no_picture_of_what_has_not_begun(string name) =>
        Assert.That(
            () => ScenePictures.Create(Scenes.Open(Scenes.Toy), name, 0, 1, Language.English),
            Throws.TypeOf<SceneException>()
        );

    [TestCase("c", 2)]
    [TestCase("csharp", 1)]
    [TestCase("js", 1)]
    [TestCase("python", 1)]
    public void A_program_leaves_as_the_command_writes_it(string language, int files)
    {
        JsonArray exported = (JsonArray)SceneExport.Create(Scenes.Trained(Scenes.Toy), language)["files"]!;
        Assert.That(exported, Has.Count.EqualTo(files));
        Assert.That((string)exported[0]!["name"]!, Does.StartWith("moons"));
        Assert.That(Convert.FromBase64String((string)exported[0]!["content"]!), Is.Not.Empty);
    }

    [Test]
    public void A_model_file_says_what_it_was_trained_by_and_a_hostile_one_is_refused()
    {
        byte[] model = Scenes.Trained(Scenes.Toy).Save();
        JsonObject told = SceneModel.Describe(model);
        Assert.That((string)told["source"]!, Is.EqualTo("moons.csv"));
        Assert.That((string)told["settings"]!["hidden"]!, Is.EqualTo("3,2"));
        byte[] cut = model[..(model.Length / 2)];
        Assert.That(() => SceneModel.Describe(cut), Throws.TypeOf<ModelFormatException>());
    }

    [Test]
    public void There_is_something_to_choose_from()
    {
        JsonObject known = SceneDocuments.Known();
        Assert.That(Texts(known["activations"]), Does.Contain("tanh").And.Not.Contain("softmax"));
        Assert.That(Texts(known["optimizers"]), Does.Contain("adam"));
        Assert.That((JsonArray)known["toys"]!, Has.Count.EqualTo(7));
    }

    private static string[] Texts(JsonNode? array) => [.. ((JsonArray)array!).Select(text => (string)text!)];
}
