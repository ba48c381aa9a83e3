using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Tests.Gradients;
using Tiny.Nn.Teaching.Traces;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Traces;

internal sealed class StepTraceTests
{
    private static readonly Activation[] Hidden =
    [
        Activation.Sigmoid,
        Activation.Relu,
        Activation.Elu,
        Activation.GeluTanh,
        Activation.Identity,
        Activation.Softmax,
    ];

    private static readonly Optimizer[] Optimizers = [.. Optimizer.All];

    [Test]
    [Combinatorial]
    public void Every_number_is_the_engines_own(
        [ValueSource(typeof(Problem), nameof(Problem.All))] Problem problem,
        [ValueSource(nameof(Hidden))] Activation hidden
    )
    {
        SequentialNetwork<double> network = problem.Network<double>(hidden, dropout: 0);
        Dataset<double> batch = new(Problem.Inputs<double>(), problem.Targets<double>());
        StepTrace trace = StepTracer.Run(network, problem.Loss, new Sgd(), batch);

        Objective<double> objective = Objective.Create(network, problem.Loss);
        Workspace<double> workspace = objective.Network.CreateWorkspace(batch.Count);
        double value = objective.Gradient(batch.All, workspace, new Generator(0));
        Assert.That(trace.MeanLoss, Is.EqualTo(value));
        AssertSame(trace.MeanGradient, workspace.Gradient);
        for (int i = 0; i < batch.Count; i++)
        {
            SampleTrace sample = trace.Samples[i];
            double loss = objective.Gradient(batch.All.Slice(i, 1), workspace, new Generator(0));
            Assert.That(sample.Loss, Is.EqualTo(loss));
            AssertSame(sample.Gradient, workspace.Gradient);
            AssertSame(sample.Layers[0].Z, workspace.Output(0, 1));
            AssertSame(sample.Layers[0].A, workspace.Output(1, 1));
            AssertSame(sample.Layers[1].Delta, workspace.Delta(2, 1));
            AssertSame(sample.Layers[0].Delta, workspace.Delta(0, 1));
            AssertSame(sample.Layers[1].A, network.Predict(batch.Inputs.Slice(i, 1)));
        }
    }

    [Test]
    [Combinatorial]
    public void The_products_beside_the_sums_add_up_to_them(
        [ValueSource(typeof(Problem), nameof(Problem.All))] Problem problem,
        [ValueSource(nameof(Hidden))] Activation hidden
    )
    {
        StepTrace trace = StepTracer.Run(
            problem.Network<double>(hidden, dropout: 0),
            problem.Loss,
            new Sgd(),
            new Dataset<double>(Problem.Inputs<double>(), problem.Targets<double>())
        );
        double[] mean = new double[trace.MeanGradient.Rows];
        foreach (SampleTrace sample in trace.Samples)
        {
            for (int number = 0; number < sample.Layers.Count; number++)
            {
                LayerTrace layer = sample.Layers[number];
                for (int i = 0; i < layer.Z.Rows; i++)
                {
                    double z = layer.B[i, 0] + Across(layer.Products, i);
                    Assert.That(layer.Z[i, 0], Is.EqualTo(z).Within(1e-13));
                    double delta = Enumerable.Range(0, layer.Z.Rows).Sum(k => layer.Jacobian[k, i] * layer.DA[k, 0]);
                    Assert.That(layer.Delta[i, 0], Is.EqualTo(delta).Within(1e-12));
                    Assert.That(layer.DB[i, 0], Is.EqualTo(layer.Delta[i, 0]));
                    for (int j = 0; j < layer.X.Rows; j++)
                    {
                        Assert.That(layer.DW[i, j], Is.EqualTo(layer.Delta[i, 0] * layer.X[j, 0]).Within(1e-15));
                    }
                }
                if (number > 0)
                {
                    double[] back = [.. Enumerable.Range(0, layer.X.Rows).Select(j => Down(layer.BackwardProducts, j))];
                    Assert.That(sample.Layers[number - 1].DA.ToDoubles(), Is.EqualTo(back).Within(1e-13));
                }
            }
            Assert.That(
                sample.DeltaInTwoSteps.ToDoubles(),
                Is.EqualTo(sample.Layers[^1].Delta.ToDoubles()).Within(1e-12)
            );
            Assert.That(sample.LossInTwoSteps, Is.EqualTo(sample.Loss).Within(1e-12));
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += sample.Gradient[i, 0] / trace.Samples.Count;
            }
        }
        Assert.That(trace.MeanGradient.ToDoubles(), Is.EqualTo(mean).Within(1e-13));
    }

    [Test]
    public void The_update_is_the_optimizers_own_with_its_moments(
        [ValueSource(nameof(Optimizers))] Optimizer optimizer,
        [Values(1, 3)] int number
    )
    {
        Problem problem = Problem.All[^3];
        SequentialNetwork<double> network = problem.Network<double>(Activation.Tanh, dropout: 0);
        double[] start = network.Parameters.ToDoubles();
        Dataset<double> batch = new(Problem.Inputs<double>(), problem.Targets<double>());
        UpdateRule rule = new(optimizer) { Penalty = new WeightPenalty(0.01, 0.02), Clipping = new ClipByNorm(0.1) };
        StepTrace trace = StepTracer.Run(network, problem.Loss, rule, batch, number);
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(start), "The network given stays as it is.");

        Trainer<double> trainer = new(network, problem.Loss, rule, new Generator(0));
        double objective = 0;
        double[] before = [];
        for (int i = 0; i < number; i++)
        {
            before = network.Parameters.ToDoubles();
            objective = trainer.Step(batch.Inputs, batch.Targets);
        }
        UpdateTrace update = trace.Update;
        Assert.That(trace.Objective, Is.EqualTo(objective));
        Assert.That(update.Number, Is.EqualTo(number));
        Assert.That(update.Before.ToDoubles(), Is.EqualTo(before));
        AssertSame(update.After, network.Parameters);
        AssertSame(update.Gradient, trainer.Gradient);
        Assert.That(update.MomentsAfter, Has.Count.EqualTo(optimizer.Moments));
        Assert.That(
            update.MomentsBefore.SelectMany(moment => moment.ToDoubles()).Any(number => number != 0),
            Is.EqualTo(number > 1 && optimizer.Moments > 0)
        );

        // The same once more, from the moments that are said to have been there.
        double[] parameters = [.. before];
        OptimizerState<double> state = optimizer.CreateState<double>(parameters.Length);
        for (int i = 1; i < number; i++)
        {
            optimizer.Update(new double[parameters.Length], new double[parameters.Length], state, 1);
        }
        foreach ((int i, Matrix<double> moment) in update.MomentsBefore.Index())
        {
            moment.Values.CopyTo(state.Moment(i));
        }
        optimizer.Update(parameters, update.Gradient.Values, state, optimizer.LearningRate);
        Assert.That(parameters, Is.EqualTo(update.After.ToDoubles()));
        foreach ((int i, Matrix<double> moment) in update.MomentsAfter.Index())
        {
            Assert.That(state.Moment(i).ToArray(), Is.EqualTo(moment.ToDoubles()));
        }
    }

    [Test]
    public void The_ways_to_the_loss_add_up_to_the_derivative()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Dense(3, Activation.Tanh)
            .Dense(2, Activation.Sigmoid)
            .Dense(3, Activation.Softmax)
            .Build<double>(new Generator(5));
        Dataset<double> batch = new(Matrices.Column<double>(0.3, -0.7), Matrices.Column<double>(0, 1, 0));
        SampleTrace sample = StepTracer.Run(network, Loss.CrossEntropy, new Sgd(), batch).Samples[0];
        for (int unit = 0; unit < 3; unit++)
        {
            LossPath[] paths = [.. sample.PathsFrom(0, unit)];
            Assert.That(paths, Has.Length.EqualTo(6));
            Assert.That(paths.Sum(path => path.Product), Is.EqualTo(sample.Layers[0].DA[unit, 0]).Within(1e-15));
            Assert.That(paths.Select(path => path.Units.Count), Is.All.EqualTo(2));
        }
        Assert.That(sample.PathsFrom(2, 0), Is.Empty);
    }

    [Test]
    public void A_hidden_softmax_has_no_single_ways_through_it()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(1)
            .Dense(2, Activation.Tanh)
            .Dense(2, Activation.Softmax)
            .Dense(1, Activation.Identity)
            .Build<double>(new Generator(5));
        Dataset<double> batch = new(Matrices.Column<double>(0.3), Matrices.Column<double>(1));
        SampleTrace sample = StepTracer.Run(network, Loss.SquaredError, new Sgd(), batch).Samples[0];
        Assert.Throws<InvalidOperationException>(() => sample.PathsFrom(0, 0).Count());
        Assert.That(sample.PathsFrom(1, 0).Count(), Is.EqualTo(1));
    }

    [Test]
    public void What_cannot_be_traced_is_refused()
    {
        SequentialNetwork<double> dropping = Architecture
            .WithInputs(1)
            .Dense(2, Activation.Relu)
            .Dropout(0.5)
            .Dense(1, Activation.Identity)
            .Build<double>(new Generator(1));
        SequentialNetwork<double> plain = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .Build<double>(new Generator(1));
        Dataset<double> batch = new(Matrices.Column<double>(1), Matrices.Column<double>(1));
        Dataset<double> weighted = new(batch.Inputs, batch.Targets, new double[] { 1 });
        Dataset<double> empty = new(new Matrix<double>(1, 0), new Matrix<double>(1, 0));
        Sgd sgd = new();
        Assert.Throws<ArgumentException>(() => StepTracer.Run(dropping, Loss.SquaredError, sgd, batch));
        Assert.Throws<ArgumentException>(() => StepTracer.Run(plain, Loss.SquaredError, sgd, weighted));
        Assert.Throws<ArgumentException>(() => StepTracer.Run(plain, Loss.SquaredError, sgd, empty));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            StepTracer.Run(plain, Loss.SquaredError, sgd, batch, number: 0)
        );
    }

    private static double Across(Matrix<double> matrix, int row) =>
        Enumerable.Range(0, matrix.Columns).Sum(column => matrix[row, column]);

    private static double Down(Matrix<double> matrix, int column) =>
        Enumerable.Range(0, matrix.Rows).Sum(row => matrix[row, column]);

    private static void AssertSame(Matrix<double> actual, Matrix<double> expected) =>
        Assert.That(actual.ToDoubles(), Is.EqualTo(expected.ToDoubles()));
}
