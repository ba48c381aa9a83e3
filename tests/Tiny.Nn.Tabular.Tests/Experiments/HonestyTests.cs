using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Rows that judge have no part in what they judge; and the same experiment gives the same bytes.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class HonestyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new()
    {
        Epochs = 4,
        Hidden = [4],
        Dropout = 0.1,
    };
    private static readonly Table[] Both =
    [
        TestTables.Clusters<T>(60, 3),
        TestTables.Clusters<T>(31, 2),
        TestTables.Line<T>(47),
    ];

    [Test]
    public void Training_validation_and_test_rows_are_all_rows_each_once([Range(0, 2)] int which)
    {
        Table table = Both[which];
        for (ulong seed = 1; seed <= 5; seed++)
        {
            Judged<T> outcome = Experiment.Run<T>(table, Short with { Seed = seed, Epochs = 0 });
            int[] known = [.. outcome.Plan.Split.Training, .. outcome.Plan.Split.Validation];
            Assert.That(known, Is.Unique);
            Assert.That(known, Is.All.InRange(0, table.Rows - 1));
            Assert.That(known.Length + outcome.Test!.Rows, Is.EqualTo(table.Rows));
            Assert.That(outcome.Test.Rows, Is.EqualTo(0.2 * table.Rows).Within(1));
            Assert.That(outcome.Plan.Split.Validation.Length, Is.EqualTo(0.15 * known.Length).Within(1));

            // The report is of the rows that are left.
            int[] test = [.. Enumerable.Range(0, table.Rows).Except(known)];
            Report again = Evaluation.Run(outcome.Model, table, test);
            Assert.That(Loss(again), Is.EqualTo(Loss(outcome.Test)));
        }
    }

    [Test]
    public void Numbers_of_test_rows_have_no_influence_on_the_model([Range(0, 2)] int which)
    {
        Table table = Both[which];
        Judged<T> outcome = Experiment.Run<T>(table, Short);
        int[] known = [.. outcome.Plan.Split.Training, .. outcome.Plan.Split.Validation];
        int[] test = [.. Enumerable.Range(0, table.Rows).Except(known)];
        Judged<T> changed = Experiment.Run<T>(Disturbed(table, test), Short);
        Assert.That(TestTables.Bytes(changed.Model), Is.EqualTo(TestTables.Bytes(outcome.Model)));
        Assert.That(Loss(changed.Test!), Is.Not.EqualTo(Loss(outcome.Test!)));
    }

    [Test]
    public void Numbers_of_validation_rows_have_no_influence_on_what_is_learned([Range(0, 2)] int which)
    {
        Table table = Both[which];
        Judged<T> outcome = Experiment.Run<T>(table, Short with { Epochs = 1 });
        Table disturbed = Disturbed(table, outcome.Plan.Split.Validation);
        Judged<T> changed = Experiment.Run<T>(disturbed, Short with { Epochs = 1 });
        Assert.That(changed.Model.Encoding.Scaling.Center, Is.EqualTo(outcome.Model.Encoding.Scaling.Center));
        Assert.That(changed.Model.Encoding.Scaling.Spread, Is.EqualTo(outcome.Model.Encoding.Scaling.Spread));
        Assert.That(
            (changed.Model.Target as NumberTarget)?.Scaling.Mean,
            Is.EqualTo((outcome.Model.Target as NumberTarget)?.Scaling.Mean)
        );
        // They choose an epoch, and there was only one to choose.
        Assert.That(Parameters(changed.Model), Is.EqualTo(Parameters(outcome.Model)));
        Assert.That(changed.History.Epochs[0].ValidationLoss, Is.Not.EqualTo(outcome.History.Epochs[0].ValidationLoss));
    }

    [Test]
    public void Numbers_of_training_rows_do_have_influence([Range(0, 2)] int which)
    {
        Table table = Both[which];
        Judged<T> outcome = Experiment.Run<T>(table, Short);
        Table disturbed = Disturbed(table, [outcome.Plan.Split.Training[0]]);
        Assert.That(
            TestTables.Bytes(Experiment.Run<T>(disturbed, Short).Model),
            Is.Not.EqualTo(TestTables.Bytes(outcome.Model))
        );
    }

    [Test]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others([Range(0, 2)] int which)
    {
        byte[] bytes = TestTables.Bytes(Experiment.Run<T>(Both[which], Short).Model);
        Assert.That(TestTables.Bytes(Experiment.Run<T>(Both[which], Short).Model), Is.EqualTo(bytes));
        Recipe other = Short with { Seed = 2 };
        Model<T> model = Experiment.Run<T>(Both[which], other).Model;
        Assert.That(TestTables.Bytes(model), Is.Not.EqualTo(bytes));
    }

    [Test]
    public void Fitting_uses_only_the_rows_it_is_given([Range(0, 2)] int which)
    {
        Table table = Both[which];
        int[] rows = [.. Enumerable.Range(0, 30).Where(row => row % 4 != 0)];
        Trained<T> fitted = Experiment.Plan<T>(table, rows, Short).Train();
        Assert.That(fitted.Plan.Split.Training.Concat(fitted.Plan.Split.Validation), Is.EquivalentTo(rows));
        int[] others = [.. Enumerable.Range(0, table.Rows).Except(rows)];
        Trained<T> changed = Experiment.Plan<T>(Disturbed(table, others), rows, Short).Train();
        Assert.That(TestTables.Bytes(changed.Model), Is.EqualTo(TestTables.Bytes(fitted.Model)));
    }

    private static double Loss(Report report) =>
        report is ClassReport classes ? classes.LogLoss : ((NumberReport)report).Metrics.RootMeanSquaredError;

    private static T[] Parameters(Model<T> model) => model.Network.Parameters.Values.ToArray();

    /// <summary>The table with other numbers in some rows: all features and, where it is a number, the target.</summary>
    private static Table Disturbed(Table table, IReadOnlyList<int> rows)
    {
        string[] lines = new string[table.Rows + 1];
        lines[0] = string.Join(',', table.FeatureNames) + ",y";
        for (int row = 0; row < table.Rows; row++)
        {
            bool disturb = rows.Contains(row);
            IEnumerable<string> numbers = table
                .Features.Column(row)
                .ToArray()
                .Select((x, i) => FormattableString.Invariant($"{(disturb ? 1000 + i - x : x):R}"));
            string target = table.Target!.Texts[row];
            bool isNumber = disturb && table.Target.IsNumeric;
            lines[row + 1] = string.Join(',', numbers) + "," + (isNumber ? $"{row}.5" : target);
        }
        return CsvText.Read(string.Join('\n', lines), "y");
    }
}
