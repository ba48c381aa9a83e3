using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>Normalization from the flag to the commands that use the model. Whoever only looks at a batch normalization leaves its statistics alone.</summary>
internal sealed class NormalizationTests : CommandTests
{
    private const string Model = "normalized.tnn";

    [TestCase("batch")]
    [TestCase("layer")]
    public void A_model_with_it_predicts_is_inspected_and_has_the_right_gradient(string normalization)
    {
        Train(normalization).Good();
        Assert.That(Asked("predict", Model, Samples.Iris).Good().Lines, Has.Length.EqualTo(151));
        Assert.That(Asked("inspect", Model).Good().Output, Does.Contain($"{normalization}_normalization"));
        JsonElement check = Asked("gradcheck", Samples.Iris, "--model", Model, "--json").Good().Json;
        Assert.That(check.GetProperty("agrees").GetBoolean(), Is.True);
    }

    [TestCase("batch")]
    [TestCase("layer")]
    public void A_diagnosis_looks_on_and_changes_nothing(string normalization)
    {
        Train(normalization).Good();
        byte[] alone = File.ReadAllBytes(Place.Path(Model));
        Train(normalization, "--diagnose", "--force").Good();
        Assert.That(File.ReadAllBytes(Place.Path(Model)), Is.EqualTo(alone));
    }

    [Test]
    public void The_settings_of_a_model_train_the_like()
    {
        Train("batch").Good();
        Asked("train", Samples.Iris, "--target", "species", "--like", Model, "-o", "like.tnn").Good();
        Assert.That(File.ReadAllBytes(Place.Path("like.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path(Model))));
    }

    [TestCase("trace")]
    [TestCase("exercise")]
    public void What_has_no_formulas_to_be_shown_by_is_refused(string command)
    {
        Train("layer").Good();
        Run run = Asked(command, Samples.Iris, "--model", Model);
        run.Failed(exitCode: 2, "--model");
        Assert.That(run.Error, Does.Contain("layer normalization").And.Contain("gradcheck"));
    }

    [Test]
    public void Steps_of_one_row_are_refused_and_nothing_is_written()
    {
        Train("batch", "--batch-size", "1").Failed(exitCode: 3, "batch size 1");
        Assert.That(File.Exists(Place.Path(Model)), Is.False);
    }

    private Run Train(string normalization, params string[] flags) =>
        Asked([
            "train",
            Samples.Iris,
            "--target",
            "species",
            "--hidden",
            "4",
            "--activation",
            "tanh",
            "--epochs",
            "5",
            "--normalization",
            normalization,
            "-o",
            Model,
            .. flags,
        ]);
}
