using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Threads;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Training.FullBatch;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class FullBatchObjectiveTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly WeightPenalty Penalty = new(L2: 0.03);

    /// <summary>More samples than one portion has.</summary>
    [Test]
    public void Portions_add_up_to_the_objective_of_one_batch([Values(7, 1024, 2500)] int count)
    {
        Dataset<T> data = ToyTraining.Moons<T>(count);
        (double value, double[] gradient) = Evaluate(data);
        (double expected, double[] expectedGradient) = InOneBatch(data);
        Assert.That(value, Is.EqualTo(expected).Within(1e-14));
        Assert.That(gradient, Is.EqualTo(expectedGradient).Within(1e-14));
    }

    [Test]
    public void A_sample_of_weight_two_counts_as_two_samples()
    {
        Dataset<T> data = ToyTraining.Moons<T>(30);
        Dataset<T> doubled = data.Select([.. Enumerable.Range(0, 30), .. Enumerable.Range(0, 10)]);
        T[] weights = [.. Enumerable.Range(0, 30).Select(i => T.CreateTruncating(i < 10 ? 2 : 1))];
        (double value, double[] gradient) = Evaluate(new Dataset<T>(data.Inputs, data.Targets, weights));
        (double expected, double[] expectedGradient) = Evaluate(doubled);
        Assert.That(value, Is.EqualTo(expected).Within(1e-14));
        Assert.That(gradient, Is.EqualTo(expectedGradient).Within(1e-14));
    }

    [Test]
    public void The_size_of_weights_does_not_matter_beside_the_penalty()
    {
        Dataset<T> data = ToyTraining.Moons<T>(30);
        T[] weights = [.. Enumerable.Repeat(T.CreateTruncating(4), 30)];
        Assert.That(
            Evaluate(new Dataset<T>(data.Inputs, data.Targets, weights)).Value,
            Is.EqualTo(Evaluate(data).Value).Within(1e-14)
        );
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Architecture wide = Architecture.WithInputs(2).Dense(300, Activation.Tanh).Dense(200, Activation.Tanh).Dense(1);
        Dataset<T> data = ToyTraining.Moons<T>(600);
        double[] Gradient(int threads)
        {
            using IDisposable use = StepThreads.Use(threads);
            FullBatchObjective<T> objective = new(wide, Loss.SquaredError, Penalty, data);
            double[] gradient = new double[objective.Count];
            objective.Evaluate(TestNumbers.Ordinary<double>(objective.Count), gradient);
            return gradient;
        }
        double[] alone = Gradient(1);
        Bits.AssertSame<double>(Gradient(2), alone, "2 threads");
        Bits.AssertSame<double>(Gradient(5), alone, "5 threads");
    }

    [Test]
    public void It_is_cancelled_between_two_portions()
    {
        using CancellationTokenSource source = new();
        FullBatchObjective<T> objective = new(
            ToyTraining.Network<T>().Architecture,
            Loss.BinaryCrossEntropy,
            null,
            ToyTraining.Moons<T>(10),
            source.Token
        );
        source.Cancel();
        double[] x = new double[objective.Count];
        Assert.That(() => objective.Evaluate(x, new double[x.Length]), Throws.TypeOf<OperationCanceledException>());
    }

    [Test]
    public void Refuses_what_is_no_smooth_function_of_the_parameters()
    {
        Dataset<T> data = ToyTraining.Moons<T>(10);
        Architecture plain = ToyTraining.Network<T>().Architecture;
        Architecture dropping = ToyTraining.Network<T>(dropout: 0.2).Architecture;
        Architecture normalized = Architecture.WithInputs(2).Dense(3).BatchNormalization().Dense(1);
        Assert.That(() => Create(dropping, null, data), Refuses("dropout"));
        Assert.That(() => Create(normalized, null, data), Refuses("batch normalization"));
        Assert.That(() => Create(plain, new WeightPenalty(L1: 0.1), data), Refuses("L1"));
        Assert.That(() => Create(plain, null, data.Select([])), Refuses("no samples"));
        Assert.That(() => Create(Architecture.WithInputs(3).Dense(1), null, data), Refuses("3 inputs"));
        Architecture byLayer = Architecture.WithInputs(2).Dense(3).LayerNormalization().Dense(1);
        Assert.That(() => Create(byLayer, null, data), Throws.Nothing);
    }

    private static NUnit.Framework.Constraints.ContainsConstraint Refuses(string what) =>
        Throws.ArgumentException.With.Message.Contains(what);

    private static FullBatchObjective<T> Create(Architecture architecture, WeightPenalty? penalty, Dataset<T> data) =>
        new(architecture, Loss.BinaryCrossEntropy, penalty, data);

    private static (double Value, double[] Gradient) Evaluate(Dataset<T> data)
    {
        FullBatchObjective<T> objective = Create(ToyTraining.Network<T>().Architecture, Penalty, data);
        double[] gradient = new double[objective.Count];
        double value = objective.Evaluate(TestNumbers.Ordinary<double>(objective.Count), gradient);
        return (value, gradient);
    }

    /// <summary>The same in double, in one batch.</summary>
    private static (double Value, double[] Gradient) InOneBatch(Dataset<T> data)
    {
        SequentialNetwork<double> network = ToyTraining.Network<double>();
        TestNumbers.Ordinary<double>(network.Parameters.Rows).CopyTo(network.Parameters.Values);
        Objective<double> objective = Objective.Create(network, Loss.BinaryCrossEntropy, Penalty);
        Workspace<double> workspace = objective.Network.CreateWorkspace(data.Count);
        Batch<double> batch = new(InDouble(data.Inputs), InDouble(data.Targets));
        double value = objective.Gradient(in batch, workspace, new Generator(1));
        return (value, workspace.Gradient.Values.ToArray());
    }

    private static Matrix<double> InDouble(Matrix<T> numbers)
    {
        Matrix<double> copy = new(numbers.Rows, numbers.Columns);
        for (int i = 0; i < numbers.Values.Length; i++)
        {
            copy.Values[i] = double.CreateTruncating(numbers.Values[i]);
        }
        return copy;
    }
}
