using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tabular.Tests.Training;

/// <summary>
/// Softmax regression on all rows, inputs standardized by the standard deviation with divisor n, against scikit-learn 1.2.1:
/// LogisticRegression(C = 1/(n·λ), tol = 1e-12, max_iter = 100000), solvers lbfgs and newton-cg, of which the lower objective
/// mean(lse(z) − z_y) + ½λ‖W‖² was taken, computed in NumPy from coef_ and intercept_. The two differ by up to 1e-9.
/// </summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class FullBatchOptimumTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [TestCase("iris.csv", "species", 1e-1, 0.505922213543504)]
    [TestCase("iris.csv", "species", 1e-3, 0.102368078430078)]
    [TestCase("digits.csv", "digit", 1e-2, 0.268324930495536)]
    [TestCase("digits.csv", "digit", 1e-3, 0.0861454862407264)]
    public void Softmax_regression_reaches_the_optimum_of_scikit_learn(
        string file,
        string target,
        double lambda,
        double expected
    )
    {
        Dataset<T> data = Standardized(file, target);
        SequentialNetwork<T> network = Architecture
            .WithInputs(data.Inputs.Rows)
            .Dense(data.Targets.Rows, Activation.Softmax)
            .Build<T>(new Generator(1));
        FullBatchTrainer<T> trainer = new(
            network,
            Loss.CrossEntropy,
            new Lbfgs { Tolerance = 1e-8 },
            new WeightPenalty(L2: lambda)
        );
        History history = trainer.Fit(data, null, 1000);
        Assert.That(history.StopReason, Is.EqualTo(StopReason.Minimum), $"{history}");
        Assert.That(history.Kept!.TrainingLoss, Is.EqualTo(expected).Within(typeof(T) == typeof(float) ? 1e-7 : 1e-9));
        Assert.That(
            ObjectiveOf(network, lambda, data),
            Is.EqualTo(expected).Within(1e-6),
            "of the network as it is left"
        );
        TestContext.Out.WriteLine($"{file}, λ {lambda}: {history.EpochCount} steps");
    }

    private static Dataset<T> Standardized(string file, string target)
    {
        Table table = CsvTable.Read(CsvText.Sample(file), target);
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        TableEncoding encoding = TableEncoding.Fit(table.Schema, table.Cells, rows, new EncodingOptions());
        Matrix<T> inputs = new(encoding.Outputs, table.Rows);
        encoding.Apply(table.Cells, rows, inputs);
        return new Dataset<T>(inputs, OneHot.Encode<T>(table.Target!.Codes.Span, table.Target.Levels.Count));
    }

    private static double ObjectiveOf(SequentialNetwork<T> network, double lambda, Dataset<T> data)
    {
        Objective<T> objective = Objective.Create(network, Loss.CrossEntropy);
        double squares = network
            .Blocks.Where(block => block.Name.EndsWith("weight", StringComparison.Ordinal))
            .SelectMany(block => network[block].Values.ToArray())
            .Sum(w => double.CreateTruncating(w) * double.CreateTruncating(w));
        return objective.Evaluate(data.All, objective.Network.CreateWorkspace(256)) + 0.5 * lambda * squares;
    }
}
