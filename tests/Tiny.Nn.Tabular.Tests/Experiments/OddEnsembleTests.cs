using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Tables with little to learn, or with odd numbers, end in a model whose answers are finite, or in a clear problem, under every named recipe.</summary>
[TestFixture]
public sealed class OddEnsembleTests
{
    private static readonly (string Name, string Text)[] Tables =
    [
        ("four rows", "a,y\n1,p\n2,q\n3,p\n4,q\n"),
        ("three numbers", "a,y\n1,1.5\n2,2.5\n3,7.25\n"),
        ("a class with one row", Rows(30, i => $"{i % 7},{i % 5},{(i == 4 ? "r" : i % 2 == 0 ? "p" : "q")}")),
        ("a constant column", Rows(30, i => $"5,{i},{i % 2}")),
        ("a column that is nearly constant", Rows(30, i => $"{(i == 3 ? "1.0000000001" : "1")},{i},{i % 2}")),
        ("a column without a cell", Rows(30, i => $",{i},{i % 2}")),
        ("huge targets", Rows(30, i => $"{i},{i * i % 7},{i * 1e30:R}")),
        ("tiny targets", Rows(30, i => $"{i},{i * i % 7},{i * 1e-30:R}")),
        ("a target far from zero", Rows(30, i => $"{i},{i * i % 7},{1e9 + i / 3.0:R}")),
        ("an outlier", Rows(30, i => $"{(i == 7 ? 1e15 : i)},{i % 4},{i / 3.0:R}")),
        ("many levels", Rows(60, i => $"v{i},{i % 3},{(i % 2 == 0 ? "p" : "q")}")),
    ];

    [Test]
    public void Bags_answer_with_finite_numbers([Range(0, 10)] int which)
    {
        (string name, string text) = Tables[which];
        Require(name, text, new Recipe { Effort = Effort.Normal, TestFraction = 0 });
    }

    [Test]
    public void So_does_each_named_recipe([Range(0, 10)] int which, [Range(0, 5)] int recipe)
    {
        (string name, string text) = Tables[which];
        NamedRecipe named = NamedRecipe.All[recipe];
        Table table = CsvText.Read(text, "y");
        Recipe own = named.For(new Recipe(), table.Target!.SuggestedKind, table.Rows) with
        {
            Hidden = [8, 8],
            Epochs = 4,
            TestFraction = 0,
        };
        Require($"{name}, {named.Name}", text, own);
    }

    private static void Require(string name, string text, Recipe recipe)
    {
        Table table = CsvText.Read(text, "y");
        Model<float> model = Experiment.Plan<float>(table, recipe).Train().Model;
        double[] answers = model.Predict(table).Values.ToArray();
        Assert.That(answers, Is.All.Matches<double>(double.IsFinite), name);
        if (model.Target is ClassTarget)
        {
            Assert.That(answers, Is.All.InRange(0, 1), name);
        }
    }

    private static string Rows(int count, Func<int, string> row) =>
        FormattableString.Invariant($"a,b,y\n{string.Join('\n', Enumerable.Range(0, count).Select(row))}\n");
}
