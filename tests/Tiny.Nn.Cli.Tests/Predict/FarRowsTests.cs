namespace Tiny.Nn.Cli.Tests.Predict;

/// <summary>Numbers that are nothing like those that a model learned from.</summary>
internal sealed class FarRowsTests : CommandTests
{
    private const string Header = "sepal_length,sepal_width,petal_length,petal_width";

    [SetUp]
    public void Train() => Asked("train", Samples.Iris, "--target", "species", "--epochs", "3", "-o", "m.tnn").Good();

    [Test]
    public void Their_prediction_is_called_a_guess()
    {
        Place.Write("new.csv", $"{Header},species\n5,3,1,0.2,setosa\n5,1e30,1,0.2,setosa\n-999999,3,1,1,setosa\n");
        const string note =
            "note: 2 rows with a number far from all that the model learned from, so that the prediction is a guess; "
            + "the first: new.csv, line 3, column 'sepal_width': 1E+30\n";
        Run predicted = Asked("predict", "m.tnn", "new.csv").Good();
        Assert.That(predicted.Lines, Has.Length.EqualTo(4));
        Assert.That(predicted.Error, Does.Contain(note));
        Assert.That(Asked("evaluate", "m.tnn", "new.csv").Good().Error, Does.Contain(note));
        Assert.That(Asked("predict", "m.tnn", Samples.Iris).Good().Error, Does.Not.Contain("far from"));
    }

    [Test]
    public void What_no_number_holds_has_no_prediction()
    {
        Place.Write("new.csv", $"{Header}\n5,1e400,1,0.2\n");
        Asked("predict", "m.tnn", "new.csv").Failed(3, "new.csv, line 2, column 'sepal_width': \"1e400\"");
        Assert.That(Asked("predict", "m.tnn", "new.csv", "--on-error", "blank").Good().Lines[1], Is.EqualTo(","));
    }
}
