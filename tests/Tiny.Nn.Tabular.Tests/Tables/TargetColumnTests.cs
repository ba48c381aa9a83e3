using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Tables;

public sealed class TargetColumnTests
{
    [Test]
    public void Levels_are_in_ordinal_order_and_codes_point_to_them()
    {
        TargetColumn target = new("y", Items.Of("b", " a", "B", "b ", "10", "9"));
        Assert.Multiple(() =>
        {
            Assert.That(target.Texts, Is.EqualTo(Items.Of("b", "a", "B", "b", "10", "9")));
            Assert.That(target.Levels, Is.EqualTo(Items.Of("10", "9", "B", "a", "b")));
            Assert.That(target.Codes.ToArray(), Is.EqualTo(Items.Of(4, 3, 2, 4, 0, 1)));
            Assert.That(target.IsNumeric, Is.False);
        });
    }

    [Test]
    public void Levels_that_are_numbers_are_in_the_order_of_numbers()
    {
        TargetColumn target = new("y", Items.Of("10", "9", "-1", "1e1", "9"));
        Assert.Multiple(() =>
        {
            Assert.That(target.Levels, Is.EqualTo(Items.Of("-1", "9", "10")));
            Assert.That(target.Codes.ToArray(), Is.EqualTo(Items.Of(2, 1, 0, 2, 1)));
            Assert.That(target.IsNumeric, Is.True);
            Assert.That(target.Numbers().ToArray(), Is.EqualTo(Items.Of(10.0, 9, -1, 10, 9)));
        });
    }

    [TestCase("0 1 2", TargetKind.Classification)]
    [TestCase("1.0 2.0", TargetKind.Classification)]
    [TestCase("0 1 2.5", TargetKind.Regression)]
    [TestCase("a b", TargetKind.Classification)]
    [TestCase("0.5 1.5 a", TargetKind.Classification)]
    [TestCase("0.5 NaN", TargetKind.Classification)]
    [TestCase("0.5 1e999", TargetKind.Classification)]
    public void The_kind_is_suggested_by_the_texts(string texts, TargetKind kind) =>
        Assert.That(new TargetColumn("y", texts.Split(' ')).SuggestedKind, Is.EqualTo(kind));

    [TestCase(20, TargetKind.Classification)]
    [TestCase(21, TargetKind.Regression)]
    public void More_than_twenty_integers_are_amounts(int distinct, TargetKind kind)
    {
        IEnumerable<string> texts = Enumerable.Range(0, 500).Select(row => $"{row % distinct}");
        Assert.That(new TargetColumn("y", texts).SuggestedKind, Is.EqualTo(kind));
    }

    [Test]
    public void Texts_are_no_numbers()
    {
        TargetColumn target = CsvText.Read("a,y\n1,2\n1,two\n", "y").Target!;
        Assert.That(
            () => target.Numbers(),
            Throws.TypeOf<DataException>().With.Property("Where").EqualTo("test.csv, line 3, column 'y': \"two\"")
        );
        Assert.That(
            () => new TargetColumn("y", Items.Of("two")).Numbers(),
            Throws.TypeOf<DataException>().With.Property("Where").EqualTo("row 1, column 'y': \"two\"")
        );
    }

    [Test]
    public void Numbers_are_written_as_those_of_the_file()
    {
        CsvOptions options = new() { Target = "y", DecimalComma = true };
        TargetColumn target = CsvText.Read("a;y\n1;10,5\n2;9,25\n3;-1e2\n", options).Target!;
        Assert.Multiple(() =>
        {
            Assert.That(target.Numbers().ToArray(), Is.EqualTo(Items.Of(10.5, 9.25, -100)));
            Assert.That(target.SuggestedKind, Is.EqualTo(TargetKind.Regression));
            Assert.That(target.Levels, Is.EqualTo(Items.Of("-1e2", "9,25", "10,5")));
        });
        TargetColumn known = CsvText.Read("a;y\n1;10,5\n", [new NumberFeature("a")], "y", options).Target!;
        Assert.That(known.Numbers().ToArray(), Is.EqualTo(Items.Of(10.5)));
    }

    [TestCase("1,5 2,5 3", false, "A number is written with a comma.", "CsvOptions.DecimalComma")]
    [TestCase("1.5 2.5 3", true, "A number is written with a point.", "CsvOptions.DecimalComma")]
    [TestCase("1 2 1e999", false, "A number is too large.", "another unit")]
    public void Texts_that_are_all_meant_as_numbers_are_hardly_classes(
        string texts,
        bool comma,
        string what,
        string advice
    )
    {
        string rows = string.Concat(Enumerable.Range(0, 4).SelectMany(_ => texts.Split(' ')).Select(y => $"1;{y}\n"));
        Table table = CsvText.Read($"a;y\n{rows}", new CsvOptions { Target = "y", DecimalComma = comma });
        Assert.That(table.Target!.SuspectedMistake, Does.StartWith("test.csv, line "));
        DataException problem = Assert.Throws<DataException>(() => Experiment.Plan<float>(table, new Recipe()))!;
        Assert.That(problem.What, Is.EqualTo(what));
        Assert.That(
            problem.Advice,
            Does.Contain(advice).And.EndsWith("classes: Recipe.Kind = TargetKind.Classification.")
        );
        Recipe asked = new() { Kind = TargetKind.Classification };
        Assert.That(Experiment.Plan<float>(table, asked).Task.Kind, Is.EqualTo(TargetKind.Classification));
    }

    [TestCase(21, 20, true, TestName = "Most_rows_hold_one_of_many_numbers")]
    [TestCase(21, 21, false, TestName = "Half_of_the_rows_are_not_most")]
    [TestCase(20, 1, false, TestName = "Twenty_numbers_may_be_names_of_classes")]
    public void Numbers_with_other_texts_among_them_are_doubted(int numbers, int others, bool doubted)
    {
        IEnumerable<string> texts = Enumerable.Range(1, numbers).Select(i => $"{i}");
        TargetColumn target = new("y", [.. texts, .. Enumerable.Repeat("unknown", others)]);
        Assert.That(target.SuspectedMistake is not null, Is.EqualTo(doubted));
        Assert.That(target.Doubt?.What, Is.EqualTo(doubted ? "Most targets are numbers, but not all." : null));
        Assert.That(target.Doubt?.Where, Is.EqualTo(doubted ? "row 22, column 'y': \"unknown\"" : null));
    }

    [TestCase("1,2,3")]
    [TestCase("red,green,blue")]
    public void Numbers_alone_and_words_alone_are_not_doubted(string texts) =>
        Assert.That(new TargetColumn("y", texts.Split(',')).Doubt, Is.Null);

    [Test]
    public void A_point_among_decimal_commas_is_told()
    {
        CsvOptions options = new() { Target = "y", DecimalComma = true };
        TargetColumn target = CsvText.Read("a;y\n1;10,5\n2;9.25\n", options).Target!;
        DataException problem = Assert.Throws<DataException>(() => target.Numbers())!;
        Assert.That(problem.Where, Is.EqualTo("test.csv, line 3, column 'y': \"9.25\""));
        Assert.That(problem.What, Is.EqualTo("A number is written with a point."));
        Assert.That(problem.Advice, Does.Contain("CsvOptions.DecimalComma"));
    }

    [Test]
    public void Codes_can_be_taken_among_the_classes_of_a_model()
    {
        TargetColumn target = CsvText.Read("a,y\n1,q\n1,p\n1,q\n", "y").Target!;
        Assert.That(target.CodesAmong(Items.Of("r", "q", "p")).ToArray(), Is.EqualTo(Items.Of(1, 2, 1)));
    }

    [Test]
    public void A_class_that_no_model_knows_is_told_with_its_place()
    {
        TargetColumn target = CsvText.Read("a,y\n1,setosa\n1,virginca\n", "y").Target!;
        DataException problem = Assert.Throws<DataException>(() => target.CodesAmong(Items.Of("setosa", "virginica")))!;
        Assert.That(problem.Where, Is.EqualTo("test.csv, line 3, column 'y': \"virginca\""));
        Assert.That(problem.Advice, Is.EqualTo("Did you mean \"virginica\"? The classes are: setosa, virginica."));
    }

    [Test]
    public void Long_and_foreign_texts_keep_apart()
    {
        string longText = new('ß', 5000);
        TargetColumn target = new("y", Items.Of(longText + "1", longText + "2", "漢字", "😀", longText + "1"));
        Assert.That(target.Levels, Has.Count.EqualTo(4));
        Assert.That(target.Texts[3], Is.EqualTo("😀"));
        Assert.That(target.Codes.Span[0], Is.EqualTo(target.Codes.Span[4]));
    }

    [Test]
    public void Numbers_in_memory_are_a_target_to_the_last_bit()
    {
        double[] numbers = [.. TestNumbers.Uniform<double>(100, -1e9, 1e9, seed: 3), 1e-300, double.MaxValue, 0.1, 5];
        TargetColumn target = new("y", numbers);
        Assert.That(target.Numbers().ToArray(), Is.EqualTo(numbers));
        Assert.That(target.SuggestedKind, Is.EqualTo(TargetKind.Regression));
        Assert.That(new TargetColumn("y", Items.Of(1.0, 0, 1)).Levels, Is.EqualTo(Items.Of("0", "1")));
    }

    [TestCase(double.NaN, "NaN")]
    [TestCase(double.PositiveInfinity, "Infinity")]
    public void A_target_that_is_no_finite_number_is_refused(double wrong, string shown)
    {
        DataException fault = Assert.Throws<DataException>(() => _ = new TargetColumn("y", Items.Of(1, wrong)))!;
        Assert.That(fault.Where, Is.EqualTo($"row 2, column 'y': \"{shown}\""));
        Assert.That(fault.Advice, Is.Not.Empty);
    }
}
