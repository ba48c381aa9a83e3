using System.CommandLine;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Tests.Lessons;

/// <summary>From flags to a small network and its samples.</summary>
internal sealed class LessonTests : CommandTests
{
    private const string TwoTwoTwo = """
        { "layers": [
          { "weights": [[0.15, 0.20], [0.25, 0.30]], "bias": 0.35, "activation": "sigmoid" },
          { "weights": [[0.40, 0.45], [0.50, 0.55]], "bias": [0.6, 0.6], "activation": "sigmoid" } ] }
        """;

    private string Net => Place.Path("net.json");

    [SetUp]
    public void Write_the_network_by_hand() => Place.Write("net.json", TwoTwoTwo);

    [Test]
    public void Typed_samples_and_weights_by_hand_make_the_network_of_the_courses()
    {
        Lesson lesson = Read(
            "--input",
            "0.05,0.10",
            "--expected",
            "0.01,0.99",
            "--weights",
            Net,
            "--loss",
            "squared-error"
        );
        Matrix<double> answers = lesson.Network.Predict(lesson.Batch.Inputs);
        Assert.That(answers.Values.ToArray(), Is.EqualTo([0.751365069552316, 0.772928465321463]).Within(1e-12));
        double loss = lesson.Loss.Evaluate(answers, lesson.Batch.Targets, [], default);
        Assert.That(loss, Is.EqualTo(0.298371108760003).Within(1e-12));
        Assert.That(lesson.OutputNames, Is.EqualTo(["y1", "y2"]));
    }

    [Test]
    public void Several_columns_may_be_targets_and_stay_as_they_are()
    {
        Place.Write("one.csv", "i1,i2,o1,o2\n0.05,0.10,0.01,0.99\n");
        Lesson lesson = Read(
            Place.Path("one.csv"),
            "--target",
            "o1,o2",
            "--scale",
            "none",
            "--weights",
            Net,
            "--loss",
            "squared-error"
        );
        Assert.That(lesson.Batch.Inputs.Values.ToArray(), Is.EqualTo([0.05, 0.10]));
        Assert.That(lesson.Batch.Targets.Values.ToArray(), Is.EqualTo([0.01, 0.99]));
        Assert.That(lesson.InputNames, Is.EqualTo(["i1", "i2"]));
        Assert.That(lesson.OutputNames, Is.EqualTo(["o1", "o2"]));
        Assert.That(lesson.Lines, Is.EqualTo([2]));
    }

    [Test]
    public void A_table_gives_the_network_that_train_begins_with()
    {
        Lesson lesson = Read(Samples.Iris, "--target", "species", "--hidden", "3", "--rows", "2,51-52", "--seed", "7");
        Table table = CsvTable.Read(Samples.Iris, new CsvOptions { Target = "species" });
        Recipe recipe = new()
        {
            Hidden = [3],
            Seed = 7,
            ValidationFraction = 0,
        };
        Plan<double> plan = Experiment.Plan<double>(table, [.. Enumerable.Range(0, 150)], recipe);
        Assert.That(lesson.Network.Parameters.Values.ToArray(), Is.EqualTo(plan.Build().Parameters.Values.ToArray()));
        Assert.That(lesson.Rows, Is.EqualTo([2, 51, 52]));
        Assert.That(lesson.Lines, Is.EqualTo([3, 52, 53]));
        Assert.That(lesson.Batch.Inputs.Column(1).ToArray(), Is.EqualTo(plan.Training.Inputs.Column(50).ToArray()));
        Assert.That(lesson.OutputNames, Is.EqualTo(["setosa", "versicolor", "virginica"]));
        Assert.That(lesson.Loss, Is.EqualTo(Loss.CrossEntropy));
    }

    [TestCase("absolute-error")]
    [TestCase("huber")]
    public void Another_loss_of_numbers_leaves_the_rest_as_train_begins(string loss)
    {
        Lesson usual = Read(Samples.Diabetes, "--target", "progression");
        Lesson other = Read(Samples.Diabetes, "--target", "progression", "--loss", loss);
        Assert.That(other.Loss.Name, Is.EqualTo(loss));
        Assert.That(other.Batch.Targets[0, 0], Is.EqualTo(usual.Batch.Targets[0, 0]).And.InRange(-4, 4));
        Assert.That(other.Network.Parameters.Values.ToArray(), Is.EqualTo(usual.Network.Parameters.Values.ToArray()));
        Lesson raw = Read(Samples.Diabetes, "--target", "progression", "--loss", loss, "--scale", "none");
        Assert.That(raw.Batch.Targets[0, 0], Is.EqualTo(151));
    }

    [Test]
    public void A_trained_model_brings_its_weights_and_its_preprocessing()
    {
        Tinynn(
                "train",
                Samples.Iris,
                "--target",
                "species",
                "--hidden",
                "4",
                "--epochs",
                "2",
                "--optimizer",
                "sgd",
                "--learning-rate",
                "0.2",
                "--dropout",
                "0.3",
                "-o",
                "iris.tnn"
            )
            .Good();
        Lesson lesson = Read(Samples.Iris, "--model", Place.Path("iris.tnn"), "--rows", "1,150");
        Model<float> model = ModelFile.Load<float>(Place.Path("iris.tnn"));
        Assert.That(
            lesson.Network.Parameters.Values.ToArray(),
            Is.EqualTo(model.Network.Parameters.Values.ToArray().Select(p => (double)p))
        );
        Assert.That(lesson.Network.Layers, Has.Count.EqualTo(4), "Without dropout.");
        Assert.That(lesson.Batch.Targets.Column(1).ToArray(), Is.EqualTo([0, 0, 1]));
        Assert.That(lesson.Recipe.Optimizer, Is.EqualTo(new Sgd(0.2)));
        Assert.That(lesson.Loss, Is.EqualTo(Loss.CrossEntropy));
    }

    [Test]
    public void Softmax_of_two_classes_has_two_outputs()
    {
        Place.Write("xor.csv", "a,b,y\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n");
        Lesson lesson = Read(Place.Path("xor.csv"), "--target", "y", "--output-activation", "softmax", "--rows", "2");
        Assert.That(lesson.Batch.Targets.Values.ToArray(), Is.EqualTo([0, 1]));
        Assert.That(lesson.Network.Architecture.OutputActivation, Is.EqualTo(Activation.Softmax));
        Assert.That(lesson.Loss, Is.EqualTo(Loss.CrossEntropy));
    }

    [TestCase("""{ "layers": [{ "weights": [[1, 2, 3]], "bias": [0] }] }""", "layer 1", "a sample has 2 inputs")]
    [TestCase("""{ "layers": [{ "weights": [[1, 2]], "bias": [0] }] }""", "layer 1", "a target has 2 numbers")]
    [TestCase("""{ "layers": [{ "weights": [[1, 2], [3]], "bias": 0 }] }""", "row 2 of the weights", "1 numbers")]
    [TestCase("""{ "layers": [{ "weights": [[1, 2]], "bias": [0, 0] }] }""", "layer 1, bias", "for 1 units")]
    [TestCase("""{ "layers": [{ "weights": [[1, "2"]], "bias": 0 }] }""", "row 1 of the weights", "\"2\" is no number")]
    [TestCase("""{ "layers": [{ "weights": [[1, 1e999]], "bias": 0 }] }""", "row 1 of the weights", "is no number")]
    [TestCase("""{ "layers": [{ "weights": [[1, 2]] }] }""", "layer 1, bias", "missing")]
    [TestCase("""{ "layers": [{ "weights": [[1, 2]], "bias": 0, "activation": "rleu" }] }""", "activation", "rleu")]
    [TestCase("""{ "layers": [] }""", "net.json", "layers")]
    [TestCase("[1", "line 1", "no JSON")]
    public void Weights_that_do_not_fit_are_refused_where_they_stand(string json, string where, string what)
    {
        Place.Write("net.json", json);
        UsageException refused = Assert.Throws<UsageException>(() =>
            Read("--input", "1,2", "--expected", "0,1", "--weights", Net)
        )!;
        Assert.That(refused.Where, Does.Contain(where));
        Assert.That(refused.What, Does.Contain(what));
    }

    [TestCase("--input", "1,2")]
    [TestCase("--expected", "1")]
    [TestCase("--input", "1,2", "--expected", "1", "--input", "1", "--expected", "1")]
    [TestCase("data.csv", "--input", "1,2", "--expected", "1")]
    [TestCase("--input", "1", "--expected", "1", "--target", "y")]
    [TestCase("--input", "1", "--expected", "1", "--output-activation", "softmax")]
    [TestCase("--input", "-1,-2", "--expected", "-2", "--output-activation", "sigmoid")]
    [TestCase("--input", "1", "--expected", "1", "--loss", "cross-entropy")]
    [TestCase("--input", "1", "--expected", "1,1", "--output-activation", "softmax")]
    [TestCase("--input", "1", "--expected", "1", "--hidden", "10001")]
    [TestCase("--input", "1", "--expected", "1", "--hidden", "9999,9999")]
    [TestCase("data.csv", "--target", "a,b", "--task", "classification")]
    [TestCase("-", "--target", "a", "--weights", "-")]
    [TestCase("-", "--model", "-")]
    [TestCase("data.csv", "--model", "m.tnn", "--hidden", "3")]
    [TestCase]
    public void What_contradicts_itself_is_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => Read(arguments));

    [Test]
    public void A_row_that_is_not_there_is_refused() =>
        Assert.That(
            Assert.Throws<UsageException>(() => Read(Samples.Iris, "--target", "species", "--rows", "151"))!.What,
            Does.Contain("150 rows")
        );

    private static Lesson Read(params string[] arguments)
    {
        LessonOptions options = new();
        Command command = new("lesson") { options.Data };
        foreach (Option option in options.All)
        {
            command.Options.Add(option);
        }
        ParseResult parsed = new RootCommand { command }.Parse(["lesson", .. arguments]);
        Assert.That(parsed.Errors, Is.Empty);
        return options.Read(parsed);
    }
}
