using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Interactive;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Teaching.Tests.Interactive;

/// <summary>What a page's address says becomes data, settings, and the command line that does the same.</summary>
public sealed class SceneTests
{
    private static readonly FileReading Plain = FileReading.Of(null);

    [Test]
    public void How_a_file_is_read_stands_in_the_command_line_and_in_the_model()
    {
        InteractiveTraining training = Scenes.Trained(Scenes.Own, Scenes.Csv);
        Assert.That(
            training.Scene.Commands[0],
            Does.StartWith("tinynn train things.csv --target kind --date day --hidden 4")
        );
        Assert.That(training.Trained().Model.Provenance.Settings["date"], Is.EqualTo("day"));
    }

    [Test]
    public void What_is_said_of_a_file_is_read()
    {
        byte[] csv = Encoding.UTF8.GetBytes("1,5;x;3\n2,5;y;4\n");
        FileReading reading = FileReading.Of(
            new JsonObject
            {
                ["no-header"] = "true",
                ["decimal-comma"] = "true",
                ["categorical"] = "column_3",
            }
        );
        (IReadOnlyList<string> columns, Table table) = FileSceneData.Check(csv, "x.csv", null, reading);
        Assert.That(columns, Is.EqualTo(["column_1", "column_2", "column_3"]));
        Assert.That(table.Features[0, 1], Is.EqualTo(2.5));
        Assert.That(table.Schema[2], Is.TypeOf<CategoryFeature>());
        Assert.That(
            SceneCommands.Train(FileSceneData.Open(csv, "x.csv", "column_2", reading).Table, reading, reading.Flags),
            Does.StartWith("tinynn train x.csv --target column_2 --categorical column_3 --decimal-comma --no-header")
        );
        Assert.That(() => FileReading.Of(new JsonObject { ["colour"] = "x" }), Throws.TypeOf<SceneException>());
        Assert.That(
            () => FileReading.Of(new JsonObject { ["encoding"] = "morse" }).Options(null),
            Throws.TypeOf<SceneException>()
        );
    }

    [Test]
    public void What_the_library_recommends_is_told_by_the_names_of_flags()
    {
        byte[] csv = Encoding.UTF8.GetBytes("day,y\n2026-01-01,1\n2026-01-02,2\n");
        DataException fault = Assert.Throws<DataException>(() => FileSceneData.Open(csv, "x.csv", "y", Plain))!;
        Assert.That(fault.AdviceIn(FileReading.Words), Does.Contain("\"date\" for day").And.Contain("\"ignore\""));
    }

    [Test]
    public void Toy_data_are_the_file_of_the_command_generate()
    {
        Scene scene = Scene.Read("""{"toy": "spiral", "rows": 90, "noise": 0.1, "classes": 4, "seed": 7}""", []);
        using StringWriter text = new();
        (ToyData.Parse("spiral") with { Classes = 4, Noise = 0.1 }).Draw(90, new Generator(7)).WriteCsv(text);
        Assert.That(Encoding.UTF8.GetString(scene.Data.Csv), Is.EqualTo(text.ToString()));
        Assert.That(
            scene.Commands[0],
            Is.EqualTo("tinynn generate spiral --rows 90 --classes 4 --noise 0.1 --seed 7 -o spiral.csv")
        );
    }

    [Test]
    public void The_command_line_has_what_was_given_and_quotes_what_a_shell_takes_apart()
    {
        byte[] csv = Encoding.UTF8.GetBytes("a b,it's\n" + string.Concat(Enumerable.Repeat("1,x\n2,y\n", 20)));
        Scene scene = Scene.Read(
            """{"file": "my data.csv", "target": "it's", "settings": {"hidden": "4,2", "learning-rate": "0.01"}}""",
            csv
        );
        Assert.That(
            scene.Commands,
            Is.EqualTo(["tinynn train 'my data.csv' --target 'it'\\''s' --hidden 4,2 --learning-rate 0.01"])
        );
    }

    [TestCase("adam", "0.005", "")]
    [TestCase("adam", "0.01", " --learning-rate 0.01")]
    [TestCase("sgd", "0.1", " --optimizer sgd")]
    [TestCase("sgd", "0.005", " --optimizer sgd --learning-rate 0.005")]
    public void What_holds_anyway_does_not_stand_in_the_command_line(string optimizer, string rate, string said)
    {
        Scene scene = Scene.Read(
            $$$"""
            {"toy": "moons", "settings": {"hidden": "32", "activation": "relu", "dropout": "0", "optimizer": "{{{optimizer}}}", "learning-rate": "{{{rate}}}",
             "schedule": "constant", "batch-size": "32", "l2": "0", "scale": "standard", "epochs": "200", "patience": "30", "seed": "1"}}
            """,
            []
        );
        Assert.That(scene.Commands[^1], Is.EqualTo($"tinynn train moons.csv --target class --hidden 32{said}"));
        Assert.That(scene.Recipe.Optimizer.LearningRate, Is.EqualTo(double.Parse(rate, CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Derived_inputs_are_columns_of_the_file_and_no_command_generates_them()
    {
        Scene scene = Scene.Read("""{"toy": "xor", "rows": 40, "inputs": ["x1*x2", "x1"]}""", []);
        string[] lines = Encoding.UTF8.GetString(scene.Data.Csv).Split('\n');
        Assert.That(lines[0], Is.EqualTo("x1,x1*x2,class"));
        Assert.That(scene.Commands, Has.Count.EqualTo(1));
        Assert.That(scene.Data.Axes, Is.EqualTo(["x1", "x2"]), "the plane is that of the coordinates");
        Matrix<double> cells = scene.Data.Plane(0, 1, row: 0).Cells([(2, -3)]);
        Assert.That(cells.Values.ToArray(), Is.EqualTo([2, -6]));
        Matrix<double> turned = scene.Data.Plane(1, 0, row: 0).Cells([(2, -3)]);
        Assert.That(turned.Values.ToArray(), Is.EqualTo([-3, -6]));
    }

    [TestCase("no scene", "no scene")]
    [TestCase("[]", "no scene")]
    [TestCase("""{"toy": "moon"}""", "no toy data \"moon\"")]
    [TestCase("""{"toy": "moons", "classes": 3}""", "classes")]
    [TestCase("""{"toy": "moons", "rows": 3}""", "too few or too many")]
    [TestCase("""{"toy": "moons", "rows": 100000}""", "too few or too many")]
    [TestCase("""{"toy": "moons", "noise": -1}""", "noise")]
    [TestCase("""{"toy": "moons", "noise": "much"}""", "no number")]
    [TestCase("""{"inputs": ["x3"]}""", "no input \"x3\"")]
    [TestCase("""{"settings": {"hidden": "a"}}""", "hidden")]
    [TestCase("""{"settings": {"colour": "red"}}""", "no setting \"colour\"")]
    [TestCase("""{"settings": {"optimizer": "lbfgs"}}""", "step by step")]
    [TestCase("""{"settings": {"effort": "normal"}}""", "step by step")]
    public void What_cannot_be_is_refused_with_a_way_out(string scene, string told)
    {
        SceneException fault = Assert.Throws<SceneException>(() => Scene.Read(scene, []))!;
        Assert.That(fault.Message, Does.Contain(told));
        Assert.That(fault.Where, Is.Not.Empty);
        Assert.That(fault.Advice, Is.Not.Empty);
    }

    [Test]
    public void A_broken_file_is_told_as_the_command_tells_it()
    {
        byte[] csv = Encoding.UTF8.GetBytes("a,b\n1,2\n3\n");
        DataException fault = Assert.Throws<DataException>(() => FileSceneData.Check(csv, "x.csv", null, Plain))!;
        Assert.That(fault.Where, Does.Contain("line 3"));
    }

    [Test]
    public void A_file_that_is_too_large_for_a_page_is_for_the_command()
    {
        byte[] csv = new byte[FileSceneData.MostBytes + 1];
        Assert.That(
            () => FileSceneData.Open(csv, "big.csv", "y", Plain),
            Throws.TypeOf<SceneException>().With.Property(nameof(SceneException.Advice)).Contain("tinynn train big.csv")
        );
    }

    [Test]
    public void A_column_of_categories_has_a_place_for_each_level()
    {
        SceneAxis axis = Scenes.Open(Scenes.Own, Scenes.Csv).Axis(1);
        Assert.That(axis.Levels, Is.EquivalentTo(["red", "blue"]));
        Assert.That(Enumerable.Range(0, 10).Select(i => axis.At(i, 10)).Distinct(), Is.EqualTo([0.0, 1.0]));
    }
}
