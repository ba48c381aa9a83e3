using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>A model whose answers are known by heart, so that its report can be written down.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class EvaluationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The feature is the logarithm of the odds of "yes".</summary>
    private static readonly Model<T> Odds = Model(Activation.Sigmoid, new ClassTarget("y", ["no", "yes"]));

    /// <summary>Predicts 10·feature + 5.</summary>
    private static readonly Model<T> Amount = Model(
        Activation.Identity,
        new NumberTarget("y", new Standardization([5], [10]))
    );

    /// <summary>Predicts a + b.</summary>
    private static readonly Model<T> Sum = Model(
        Activation.Identity,
        new NumberTarget("y", new Standardization([0], [1])),
        "a",
        "b"
    );

    private const string Labelled = "a,y\n2,yes\n-1,no\n3,no\n-4,no\n0.5,yes\n";

    [Test]
    public void A_report_of_classes_is_what_one_gets_by_hand()
    {
        ClassReport report = (ClassReport)Evaluation.Run(Odds, CsvText.Read(Labelled, "y"));
        Assert.That(report.Rows, Is.EqualTo(5));
        Assert.That(report.Classes, Is.EqualTo(["no", "yes"]));
        Assert.That(report.Accuracy, Is.EqualTo(4.0 / 5));
        Assert.That(report.MajorityAccuracy, Is.EqualTo(3.0 / 5));
        int[] counts = [report.Confusion[0, 0], report.Confusion[0, 1], report.Confusion[1, 0], report.Confusion[1, 1]];
        Assert.That(counts, Is.EqualTo([2, 1, 0, 2]));
        double[] surprises = [.. new double[] { 2, 1, -3, 4, 0.5 }.Select(z => Math.Log(1 + Math.Exp(-z)))];
        Assert.That(report.LogLoss, Is.EqualTo(surprises.Average()).Within(1e-6));
    }

    [Test]
    public void A_report_of_some_rows_is_of_those_rows()
    {
        Table table = CsvText.Read(Labelled, "y");
        ClassReport report = (ClassReport)Evaluation.Run(Odds, table, [2, 4]);
        Assert.That(report.Rows, Is.EqualTo(2));
        Assert.That(report.Accuracy, Is.EqualTo(0.5));
        Assert.That(report.Confusion[0, 1], Is.EqualTo(1));
        Assert.That(report.Confusion[1, 1], Is.EqualTo(1));
        Assert.That(() => Evaluation.Run(Odds, table, []), Throws.ArgumentException);
    }

    [Test]
    public void Classes_are_those_of_the_model_in_its_order()
    {
        // In this table "yes" would be the only level, and so the first.
        ClassReport report = (ClassReport)Evaluation.Run(Odds, CsvText.Read("a,y\n1,yes\n2,yes\n", "y"));
        Assert.That(report.Accuracy, Is.EqualTo(1));
        Assert.That(report.Confusion[1, 1], Is.EqualTo(2));
    }

    [Test]
    public void A_report_of_numbers_is_what_one_gets_by_hand()
    {
        NumberReport report = (NumberReport)Evaluation.Run(Amount, CsvText.Read("a,y\n0,5\n1,13\n2,29\n-1,-5\n", "y"));
        Assert.That(report.Rows, Is.EqualTo(4));

        // Predicted 5, 15, 25, −5: errors 0, 2, −4, 0. The mean is 10.5, the spread 5.5² + 2.5² + 18.5² + 15.5².
        Assert.That(report.Metrics.MeanAbsoluteError, Is.EqualTo(1.5).Within(1e-6));
        Assert.That(report.Metrics.RootMeanSquaredError, Is.EqualTo(Math.Sqrt(5)).Within(1e-6));
        Assert.That(report.Metrics.RSquared, Is.EqualTo(1 - 20.0 / 619).Within(1e-6));

        // The model's mean is 5: errors 0, 8, 24, −10.
        Assert.That(report.Baseline.MeanAbsoluteError, Is.EqualTo(10.5));
        Assert.That(report.Baseline.RootMeanSquaredError, Is.EqualTo(Math.Sqrt(740 / 4.0)).Within(1e-12));
    }

    [Test]
    public void An_unknown_class_is_a_problem_of_the_data()
    {
        Table table = CsvText.Read("a,y\n1,yes\n2,yess\n", "y");
        DataException problem = Assert.Throws<DataException>(() => Evaluation.Run(Odds, table))!;
        Assert.That(problem.Where, Does.Contain("line 3").And.Contain("yess"));
        Assert.That(problem.Advice, Does.Contain("yes"));
    }

    [Test]
    public void A_text_where_a_number_should_be_is_a_problem_of_the_data() =>
        Assert.That(
            () => Evaluation.Run(Amount, CsvText.Read("a,y\n1,5\n2,many\n", "y")),
            Throws.TypeOf<DataException>().With.Message.Contains("line 3")
        );

    [Test]
    public void Without_the_target_there_is_nothing_to_compare_with()
    {
        Table table = CsvText.Read("a,b\n1,2\n", ["a"], "y");
        Assert.That(
            () => Evaluation.Run(Odds, table),
            Throws.TypeOf<DataException>().With.Message.Contains("no column 'y'")
        );
    }

    [Test]
    public void Features_must_be_those_of_the_model() =>
        Assert.That(
            () => Evaluation.Run(Odds, CsvText.Read("a,b,y\n1,2,yes\n", "y")),
            Throws.TypeOf<DataException>().With.Message.Contains("the model knows a")
        );

    [Test]
    public void Features_in_another_order_are_refused_and_the_advice_helps()
    {
        const string text = "b,a,y\n0,1,yes\n0,-1,no\n";
        Model<T> model = Model(Activation.Sigmoid, new ClassTarget("y", ["no", "yes"]), "a", "b");
        DataException problem = Assert.Throws<DataException>(() => Evaluation.Run(model, CsvText.Read(text, "y")))!;
        Assert.That(problem.What, Does.Contain("b, a").And.Contain("a, b"));
        Assert.That(problem.Advice, Does.Contain("CsvTable.Read(path, model.FeatureNames, model.Target.Name)"));
        Table table = CsvText.Read(text, model.FeatureNames, model.Target.Name);
        Assert.That(((ClassReport)Evaluation.Run(model, table)).Accuracy, Is.EqualTo(1));
    }

    [Test]
    public void A_row_without_an_answer_is_a_problem_of_the_data()
    {
        string huge = typeof(T) == typeof(float) ? "3e38" : "1e308";
        foreach (Model<T> model in new[] { Model(Activation.Softmax, new ClassTarget("y", ["1", "2"]), "a", "b"), Sum })
        {
            Table table = CsvText.Read($"a,b,y\n1,2,1\n\n{huge},{huge},2\n", "y");
            DataException problem = Assert.Throws<DataException>(() => Evaluation.Run(model, table))!;
            Assert.That(problem.Where, Is.EqualTo("test.csv, line 4"));
            Assert.That(Evaluation.Run(model, table, [0]).Rows, Is.EqualTo(1));
        }
    }

    private static Model<T> Model(Activation output, ModelTarget target) => Model(output, target, "a");

    /// <summary>Parameters that are all 1, but for biases of 0.</summary>
    private static Model<T> Model(Activation output, ModelTarget target, params string[] features)
    {
        int outputs = output == Activation.Softmax ? target.Outputs : 1;
        SequentialNetwork<T> network = Architecture
            .WithInputs(features.Length)
            .Dense(outputs, output)
            .BuildUninitialized<T>();
        foreach (ParameterBlock weight in network.Blocks.Where(block => block.Role != ParameterRole.Bias))
        {
            network[weight].Values.Fill(T.One);
        }
        double[] zeros = new double[features.Length];
        Standardization unchanged = new(zeros, [.. zeros.Select(_ => 1.0)]);
        return new Model<T>(features, unchanged, network, target, Provenance.Unknown);
    }
}
