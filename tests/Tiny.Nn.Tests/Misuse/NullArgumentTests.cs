using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Names;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Misuse;

/// <summary>Null where something is needed is refused at the door, by the name of the argument, and not deep within.</summary>
public sealed class NullArgumentTests
{
    private static readonly Architecture Described = Architecture.WithInputs(2).Dense(1, Activation.Sigmoid);
    private static readonly SequentialNetwork<double> Network = ToyTraining.Network<double>();
    private static readonly Dataset<double> Samples = new(new Matrix<double>(2, 4), new Matrix<double>(1, 4));
    private static readonly Generator Random = new(1);
    private static readonly Lbfgs Method = new();
    private static readonly LayerNumbers<double> Numbers = new(new Matrix<double>(64, 1), default);
    private static readonly InputRanges First = InputRanges.OfBlocks((0, 2));
    private static readonly Registry<Version> Versions = new("a version", _ => false);

    private static readonly TestCaseData[] Doors =
    [
        Case("text", () => LearningRateSchedule.Parse(null!)),
        Case("text", () => Activation.Parse(null!)),
        Case("text", () => InputRanges.Parse(null!)),
        Case("storage", () => _ = new Matrix<double>(1, 1, null!)),
        Case("function", () => Method.Minimize(null!, new double[1], 1)),
        Case("state", () => new Sgd().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("state", () => new Momentum().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("state", () => new Nesterov().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("state", () => new Adam().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("state", () => new AdamW().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("state", () => new RmsProp().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("state", () => new Adagrad().Update<double>(new double[1], new double[1], null!, 0.1)),
        Case("optimizer", () => _ = new UpdateRule(null!)),
        Case("generator", () => new NtkDenseDescription(1).Start(2, Numbers, Activation.Relu, null!)),
        Case("activation", () => _ = new ParametricActivationDescription(null!)),
        Case("generator", () => new CategoryEmbeddingDescription(First).Start(2, Numbers, Activation.Relu, null!)),
        Case("generator", () => new PeriodicEmbeddingDescription(First).Start(2, Numbers, Activation.Relu, null!)),
        Case("generator", () => Initializer.HeNormal.Fill(new Matrix<double>(2, 2), null!)),
        Case("generator", () => Initializer.Orthogonal.Fill(new Matrix<double>(2, 2), null!)),
        Case("generator", () => DropoutPass(null!)),
        Case("loss", () => Loss.Register("mine", null!)),
        Case("name", () => Versions.Register(null!, new Version(1, 0))),
        Case("value", () => Versions.Register("mine", null!)),
        Case("layer", () => Described.Add(null!)),
        Case("activation", () => Described.Dense(1, null!)),
        Case("activation", () => Described.Activation(null!)),
        Case("architecture", () => NetworkConstruction.Build<double>(null!, Random)),
        Case("network", () => DataDrivenStart.Apply(null!, Samples.Inputs, Random)),
        Case("generator", () => DataDrivenStart.Apply(Network, Samples.Inputs, null!)),
        Case("block", () => _ = Network[null!]),
        Case("workspace", () => Network.Predict(Samples.Inputs, null!, new Matrix<double>(1, 4))),
        Case("workspace", () => Network.Forward(Samples.Inputs, null!, Random)),
        Case("workspace", () => Network.Backward(null!, default)),
        Case("workspace", () => Network.Commit(null!)),
        Case("network", () => Objective.Create<double>(null!, Loss.SquaredError)),
        Case("loss", () => Objective.Create(Network, null!)),
        Case("network", () => Objective.Unfused<double>(null!, Loss.SquaredError)),
        Case("loss", () => Objective.Unfused(Network, null!)),
        Case("workspace", () => Objective.Create(Network, Loss.SquaredError).Gradient(Samples.All, null!, Random)),
        Case("workspace", () => Objective.Create(Network, Loss.SquaredError).Evaluate(Samples.All, null!)),
        Case("network", () => _ = new Trainer<double>(null!, Loss.SquaredError, new Sgd(), Random)),
        Case("rule", () => _ = new Trainer<double>(Network, Loss.SquaredError, null!, Random)),
        Case("generator", () => _ = new Trainer<double>(Network, Loss.SquaredError, new Sgd(), null!)),
        Case("training", () => OfSgd().Fit(null!, null, new FitOptions())),
        Case("options", () => OfSgd().Fit(Samples, null, null!)),
        Case("history", () => new EarlyStopping(1).ShouldStop(null!)),
        Case("network", () => _ = new FullBatchTrainer<double>(null!, Loss.SquaredError, Method)),
        Case("loss", () => _ = new FullBatchTrainer<double>(Network, null!, Method)),
        Case("method", () => _ = new FullBatchTrainer<double>(Network, Loss.SquaredError, null!)),
        Case("training", () => new FullBatchTrainer<double>(Network, Loss.SquaredError, Method).Fit(null!, null, 1)),
        Case("network", () => _ = new PenaltyPath<double>(null!, Loss.SquaredError, Method, [1])),
        Case("loss", () => _ = new PenaltyPath<double>(Network, null!, Method, [1])),
        Case("method", () => _ = new PenaltyPath<double>(Network, Loss.SquaredError, null!, [1])),
        Case("penalties", () => _ = new PenaltyPath<double>(Network, Loss.SquaredError, Method, null!)),
        Case("training", () => Path().Fit(null!, Samples, 1)),
        Case("validation", () => Path().Fit(Samples, null!, 1)),
        Case("architecture", () => _ = new FullBatchObjective<double>(null!, Loss.SquaredError, null, Samples)),
        Case("samples", () => _ = new FullBatchObjective<double>(Described, Loss.SquaredError, null, null!)),
    ];

    [TestCaseSource(nameof(Doors))]
    public void Null_is_refused_by_the_name_of_the_argument(string argument, Action call) =>
        Assert.That(
            () => call(),
            Throws.ArgumentNullException.With.Property(nameof(ArgumentException.ParamName)).EqualTo(argument)
        );

    private static Trainer<double> OfSgd() => new(Network, Loss.SquaredError, new Sgd(), Random);

    private static PenaltyPath<double> Path() => new(Network, Loss.SquaredError, Method, [1]);

    private static void DropoutPass(Generator generator)
    {
        Layer<double> dropout = new DropoutDescription(0.5).Build(2, new LayerNumbers<double>(default, default));
        dropout.Forward(
            new Pass<double>(
                new Matrix<double>(2, 1),
                new Matrix<double>(2, 1),
                new Matrix<double>(dropout.MemoryPerSample, 1)
            ),
            generator
        );
    }

    private static TestCaseData Case(string argument, Action call) =>
        new TestCaseData(argument, call).SetArgDisplayNames(argument);
}
