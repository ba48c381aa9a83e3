using System.Text;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Checks;

/// <summary>What keeps a target from being learned is a finding of a check and an error of a training, with advice that suits a target.</summary>
public sealed class TargetFaultTests
{
    [TestCase("30000 31000 32000 33000 34000 35000", FindingKind.TooManyValues, "TargetKind.Regression")]
    [TestCase("1 2 3 4 5 6 7 8 9 10 11 12", FindingKind.TooManyValues, "TargetKind.Regression")]
    [TestCase("a b c d e f", FindingKind.TooManyValues, "looks like an identifier")]
    [TestCase("p p p p", FindingKind.Constant, "Name another target")]
    [TestCase("7 7.0 7e0", FindingKind.Constant, "Name another target")]
    [TestCase("True TRUE true", FindingKind.Constant, "Name another target")]
    [TestCase("1,5 2,5 3,5 4", FindingKind.MixedTypes, "CsvOptions.DecimalComma")]
    [TestCase("1.5 1e200 2.5", FindingKind.MixedTypes, "another unit")]
    public void Check_finds_what_training_refuses(string targets, FindingKind kind, string advice)
    {
        string text = $"a;y\n{string.Concat(targets.Split(' ').Select((y, i) => $"{i % 3}.5;{y}\n"))}";
        CsvOptions options = new() { Target = "y" };
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        Table table = DataCheck.Read(stream, "t.csv", options);
        DataException problem = Assert.Throws<DataException>(() => Experiment.Plan<float>(table, new Recipe()))!;
        Finding found = table.Findings.Single(finding => finding.Kind == kind && finding.Column == "y");
        Assert.That(found.Evidence, Is.EqualTo($"training refuses it: {problem.What.TrimEnd('.')}"));
        Assert.That(
            problem.Advice,
            Does.Contain(advice).And.Not.Contain("Categorical").And.Not.Contain("CsvOptions.Ignore")
        );
        Assert.That(found.Advice, Is.EqualTo(problem.Advice));
    }

    [Test]
    public void Other_texts_among_numbers_are_named_to_be_missing()
    {
        TargetColumn target = new("y", [.. Enumerable.Range(1, 30).Select(i => $"{i}"), "unknown", "n.d."]);
        Assert.That(target.Doubt!.Advice, Does.Contain("CsvOptions.Missing = [\"n.d.\", \"unknown\"]"));
        DataException asked = Assert.Throws<DataException>(() => target.Numbers())!;
        Assert.That(asked.Advice, Is.EqualTo("Correct it, or remove the row."));
    }

    [TestCase("1 2 2 1")]
    [TestCase("a b a b")]
    [TestCase("1.5 2.5 3.5")]
    public void Good_targets_have_no_fault(string targets) =>
        Assert.That(TargetFault.Find(new TargetColumn("y", targets.Split(' ')), null, "memory"), Is.Null);

    [Test]
    public void Columns_that_are_not_there_are_told_at_once_with_their_roles()
    {
        CsvOptions options = new()
        {
            Target = "species",
            Ignore = ["b", "notes"],
            Extra = ["patient", "weight"],
            ExtraRoles = ["group"],
            Dates = ["day"],
        };
        DataException problem = Csv.CsvText.Problem("speces,a,b\np,1,2\n", options);
        Assert.That(
            problem.What,
            Is.EqualTo(
                "There are no such columns: target 'species', group 'patient', extra 'weight', ignored 'notes', date 'day'."
            )
        );
        Assert.That(problem.Advice, Is.EqualTo("'species' may be 'speces'. The columns are: speces, a, b."));
        Assert.That(problem.Faults, Is.EqualTo(5));
    }

    [TestCase("a,b", "One column is the target, and 2 are named: a, b.")]
    [TestCase("a,\"y,z\",b", "One column is the target, and 3 are named: a, y,z, b.")]
    [TestCase("a,x", "There is no target column 'a,x'.")]
    public void One_column_is_the_target(string target, string what) =>
        Assert.That(Csv.CsvText.Problem("a,b,\"y,z\"\n1,2,3\n", target).What, Is.EqualTo(what));

    [TestCase("abc", "A cell does not hold a number.", "Fill in a number, or remove the row.")]
    [TestCase("NA", "A number is missing.", "Fill in a number, or remove the row.")]
    public void Columns_beside_the_features_have_advice_of_their_own(string cell, string what, string advice)
    {
        CsvOptions options = new() { Target = "y", Extra = ["w"] };
        Table table = Csv.CsvText.Read($"a,w,y\n1,2,p\n2,{cell},q\n", options);
        DataException problem = Assert.Throws<DataException>(() => table.Extra[0].Numbers())!;
        Assert.That((problem.What, problem.Advice), Is.EqualTo((what, advice)));
    }

    [Test]
    public void Texts_that_were_named_as_missing_are_told_and_not_advised_to_be_kept()
    {
        string text = "a,y\n-,p\n1,q\n-,p\n2,q\n";
        CsvOptions named = new() { Target = "y", Missing = [.. CsvFormat.UsualMissing, "-"] };
        Finding found = Single(Csv.CsvText.Read(text, named));
        Assert.That((found.Evidence, found.Advice), Is.EqualTo(("taken for missing: \"-\" (2)", (string?)null)));
        Finding mixed = Single(Csv.CsvText.Read(text.Replace("1", "NA", StringComparison.Ordinal), named));
        Assert.That(
            mixed.Advice,
            Is.EqualTo("if \"NA\" is a value, keep it with CsvOptions.Missing = [\"NaN\", \"?\", \"null\", \"-\"]")
        );
        Finding only = Single(
            Csv.CsvText.Read(text.Replace("-", "NA", StringComparison.Ordinal), named with { Missing = ["NA"] })
        );
        Assert.That(only.Advice, Is.Null);
    }

    private static Finding Single(Table table) =>
        table.Findings.Single(finding => finding.Kind == FindingKind.MissingTexts);
}
