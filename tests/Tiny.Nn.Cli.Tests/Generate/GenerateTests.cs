namespace Tiny.Nn.Cli.Tests.Generate;

internal sealed class GenerateTests : CommandTests
{
    [TestCase("spiral", 3)]
    [TestCase("moons", 2)]
    [TestCase("circles", 2)]
    [TestCase("xor", 2)]
    [TestCase("blobs", 3)]
    [TestCase("checkerboard", 2)]
    [TestCase("classes", 3)]
    public void A_shape_is_a_csv_file_on_stdout(string shape, int classes)
    {
        Run run = Asked("generate", shape).Good();
        Assert.That(run.Lines[0], Is.EqualTo("x1,x2,class"));
        Assert.That(run.Lines, Has.Length.EqualTo(301));
        Assert.That(run.Lines.Skip(1).Select(line => line.Split(',')[2]).Distinct().Count(), Is.EqualTo(classes));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public void The_file_holds_the_bytes_of_stdout_and_the_seed_decides_them()
    {
        string[] wanted =
        [
            "generate",
            "circles",
            "--samples",
            "40",
            "--classes",
            "4",
            "--noise",
            "0.01",
            "--seed",
            "9",
        ];
        Run run = Asked([.. wanted, "-o", "c.csv"]).Good();
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Is.EqualTo("wrote c.csv: 40 rows, 4 classes, noise 0.01\n"));
        string csv = Asked(wanted).Good().Output;
        Assert.That(File.ReadAllText(Place.Path("c.csv")), Is.EqualTo(csv));
        Assert.That(Asked([.. wanted[..^1], "10"]).Good().Output, Is.Not.EqualTo(csv));
        Asked([.. wanted, "-o", "c.csv"]).Failed(2, "c.csv");
        Asked([.. wanted, "-o", "c.csv", "--force", "--quiet"]).Good();
    }

    [Test]
    public void Softmax_regression_tells_the_clusters_apart()
    {
        Asked("generate", "classes", "-o", "classes.csv").Good();
        Run run = Asked("train", "classes.csv", "--target", "class", "--hidden", "none", "--json").Good();
        Assert.That(run.Json.GetProperty("test").GetProperty("accuracy").GetDouble(), Is.GreaterThan(0.97));
    }

    [TestCase("--rows 0", "spiral", "--rows", "0")]
    [TestCase("--rows 2", "spiral", "--rows", "2")]
    [TestCase("--classes 1", "blobs", "--classes", "1")]
    [TestCase("--classes 27", "blobs", "--classes", "27")]
    [TestCase("--classes 3", "moons", "--classes", "3")]
    [TestCase("--noise -1", "moons", "--noise", "-1")]
    [TestCase("--noise nan", "moons", "--noise", "nan")]
    [TestCase("--seed x", "moons", "--seed", "x")]
    [TestCase("none/there.csv", "moons", "-o", "none/there.csv")]
    [TestCase("tinynn generate", "moons", "more")]
    [TestCase("tinynn generate", "moons", "--rwos", "3")]
    public void What_makes_no_sense_is_refused(string where, params string[] arguments) =>
        Asked([.. arguments.Prepend("generate")]).Failed(2, where);

    [Test]
    public void A_mistyped_shape_is_answered_with_the_nearest()
    {
        Assert.That(Asked("generate", "spirl").Failed(2, "spirl").Error, Does.Contain("Did you mean spiral?"));
        Asked("generate").Failed(2, "tinynn generate");
    }
}
