using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Tables with little or nothing to learn end in a model or in a clear problem.</summary>
[TestFixture]
public sealed class TinyTableTests
{
    private static readonly Recipe Short = new() { Epochs = 3, Hidden = [3] };

    [TestCase("p,p,p,p")]
    [TestCase("1.5,1.5,1.5")]
    [TestCase("7")]
    public void A_target_that_is_always_the_same_leaves_nothing_to_learn(string targets)
    {
        DataException problem = Problem(TestTables.With<float>(targets.Split(',')));
        Assert.That(problem.What, Does.Contain("the same in every row"));
        Assert.That(problem.Where, Does.Contain("column 'y'"));
        Assert.That(problem.Advice, Is.Not.Empty);
    }

    [Test]
    public void What_is_said_of_too_many_classes_is_true_of_few_rows_too()
    {
        // Two of the three classes are there twice.
        DataException problem = Problem(TestTables.With<float>("p", "q", "r", "p", "q"));
        Assert.That(problem.What, Does.Contain("3 classes in 5 rows: fewer than two rows each, on average"));
    }

    [Test]
    public void A_target_that_looks_like_an_identifier_is_refused()
    {
        DataException problem = Problem(TestTables.With<float>([.. Enumerable.Range(0, 30).Select(i => $"id{i}")]));
        Assert.That(problem.What, Does.Contain("30 classes in 30 rows"));
        Assert.That(problem.Advice, Does.Contain("identifier"));
    }

    [Test]
    public void A_number_that_is_missing_among_many_does_not_make_them_classes()
    {
        string[] targets = [.. Enumerable.Range(0, 60).Select(i => i is 7 or 9 ? "n/a" : $"{i % 25}")];
        DataException problem = Problem(TestTables.With<float>(targets));
        Assert.That(problem.What, Does.Contain("not all"));
        Assert.That(problem.Where, Does.Contain("line 9").And.Contains("n/a"));
        Assert.That(problem.Advice, Does.Contain("Recipe.Kind"));

        // Said outright, they are classes; and a few numbers with a word among them are classes anyway.
        Recipe classes = Short with
        {
            Kind = TargetKind.Classification,
            TestFraction = 0,
        };
        Assert.That(() => Experiment.Run<float>(TestTables.With<float>(targets), classes), Throws.Nothing);
        string[] stars = [.. Enumerable.Range(0, 60).Select(i => i % 6 == 5 ? "none" : $"{i % 6}")];
        Assert.That(() => Experiment.Run<float>(TestTables.With<float>(stars), Short), Throws.Nothing);
    }

    [Test]
    public void Without_a_target_there_is_nothing_to_predict()
    {
        Table table = CsvText.Read("a,b\n1,2\n3,4\n", ["a", "b"], target: null);
        Assert.That(Problem(table).What, Does.Contain("no target"));
    }

    [TestCase("p,q")]
    [TestCase("p,q,p")]
    [TestCase("p,q,r,p,q")]
    public void Too_few_rows_for_so_many_classes_are_a_problem(string targets) =>
        Assert.That(Problem(TestTables.With<float>(targets.Split(','))).Advice, Is.Not.Empty);

    [TestCase("p,q,p,q")]
    [TestCase("p,p,p,q")]
    [TestCase("p,p,q,q,p")]
    [TestCase("p,p,q,q,r,r")]
    [TestCase("p,p,p,p,q,r")]
    [TestCase("0,1,1,0")]
    [TestCase("1.5,2")]
    [TestCase("1.5,2,3")]
    [TestCase("1.5,1.5,1.5,2")]
    [TestCase("1.5,2,3,4,5,6")]
    [TestCase("1e30,-1e30,0.5")]
    public void A_few_rows_make_a_model(string targets)
    {
        Table table = TestTables.With<float>(targets.Split(','));
        Recipe[] recipes =
        [
            Short,
            Short with
            {
                TestFraction = 0,
            },
            Short with
            {
                TestFraction = 0,
                ValidationFraction = 0,
            },
            Short with
            {
                TestFraction = 0.9,
                ValidationFraction = 0.9,
            },
        ];
        foreach (Recipe recipe in recipes)
        {
            Judged<float> outcome = Experiment.Run<float>(table, recipe);
            int known = outcome.Plan.Split.Training.Length + outcome.Plan.Split.Validation.Length;
            Assert.That(outcome.Plan.Split.Training, Is.Not.Empty);
            Assert.That(known + (outcome.Test?.Rows ?? 0), Is.EqualTo(table.Rows));
            Assert.That(outcome.Model.Predict(table.Features).ToDoubles(), Has.None.NaN);
        }
    }

    [Test]
    public void A_target_beyond_float_has_an_answer_and_one_without_a_square_has_none()
    {
        Recipe recipe = Short with { TestFraction = 0.4, ValidationFraction = 0 };
        Judged<float> judged = Experiment.Run<float>(TestTables.With<float>("1e150", "-1e150", "0.5"), recipe);
        Assert.That(judged.Test!.Rows, Is.EqualTo(1));
        Assert.That(
            () => Experiment.Run<float>(TestTables.With<float>("1e151", "-1e150", "0.5"), recipe),
            Throws.TypeOf<DataException>().With.Message.Contains("line 2, ").And.Message.Contains("too large")
        );
    }

    [Test]
    public void A_class_with_one_row_is_learned_and_not_judged()
    {
        Table table = TestTables.With<float>("p", "p", "p", "q", "q", "q", "r");
        Judged<float> outcome = Experiment.Run<float>(table, Short);
        Assert.That(outcome.Plan.Split.Training, Does.Contain(6));
        Assert.That(((ClassReport)outcome.Test!).Confusion.Support(2), Is.Zero);
    }

    [Test]
    public void Targets_too_large_to_square_are_a_problem_of_the_data()
    {
        Table table = TestTables.With<double>("1.7e308", "-1.7e308", "1.5", "-1.7e308");
        Assert.That(
            () => Experiment.Run<float>(table, Short with { TestFraction = 0, ValidationFraction = 0 }),
            Throws.TypeOf<DataException>().With.Message.Contains("column 'y'")
        );
    }

    private static DataException Problem(Table table)
    {
        DataException problem = Assert.Throws<DataException>(() => Experiment.Run<float>(table, Short))!;
        Assert.That(() => Experiment.Plan<float>(table, Short), Throws.TypeOf<DataException>());
        Assert.That(() => Experiment.Plan<float>(table, [0], Short), Throws.TypeOf<DataException>());
        return problem;
    }
}
