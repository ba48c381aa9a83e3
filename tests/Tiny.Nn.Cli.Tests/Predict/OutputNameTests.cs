namespace Tiny.Nn.Cli.Tests.Predict;

/// <summary>Columns of an output have names of their own, whatever the columns that are passed through and the classes are called.</summary>
internal sealed class OutputNameTests : CommandTests
{
    [TestCase("predicted", "predicted_2,predicted,confidence")]
    [TestCase("confidence", "confidence_2,predicted,confidence")]
    [TestCase("name", "name,predicted,confidence")]
    public void An_id_called_as_a_prediction_is_gets_a_number(string id, string header)
    {
        Run run = Predict(id, "--id", id);
        Assert.That(Header(), Is.EqualTo(header));
        Assert.That(
            run.Error.Contains($"note: column '{id}' is written as '{id}_2'", StringComparison.Ordinal),
            Is.EqualTo(id != "name")
        );
    }

    [TestCase("p_a", "p_a_2,predicted,confidence,p_a,p_confidence")]
    [TestCase("p_confidence", "p_confidence_2,predicted,confidence,p_a,p_confidence")]
    [TestCase("p_", "p_,predicted,confidence,p_a,p_confidence")]
    public void So_does_one_called_as_a_probability_is(string id, string header)
    {
        Predict(id, "--id", id, "--probabilities");
        Assert.That(Header(), Is.EqualTo(header));
    }

    [Test]
    public void A_number_that_is_taken_is_passed_over_and_no_column_comes_twice()
    {
        Write("x,predicted_2,predicted");
        Asked("predict", "m.tnn", "d.csv", "--id", "predicted,predicted_2,predicted", "-o", "p.csv", "--force").Good();
        Assert.That(Header(), Is.EqualTo("predicted_3,predicted_2,predicted,confidence"));
    }

    public OutputNameTests()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 40).Select(row => $"{row}.5,{(row < 20 ? "a" : "confidence")}\n")
        );
        Place.Write("t.csv", $"x,y\n{rows}");
        Asked("train", "t.csv", "--target", "y", "--epochs", "1", "--hidden", "2", "-o", "m.tnn").Good();
    }

    private Run Predict(string id, params string[] flags)
    {
        Write($"x,{id}");
        return Asked(["predict", "m.tnn", "d.csv", "-o", "p.csv", "--force", .. flags]).Good();
    }

    private void Write(string header)
    {
        string row = string.Join(',', header.Split(',').Select((_, place) => $"{place}.5"));
        Place.Write("d.csv", $"{header}\n{row}\n{row}\n");
    }

    private string Header() => File.ReadLines(Place.Path("p.csv")).First();
}
