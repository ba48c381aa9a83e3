using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Tests.Predict;

internal sealed class PredictTests : CommandTests
{
    [Test]
    public void Predictions_are_those_of_the_library_to_the_last_bit()
    {
        string[] lines = Asked("predict", Samples.IrisModel, Samples.Iris, "--probabilities").Good().Lines;
        Model<float> model = ModelFile.Load<float>(Samples.IrisModel);
        Matrix<double> expected = model.Predict(CsvTable.Read(Samples.Iris, "species").Features);
        string[] classes = [.. ((ClassTarget)model.Target).Classes];
        Assert.That(lines[0], Is.EqualTo("predicted,confidence,p_setosa,p_versicolor,p_virginica"));
        Assert.That(lines, Has.Length.EqualTo(151));
        for (int row = 0; row < 150; row++)
        {
            string[] fields = lines[row + 1].Split(',');
            float[] probabilities = [.. fields[2..].Select(text => float.Parse(text, CultureInfo.InvariantCulture))];
            Assert.That(probabilities, Is.EqualTo(expected.Column(row).ToArray().Select(p => (float)p)));
            Assert.That(fields[0], Is.EqualTo(classes[Array.IndexOf(probabilities, probabilities.Max())]));
            Assert.That(fields[1], Is.EqualTo(fields[2 + Array.IndexOf(classes, fields[0])]));
        }
    }

    [Test]
    public void Predicted_numbers_are_those_of_the_library_to_the_last_bit()
    {
        string[] lines = Asked("predict", Samples.DiabetesModel, Samples.Diabetes).Good().Lines;
        Model<float> model = ModelFile.Load<float>(Samples.DiabetesModel);
        Matrix<double> expected = model.Predict(CsvTable.Read(Samples.Diabetes, "progression").Features);
        Assert.That(lines[0], Is.EqualTo("predicted"));
        Assert.That(
            lines[1..].Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
            Is.EqualTo(expected.Values.ToArray().Select(((NumberTarget)model.Target).Round))
        );
    }

    [Test]
    public void Columns_are_found_by_name_and_extra_ones_are_noted()
    {
        Place.Write("shuffled.csv", Rearranged([3, 0, 4, 2, 1], extra: true));
        Run run = Asked("predict", Samples.IrisModel, "shuffled.csv").Good();
        Assert.That(run.Output, Is.EqualTo(Asked("predict", Samples.IrisModel, Samples.Iris).Output));
        Assert.That(run.Error, Is.EqualTo("note: not used: column note\n"));
    }

    [Test]
    public void The_target_may_be_absent_or_empty()
    {
        Place.Write("bare.csv", Rearranged([0, 1, 2, 3], extra: false));
        Run run = Asked("predict", Samples.IrisModel, "bare.csv").Good();
        Assert.That(run.Output, Is.EqualTo(Asked("predict", Samples.IrisModel, Samples.Iris).Output));
        Place.Write("empty.csv", "sepal_length,sepal_width,petal_length,petal_width,species\n5.1,3.5,1.4,0.2,\n");
        Assert.That(Asked("predict", Samples.IrisModel, "empty.csv").Good().Lines[1], Is.EqualTo(run.Lines[1]));
    }

    [Test]
    public void A_missing_column_is_bad_data()
    {
        Place.Write("narrow.csv", Rearranged([0, 1, 3, 4], extra: false));
        Run run = Asked("predict", Samples.IrisModel, "narrow.csv").Failed(3, "narrow.csv");
        Assert.That(run.Error, Does.Contain("petal_length"));
    }

    [Test]
    public void A_dash_is_stdin()
    {
        Run run = Tests.Tinynn.In(Place, ["predict", Samples.IrisModel, "-"], File.ReadAllText(Samples.Iris)).Good();
        Assert.That(run.Output, Is.EqualTo(Asked("predict", Samples.IrisModel, Samples.Iris).Output));
    }

    [Test]
    public void Predictions_go_to_a_file_as_they_go_to_stdout()
    {
        Run run = Asked("predict", Samples.IrisModel, Samples.Iris, "-o", "out.csv").Good();
        Assert.That(run.Output, Is.Empty);
        Assert.That(
            File.ReadAllText(Place.Path("out.csv")),
            Is.EqualTo(Asked("predict", Samples.IrisModel, Samples.Iris).Output)
        );
        Asked("predict", Samples.IrisModel, Samples.Iris, "-o", "out.csv").Failed(2, "out.csv");
    }

    [Test]
    public void Names_of_classes_are_quoted_where_they_must_be()
    {
        string[] names = ["a,b", "say \"hi\""];
        string rows = string.Concat(
            Enumerable
                .Range(0, 20)
                .Select(i => $"{i},\"{names[i % 2].Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")
        );
        Place.Write("odd.csv", "x,y\n" + rows);
        Tinynn("train", "odd.csv", "--target", "y", "--epochs", "2").Good();
        Run run = Asked("predict", "odd.tnn", "odd.csv", "--probabilities").Good();
        Assert.That(run.Lines[0], Is.EqualTo("predicted,confidence,\"p_a,b\",\"p_say \"\"hi\"\"\""));
        Assert.That(run.Lines[1], Does.StartWith("\"a,b\",").Or.StartWith("\"say \"\"hi\"\"\","));
    }

    [Test]
    public void A_number_has_no_probabilities() =>
        Asked("predict", Samples.DiabetesModel, Samples.Diabetes, "--probabilities").Failed(2, "--probabilities");

    [Test]
    [Platform(Exclude = "Win")]
    public void A_reader_that_stops_reading_is_no_error()
    {
        string rows = string.Concat(Enumerable.Repeat("5.1,3.5,1.4,0.2\n", 100_000));
        Place.Write("many.csv", "sepal_length,sepal_width,petal_length,petal_width\n" + rows);
        using System.Diagnostics.Process process = Tests.Tinynn.Start(
            Place,
            ["predict", Samples.IrisModel, "many.csv"]
        );
        Assert.That(process.StandardOutput.ReadLine(), Is.EqualTo("predicted,confidence"));
        process.StandardOutput.Close();
        Assert.That(process.StandardError.ReadToEnd(), Is.Empty);
        Assert.That(process.WaitForExit(30_000), Is.True);
        Assert.That(process.ExitCode, Is.Zero);
    }

    private static string Rearranged(int[] columns, bool extra) =>
        string.Concat(
            File.ReadLines(Samples.Iris)
                .Select(line => line.Split(','))
                .Select(
                    (fields, row) =>
                        string.Join(',', columns.Select(column => fields[column]))
                        + (
                            extra
                                ? row == 0
                                    ? ",note"
                                    : ",text"
                                : ""
                        )
                        + "\n"
                )
        );
}
