using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Encodings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Tables of numbers, categories, dates and texts with holes, from a recipe to a report.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class MixedTableTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new() { Hidden = [8], Epochs = 30 };

    [Test]
    public void What_levels_and_words_tell_is_learnt()
    {
        // The target is whether city and text are both even or both odd, so no feature alone tells anything.
        Judged<T> outcome = Experiment.Run<T>(Columns.Many(600), new Recipe { Epochs = 100 });
        Assert.That(((ClassReport)outcome.Test!).Accuracy, Is.GreaterThan(0.95));
    }

    [Test]
    public void Cells_and_levels_of_rows_that_only_judge_leave_the_encoding_alone([Values] ScalingKind scaling)
    {
        Recipe recipe = Short with
        {
            Epochs = 0,
            Encoding = new EncodingOptions { Scaling = scaling },
        };
        Table table = Columns.Many(120);
        Trained<T> fitted = Experiment.Run<T>(table, recipe).Trained;
        Matrix<double> cells = Samples.Select(table.Features, [.. Enumerable.Range(0, table.Rows)]);
        foreach (int row in Enumerable.Range(0, table.Rows).Except(fitted.Plan.Split.Training))
        {
            cells.Column(row).Clear();
            cells[0, row] = 1e6;
            cells[1, row] = double.NaN;
            cells[2, row] = -1;
        }
        Trained<T> other = Experiment.Run<T>(new Table(table.Schema, cells, table.Target), recipe).Trained;
        Assert.That(other.Plan.Split.Training, Is.EqualTo(fitted.Plan.Split.Training));
        Assert.That(TestTables.Bytes(other.Model), Is.EqualTo(TestTables.Bytes(fitted.Model)));
    }

    [Test]
    public void A_level_that_only_other_rows_have_is_not_in_the_model()
    {
        Table table = Columns.Many(60);
        int[] rows = [.. Enumerable.Range(0, 60).Where(row => table.Features[2, row] != 1)];
        Trained<T> fitted = Experiment.Plan<T>(table, rows, Short with { Epochs = 1 }).Train();
        Assert.That(((CategoryFeature)fitted.Model.Schema[2]).Levels, Does.Not.Contain("Graz"));
        Assert.That(() => Evaluation.Run(fitted.Model, table), Throws.Nothing);
    }

    [Test]
    public void The_plan_tells_the_inputs_that_the_run_will_have()
    {
        Table table = Columns.Many(100);
        Plan<T> plan = Experiment.Plan<T>(table, Short);
        Model<T> model = Experiment.Run<T>(table, Short with { Epochs = 1 }).Model;
        Assert.That(plan.Encoding.OutputNames, Is.EqualTo(model.Encoding.OutputNames));
        Assert.That(plan.Encoding.Notes, Is.EqualTo(model.Encoding.Notes));
        Assert.That(plan.Architecture, Is.EqualTo(model.Network.Architecture));
    }

    [Test]
    public void A_table_in_memory_names_its_rows()
    {
        Table table = Columns.Many(3);
        Assert.That(table.FeatureNames, Is.EqualTo(table.Schema.Select(feature => feature.Name)));
        Assert.That((table.Rows, table.LineOf(0), table.LineOf(2)), Is.EqualTo((3, 1, 3)));
        Assert.That(() => table.LineOf(3), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Table(table.Schema, new Matrix<double>(2, 3), null), Throws.ArgumentException);
        TargetColumn two = new("y", ["a", "b"]);
        Assert.That(() => new Table(table.Schema, table.Features, two), Throws.ArgumentException);
    }
}
