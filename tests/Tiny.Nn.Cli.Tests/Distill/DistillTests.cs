using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Distill;

/// <summary>The command <c>distill</c>: a small model, what is told of it, and what is refused.</summary>
internal sealed class DistillTests : CommandTests
{
    private static readonly string[] Clipped = ["--clip-norm", "1", "--l2", "0.001"];
    private static readonly string[] Quick = ["--hidden", "4", "--epochs", "3", "--made", "2"];
    private static readonly string[] Beside = ["large model", "same network trained on the target itself"];

    [Test]
    public void A_small_model_is_saved_and_stands_beside_the_large_one()
    {
        Run run = Tinynn(["distill", Samples.IrisModel, Samples.Iris, .. Quick]).Good();
        Assert.That(run.Output, Does.Match("parameters +259 +35 +7.4").And.Contain("share with the same class"));
        Assert.That(run.Output, Does.Match("30 held-out rows +model .* large +direct"));
        Assert.That(run.Error, Does.Contain("102 training and 204 made of them, 18 validation, 30 test"));
        Assert.That(run.Error, Does.Not.Contain("may know"));
        Run inspected = Asked("inspect", "iris-small.tnn", "--json").Good();
        Assert.That(
            inspected.Json.GetProperty("distilled_from").GetString(),
            Is.EqualTo("1 network of 259 parameters")
        );
        Asked("export", "iris-small.tnn", "--to", "c").Good();
    }

    [Test]
    public void The_document_has_all_of_it_and_the_same_command_the_same_bytes()
    {
        string[] command = ["distill", Samples.DiabetesModel, Samples.Diabetes, .. Quick, "--json", "-o"];
        JsonElement told = Asked([.. command, "once.tnn"]).Good().Json;
        Asked([.. command, "again.tnn"]).Good();
        Assert.That(File.ReadAllBytes(Place.Path("again.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("once.tnn"))));
        Assert.That(
            told.GetProperty("made_rows").GetInt32(),
            Is.EqualTo(2 * told.GetProperty("training_rows").GetInt32())
        );
        Assert.That(told.GetProperty("imitation").GetProperty("divergence").GetDouble(), Is.Positive);
        Assert.That(told.GetProperty("costs").GetArrayLength(), Is.EqualTo(4));
        Assert.That(
            told.GetProperty("report")
                .GetProperty("baselines")
                .EnumerateArray()
                .Select(one => one.GetProperty("name").GetString()),
            Is.EqualTo(Beside)
        );
    }

    [Test]
    public void Rows_without_the_target_serve_as_well()
    {
        string[] lines = File.ReadAllLines(Samples.Iris);
        Place.Write("bare.csv", string.Concat(lines.Select(line => line[..line.LastIndexOf(',')] + "\n")));
        Run run = Asked(["distill", Samples.IrisModel, "bare.csv", .. Quick, .. Clipped]).Good();
        Assert.That(run.Output, Does.Contain("There is no column species"));
    }

    [Test]
    public void A_file_that_the_large_model_may_know_is_told()
    {
        Place.Write("iris.csv", string.Concat(File.ReadLines(Samples.Iris).SkipLast(3).Select(line => line + "\n")));
        Run run = Asked(["distill", Samples.IrisModel, "iris.csv", .. Quick]).Good();
        Assert.That(run.Error, Does.Contain("may know rows that judge here"));
    }

    [Test]
    public void What_cannot_be_is_refused()
    {
        Place.Write("iris-small.tnn", "mine");
        Asked(["distill", Samples.IrisModel, Samples.Iris, .. Quick]).Failed(2, "iris-small.tnn");
        Asked("distill", Samples.IrisModel, Samples.Iris, "-o", Samples.IrisModel, "--force").Failed(2, "iris.tnn");
        Asked("distill", Samples.IrisModel, Samples.Iris, "--force", "--hidden", "64").Failed(4, "4-64-3");
        Asked("distill", Samples.IrisModel, Samples.Diabetes, "--force").Failed(3, "diabetes.csv");
        Asked("distill", Samples.Iris, Samples.IrisModel, "--force").Failed(2, "iris.tnn");
        Asked("distill", Samples.IrisModel, "none.csv", "--force").Failed(3, "none.csv");
        Asked("distill", Samples.IrisModel, Samples.Iris, "--hidden", "0", "--force").Failed(2, "--hidden 0");
        Asked("distill", Samples.IrisModel, Samples.Iris, "--made", "-1", "--force").Failed(2, "--made");
        Asked("distill", Samples.IrisModel).Failed(2, "tinynn distill");
        string[] diverging = [.. Quick, "--force", "--learning-rate", "1e30"];
        Asked(["distill", Samples.IrisModel, Samples.Iris, .. diverging]).Failed(5, "step");
        string head = string.Concat(File.ReadLines(Samples.Iris).Take(8).Select(line => line + "\n"));
        Place.Write("few.csv", head);
        Asked("distill", Samples.IrisModel, "few.csv", "--force").Failed(3, "few.csv");
        Assert.That(File.ReadAllText(Place.Path("iris-small.tnn")), Is.EqualTo("mine"));
    }
}
