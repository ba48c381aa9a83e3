using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Names;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Products;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Misuse;

/// <summary>Errors are part of the interface: what each misuse is told.</summary>
public sealed class MessageTests
{
    private static readonly SequentialNetwork<double> Network = ToyTraining.Network<double>();
    private static readonly Dataset<double> Samples = new(new Matrix<double>(2, 4), new Matrix<double>(1, 4));
    private static readonly Generator Random = new(1);
    private static readonly InputRanges First = InputRanges.OfBlocks((0, 2));

    private static readonly TestCaseData[] Misuses =
    [
        Case("There is no activation \"rleu\". There are: ", () => Activation.Parse("rleu")),
        Case("\"x\" is no number, in the activation \"elu:x\".", () => Activation.Parse("elu:x")),
        Case("The activation \"tanh\" takes no parameter.", () => Activation.Parse("tanh:1")),
        Case("There is no initializer \"he\". There are: ", () => Initializer.Parse("he")),
        Case("The input 4 is negative, or given twice.", () => InputRanges.Of(3, 4, 4)),
        Case(
            "3 inputs per sample were given, the network takes 2.",
            () => DataDrivenStart.Apply(Network, new Matrix<double>(3, 4), Random)
        ),
        Case(
            "z is 2 × 3 and dz is 2 × 4",
            () => Activation.Tanh.Backward(new(2, 3), new(2, 3), new(2, 3), new Matrix<double>(2, 4))
        ),
        Case("There is no loss \"hubre\". There are: ", () => Loss.Parse("hubre")),
        Case("There is no optimizer \"adma\". There are: ", () => Optimizer.Parse("adma")),
        Case("has 0 settings and needs more. It is written like step:", () => LearningRateSchedule.Parse("step")),
        Case("has 1 settings and needs more", () => LearningRateSchedule.Parse("step:3")),
        Case("has more settings than it takes: \"7\"", () => LearningRateSchedule.Parse("step:3:0.5:7")),
        Case("has \"x\" where a whole number of epochs is expected", () => LearningRateSchedule.Parse("step:x:0.5")),
        Case("has \"y\" where a number is expected", () => LearningRateSchedule.Parse("step:3:y")),
        Case("is out of range: ", () => LearningRateSchedule.Parse("step:3:7")),
        Case("A dropout rate lies in [0, 1).", () => _ = new Dropout<double>(2, 1)),
        Case(
            "A parametric activation acts on each unit alone, and softmax does not.",
            () => _ = new ParametricActivationDescription(Activation.Softmax)
        ),
        Case(
            "The layer embeds the inputs 0-1, from 0 on, and there are 1.",
            () => new CategoryEmbeddingDescription(First).Size(1)
        ),
        Case(
            "The layer embeds the inputs 0-1, from 0 on, and there are 1.",
            () => new PeriodicEmbeddingDescription(First).Size(1)
        ),
        Case(
            "outputs, too many for one array.",
            () => new PeriodicEmbeddingDescription(InputRanges.Parse("0-65535"), 8, 65536).Size(65536)
        ),
        Case("An embedded input has at least 2 outputs.", () => _ = new PeriodicEmbeddingDescription(First, 4, 1)),
        Case("The input 3 is negative, or given twice.", () => InputRanges.Of(3, 3)),
        Case("The input -1 is negative, or given twice.", () => InputRanges.Of(-1)),
        Case("At least one input must be chosen.", () => InputRanges.Of()),
        Case("At least one block must be chosen.", () => InputRanges.OfBlocks()),
        Case("The block of 0 inputs from 2 on is empty", () => InputRanges.OfBlocks((2, 0))),
        Case("\"3-1\" is no list of inputs: it is written like 0-3,7", () => InputRanges.Parse("3-1")),
        Case("The setting \"units\" of a layer is missing.", () => new LayerSettings([]).Count("units")),
        Case("The setting \"units\" of a layer is no whole number.", () => Settings("units", 1.5).Count("units")),
        Case(
            "The setting \"rate\" of a layer is no number.",
            () => new LayerSettings([new LayerSetting("rate", "much")]).Number("rate")
        ),
        Case("The setting \"kind\" of a layer is a number.", () => Settings("kind", 1).Text("kind")),
        Case("A layer has no setting \"colour\"", () => Settings("colour", 1).RequireNoOther()),
        Case("A layer is of no known kind, or of two.", () => LayerKinds.Read([new LayerSetting("colour", 1)])),
        Case("A scaling layer scales by unit.", () => LayerKinds.Read([new("scaling", "sample")])),
        Case("An accuracy lies from 0 to 1.", () => _ = new EpochReport(1, 0, 0) { ValidationAccuracy = 1.01 }),
        Case(
            "There are no samples.",
            () => Fit(new Dataset<double>(new Matrix<double>(2, 0), new Matrix<double>(1, 0)))
        ),
        Case("All samples have weight 0.", () => Fit(new(Samples.Inputs, Samples.Targets, new double[4]))),
        Case("A weight is finite and not negative.", () => _ = Weighing(-1)),
        Case("A weight is finite and not negative.", () => _ = Weighing(double.NaN)),
        Case("There is no penalty to choose.", () => _ = new PenaltyPath<double>(Network, Loss.Huber, new Lbfgs(), [])),
        Case("There are no classes.", () => OneHot.Decode(new Matrix<double>(0, 0), [])),
        Case(
            "The derivative would overwrite the prediction that it is made of.",
            () => Loss.Huber.Evaluate(Samples.Targets, new Matrix<double>(1, 4), default, Samples.Targets)
        ),
        Case(
            "3 weights were given for 4 samples.",
            () => Loss.Huber.Evaluate(Samples.Targets, new Matrix<double>(1, 4), new double[3], default)
        ),
        Case(
            "2 targets per sample were given, the predictions have 1 outputs.",
            () => Loss.Huber.Evaluate(Samples.Targets, new Matrix<double>(2, 4), default, default)
        ),
        Case(
            "Targets for 5 samples were given, there are predictions for 4.",
            () => Loss.Huber.Evaluate(Samples.Targets, new Matrix<double>(1, 5), default, default)
        ),
        Case("3 inputs per sample were given, the network takes 2.", () => Network.Predict(new Matrix<double>(3, 1))),
        Case(
            "No product: 2 × 3 times 4 × 5 does not give 2 × 5.",
            () => Product.Multiply(new Matrix<double>(2, 3), new Matrix<double>(4, 5), new Matrix<double>(2, 5))
        ),
        Case(
            "There are 2 rows of c and 7 numbers in s; give as many of each.",
            () =>
                ProductReference.MultiplyAdd(
                    new Matrix<double>(2, 3),
                    new Matrix<double>(3, 4),
                    new double[7],
                    new Matrix<double>(2, 4)
                )
        ),
        Case("There are 3 numbers and 4 results", () => Elementwise.Map(new Form(), new double[3], new double[4])),
        Case("Epochs must not be negative.", () => _ = new FitOptions { Epochs = -1 }),
        Case("Beta1 must lie in [0, 1).", () => _ = new Adam(Beta1: 1)),
        Case("A weight is finite and not negative.", () => Step(double.NaN)),
        Case("There are 3 numbers x and 4 numbers y", () => Sums.Sum(new Both(), new double[3], new double[4])),
        Case("There are 3 columns.", () => new Matrix<double>(2, 3).Column(3)),
        Case("A generator cannot start from four zeros.", () => _ = new Generator(new GeneratorState(0, 0, 0, 0))),
        Case(
            "There was no forward pass on this workspace.",
            () => Network.Backward(Network.CreateWorkspace(1), default)
        ),
        Case("The workspace has room for 1 samples, the batch has 4.", () => Crowd()),
        Case("An architecture needs at least one layer.", () => Architecture.WithInputs(2).Build<double>(Random)),
        Case(
            "parameters do not fit into one array.",
            () => Architecture.WithInputs(65536).Dense(65536).Build<double>(Random)
        ),
        Case(
            "A start by data needs at least one sample.",
            () => DataDrivenStart.Apply(Network, new Matrix<double>(2, 0), Random)
        ),
        Case(
            "Only a last layer without parameters can be taken off.",
            () => Architecture.WithInputs(2).Dense(1).Build<double>(Random).WithoutLastLayer()
        ),
        Case("The function, or its derivative, is not finite there.", () => new Lbfgs().Minimize(new Pole(), [0.0], 1)),
        Case(
            "The function is one of 1 numbers, and 2 were given.",
            () => new Lbfgs().Minimize(new Pole(), [1.0, 1.0], 1)
        ),
    ];

    [TestCaseSource(nameof(Misuses))]
    public void A_misuse_is_told(string told, Action misuse) =>
        Assert.That(() => misuse(), Throws.Exception.With.Message.Contain(told));

    [Test]
    public void A_name_that_is_not_known_says_how_to_make_it_known()
    {
        FormatException activation = Assert.Throws<FormatException>(() => Activation.Parse("mine"))!;
        FormatException loss = Assert.Throws<FormatException>(() => Loss.Parse("mine"))!;
        FormatException optimizer = Assert.Throws<FormatException>(() => Optimizer.Parse("mine"))!;
        Assert.That(UnknownName.Registration(activation), Is.EqualTo("Activation.Register"));
        Assert.That(UnknownName.Registration(loss), Is.EqualTo("Loss.Register"));
        Assert.That(UnknownName.Registration(optimizer), Is.Null);
    }

    [TestCase("inputs")]
    [TestCase("outputs")]
    [TestCase("samples")]
    public void An_embedding_says_which_sizes_do_not_fit(string which)
    {
        LayerDescription[] embeddings =
        [
            new CategoryEmbeddingDescription(First, 3),
            new PeriodicEmbeddingDescription(First, 3, 4),
        ];
        foreach (LayerDescription embedding in embeddings)
        {
            LayerSize size = embedding.Size(2);
            Layer<double> layer = embedding.Build(
                2,
                new LayerNumbers<double>(new Matrix<double>((int)size.Parameters, 1), default)
            );
            Matrix<double> x = new(which == "inputs" ? 5 : 2, 3);
            Matrix<double> y = new(which == "outputs" ? 50 : size.Outputs, which == "samples" ? 4 : 3);
            string told = which switch
            {
                "inputs" => "There are 5 rows of x and 2 inputs",
                "outputs" => $"There are 50 rows of y and {size.Outputs} outputs",
                _ => "There are 3 samples x and 4 samples y",
            };
            Assert.That(() => layer.Predict(x, y), Throws.ArgumentException.With.Message.Contain(told), embedding.Kind);
            Pass<double> pass = new(
                new Matrix<double>(2, 3),
                new Matrix<double>(size.Outputs, 3),
                new Matrix<double>(layer.MemoryPerSample, 3)
            );
            Assert.That(
                () => layer.Backward(in pass, y, x, new Matrix<double>((int)size.Parameters, 1)),
                Throws.ArgumentException,
                embedding.Kind
            );
        }
    }

    [Test]
    public void As_many_inputs_as_an_array_holds_can_be_embedded_where_few_outputs_come_of_them() =>
        Assert.That(
            new CategoryEmbeddingDescription(InputRanges.OfBlocks((0, int.MaxValue - 2)), 1)
                .Size(int.MaxValue - 1)
                .Outputs,
            Is.EqualTo(2)
        );

    [Test]
    public void As_many_outputs_as_an_array_holds_are_not_too_many() =>
        Assert.That(
            new CategoryEmbeddingDescription(InputRanges.OfBlocks((0, 1)), 2).Size(Array.MaxLength - 1).Outputs,
            Is.EqualTo(Array.MaxLength)
        );

    private static LayerSettings Settings(string name, double number) => new([new LayerSetting(name, number)]);

    private static void Fit(Dataset<double> samples) =>
        new Trainer<double>(Network, Loss.SquaredError, new Sgd(), Random).Fit(samples, null, new FitOptions());

    private static Dataset<double> Weighing(double weight) =>
        new(Samples.Inputs, Samples.Targets, new[] { 1, 1, 1, weight });

    private static void Crowd() => Network.Forward(Samples.Inputs, Network.CreateWorkspace(1), Random);

    private static TestCaseData Case(string told, Action misuse) =>
        new TestCaseData(told, misuse).SetArgDisplayNames(told);

    private static void Step(double weight)
    {
        Trainer<double> trainer = new(Network, Loss.SquaredError, new Sgd(), Random);
        trainer.Step(new Batch<double>(Samples.Inputs, Samples.Targets, new[] { 1, 1, 1, weight }));
    }

    private readonly record struct Both : IBinary
    {
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => x * y;
    }

    private readonly record struct Form : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => x;
    }

    /// <summary>1/x, which has no value at 0.</summary>
    private sealed class Pole : ISmoothFunction
    {
        public int Count => 1;

        public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
        {
            gradient[0] = -1 / (x[0] * x[0]);
            return 1 / x[0];
        }
    }
}
