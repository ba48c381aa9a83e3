using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>What a model of classes knows beside them: its threshold, the counts of its training rows, how its data were written.</summary>
public sealed class ClassTargetTests
{
    private static readonly ClassTarget Two = Examples.Classes(2) with { Threshold = 0.25, TrainingCounts = [3, 0] };

    private static readonly string[] Unwritten = ["", "\u007f", "n/a"];

    [Test]
    public void The_threshold_decides_and_half_is_the_more_probable()
    {
        Assert.That(Two.Choose([0.7f, 0.3f]), Is.EqualTo(1));
        Assert.That(Two.Choose([0.75f, 0.25f]), Is.Zero);
        Assert.That((Two with { Threshold = 1 }).Choose([0, 1]), Is.Zero);
        Assert.That(Examples.Classes(2).Choose([0.5, 0.5]), Is.Zero);
        Assert.That(Examples.Classes(3).Choose([0.2, 0.4, 0.4]), Is.EqualTo(1));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_threshold_lies_from_0_to_1(double threshold) =>
        Assert.That(() => Two with { Threshold = threshold }, Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void What_does_not_go_together_makes_no_model()
    {
        Assert.That(() => Model(Examples.Classes(3) with { Threshold = 0.3 }), Throws.ArgumentException);
        Assert.That(() => Model(Examples.Classes(3) with { Positive = "b" }), Throws.ArgumentException);
        Assert.That(() => Model(Two with { Positive = "none" }), Throws.ArgumentException);
        Assert.That(() => Model(Two with { TrainingCounts = [1] }), Throws.ArgumentException);
        Assert.That(() => Model(Two with { TrainingCounts = [1, -1] }), Throws.ArgumentException);
        Assert.That(() => Model(Two with { TrainingCounts = [0, 0] }), Throws.ArgumentException);
    }

    [Test]
    public void A_file_keeps_it()
    {
        Model<float> read = Examples.Read<float>(Examples.Written(Model(Two)));
        ClassTarget target = (ClassTarget)read.Target;
        Assert.That(target.Threshold, Is.EqualTo(0.25));
        Assert.That(target.TrainingCounts, Is.EqualTo(Two.TrainingCounts));
        Assert.That(read.DataFormat.IsUsual);
        ClassTarget bare = (ClassTarget)Examples.Read<float>(Examples.Written(Model(Examples.Classes(2)))).Target;
        Assert.That((bare.Threshold, bare.TrainingCounts), Is.EqualTo((0.5, (IReadOnlyList<int>?)null)));
    }

    [Test]
    public void A_file_keeps_the_positive_class_where_it_is_not_the_second()
    {
        ClassTarget first = Two with { Positive = Two.Classes[0] };
        ClassTarget read = (ClassTarget)Examples.Read<float>(Examples.Written(Model(first))).Target;
        Assert.That(read.Positive, Is.EqualTo(Two.Classes[0]));
        Assert.That(read.Choose([0.3f, 0.7f]), Is.Zero);
        Assert.That(read.Choose([0.25f, 0.75f]), Is.EqualTo(1));
        byte[] second = Examples.Written(Model(Two with { Positive = Two.Classes[1] }));
        Assert.That(second, Is.EqualTo(Examples.Written(Model(Two))));
        Assert.That(((ClassTarget)Examples.Read<float>(second).Target).Positive, Is.EqualTo(Two.Classes[1]));
    }

    [Test]
    public void A_file_keeps_how_data_were_written()
    {
        CsvFormat format = new(HasHeader: false, DecimalComma: true, Unwritten);
        CsvFormat read = Examples.Read<float>(Examples.Written(Model(Two, format))).DataFormat;
        Assert.That((read.HasHeader, read.DecimalComma), Is.EqualTo((false, true)));
        Assert.That(read.Missing, Is.EqualTo(Unwritten));
    }

    [TestCase("target.threshold", "0.5", false)]
    [TestCase("target.threshold", "0.3", true)]
    [TestCase("target.threshold", "-1", true)]
    [TestCase("target.threshold", "\"NaN\"", true)]
    [TestCase("target.threshold", "\"half\"", true)]
    [TestCase("target.threshold", "[0.5]", true)]
    [TestCase("target.positive", "\"a\"", true)]
    [TestCase("target.positive", "1", true)]
    [TestCase("target.training_counts", "[1,2,3]", false)]
    [TestCase("target.training_counts", "[2147483647,2147483647,2147483647]", false)]
    [TestCase("target.training_counts", "[1,2]", true)]
    [TestCase("target.training_counts", "[1,2,3,4]", true)]
    [TestCase("target.training_counts", "[0,0,0]", true)]
    [TestCase("target.training_counts", "[1,-2,3]", true)]
    [TestCase("target.training_counts", "[1,2.5,3]", true)]
    [TestCase("target.training_counts", "[1,2147483648,3]", true)]
    [TestCase("target.training_counts", "[1,null,3]", true)]
    [TestCase("target.training_counts", "6", true)]
    [TestCase("csv", """{"header":true,"decimal_comma":false,"missing":[]}""", false)]
    [TestCase("csv", """{"header":false,"decimal_comma":true,"missing":["-"]}""", false)]
    [TestCase("csv", """{"header":true,"decimal_comma":false}""", true)]
    [TestCase("csv", """{"header":true,"missing":[]}""", true)]
    [TestCase("csv", """{"header":1,"decimal_comma":false,"missing":[]}""", true)]
    [TestCase("csv", """{"header":true,"decimal_comma":false,"missing":[null]}""", true)]
    [TestCase("csv", """{"header":true,"decimal_comma":false,"missing":[],"more":1}""", true)]
    [TestCase("csv", "\"usual\"", true)]
    public void A_file_of_three_classes_is_read_or_refused(string place, string json, bool isRefused) =>
        Assert.That(Measured.Refusal(Documents.With(place, json)) is not null, Is.EqualTo(isRefused));

    [Test]
    public void A_number_has_neither_threshold_nor_counts()
    {
        byte[] number = Examples.Written(Examples.SmallRegression());
        foreach (string member in new[] { "\\\"threshold\\\":0.5", "\\\"training_counts\\\":[1,2]" })
        {
            Assert.That(Measured.Refusal(Altered(number, member)), Is.Not.Null, member);
        }
    }

    [Test]
    public void An_evaluation_knows_the_majority_of_the_training_rows()
    {
        Model<float> model = Model(Two);
        Table table = new(
            model.Schema,
            Examples.Inputs(model, 4),
            new TargetColumn("kind", ["class 1", "class 1", "class 1", "class 0"])
        );
        ClassReport report = (ClassReport)Evaluation.Run(model, table);
        ClassReport majority = (ClassReport)report.Baselines.Single().Report;
        Assert.That(report.Baselines[0].Name, Is.EqualTo("majority class"));
        Assert.That(majority.Accuracy, Is.EqualTo(0.25), "not the most frequent class of these rows");
        Assert.That(report.Threshold, Is.EqualTo(0.25));
        Assert.That(Evaluation.Run(Model(Examples.Classes(2)), table).Baselines, Is.Empty);
    }

    [Test]
    public void A_training_writes_down_what_it_knows()
    {
        CsvOptions options = new() { Target = "y", Missing = ["-"] };
        string rows = string.Concat(
            Enumerable.Range(0, 40).Select(row => $"{row},{(row % 4 == 0 ? "rare" : "often")}\n")
        );
        Recipe recipe = new()
        {
            Epochs = 2,
            TestFraction = 0,
            ValidationFraction = 0.25,
        };
        Table table = CsvText.Read("a,y\n" + rows, options);
        Model<float> model = Experiment
            .Run<float>(table, recipe with { Threshold = new Tiny.Nn.Tabular.Metrics.FixedThreshold(0.3) })
            .Model;
        ClassTarget target = (ClassTarget)model.Target;
        Assert.That(target.TrainingCounts!.Sum(), Is.EqualTo(30));
        Assert.That(target.TrainingCounts![1], Is.InRange(7, 8), "a quarter");
        Assert.That(target.Threshold, Is.EqualTo(0.3));
        Assert.That(model.DataFormat.Missing, Is.EqualTo(options.Missing));
    }

    /// <summary>The document with one more member of its target, and the header's length put right.</summary>
    private static byte[] Altered(byte[] file, string member)
    {
        const string place = "\\\"target\\\":{";
        int length = (int)BitConverter.ToUInt64(file);
        string header = System.Text.Encoding.UTF8.GetString(file, sizeof(ulong), length).TrimEnd(' ');
        string altered = header.Replace(place, $"{place}{member},", StringComparison.Ordinal);
        Assert.That(altered, Is.Not.EqualTo(header));
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(altered.PadRight((altered.Length + 7) / 8 * 8));
        return [.. BitConverter.GetBytes((ulong)bytes.Length), .. bytes, .. file[(sizeof(ulong) + length)..]];
    }

    private static Model<float> Model(ClassTarget target, CsvFormat? format = null)
    {
        Architecture architecture = Architecture.WithInputs(2).Dense(target.Outputs, Activation.Softmax);
        Model<float> model = Examples.Model<float>(architecture, target);
        return new Model<float>(model.Encoding, model.Network, target, model.Provenance)
        {
            DataFormat = format ?? CsvFormat.Usual,
        };
    }
}
