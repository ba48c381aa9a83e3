using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tests.Files;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>What is read predicts the same bits as what was written, says the same, and is written as the same bytes.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ModelFileRoundTripTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly string[] ActivationTexts =
    [
        .. Activation.All.Select(activation => activation.Name),
        "leaky-relu:0.2",
        "leaky-relu:-1E-05",
        "elu:0.1",
        "elu:1.7976931348623157E+308",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(
            "",
            "a b",
            "длина",
            "花びら",
            "🌸",
            "\"",
            "\\",
            "'",
            "a\nb",
            "\r\n",
            "\0",
            "\u2028",
            "e\u0301",
            "a,b"
        ),
        Gen.ArrayOf(Gen.Choose(0, 0xD7FF).Select(i => (char)i)).Select(characters => new string(characters))
    );

    private static readonly Gen<double> Statistic = Gen.OneOf(
        Gen.Elements(0, 1, double.Epsilon, double.MaxValue, 1e-310, 0.1),
        Gen.Choose(0, int.MaxValue).Select(i => i / 1000.0)
    );

    private static readonly Gen<double> LossValue = Gen.OneOf(
        Gen.Elements(0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -0.0),
        Gen.Choose(0, int.MaxValue).Select(i => i / 7.0)
    );

    private static readonly Gen<LayerDescription> Hidden = Gen.OneOf(
        from units in Gen.Choose(1, 5)
        from initializer in Gen.Elements<Initializer?>([null, .. Initializer.All])
        select (LayerDescription)new DenseDescription(units, initializer),
        Gen.Elements(ActivationTexts)
            .Select(text => (LayerDescription)new ActivationDescription(Activation.Parse(text))),
        Gen.Elements(0, 0.5, 0.1, 0.99999).Select(rate => (LayerDescription)new DropoutDescription(rate)),
        Gen.Elements(1e-5, 0.3, 1).Select(epsilon => (LayerDescription)new BatchNormalizationDescription(epsilon)),
        Gen.Elements(1e-5, 0.3, 1).Select(epsilon => (LayerDescription)new LayerNormalizationDescription(epsilon))
    );

    private static readonly Gen<Provenance> History =
        from version in Text
        from source in Text
        from rows in Gen.Choose(0, int.MaxValue)
        from settings in Gen.ListOf(Text.Two())
        from training in Gen.ArrayOf(LossValue)
        from validation in Gen.ArrayOf(LossValue, training.Length)
        from validated in Gen.Elements(true, false)
        from score in Gen.Elements("accuracy", "R²", "")
        from accuracy in Gen.ArrayOf(Gen.Choose(0, 30).Select(right => right / 30.0), training.Length)
        from determined in Gen.ArrayOf(LossValue, training.Length)
        select new Provenance(
            version,
            source,
            rows,
            settings.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2),
            [
                .. training.Select(
                    (loss, i) =>
                        new EpochReport(i + 1, loss, validated ? validation[i] : null)
                        {
                            ValidationAccuracy = score == "accuracy" ? accuracy[i] : null,
                            ValidationRSquared = score == "R²" ? determined[i] : null,
                        }
                ),
            ]
        );

    private static readonly Gen<ModelTarget> Target =
        from name in Text
        from classes in Gen.ListOf(Text)
        from mean in Statistic
        from scale in Statistic
        from threshold in Gen.Elements(0.5, 0, 1, 0.3, double.Epsilon)
        from known in Gen.Elements(true, false)
        let distinct = classes.Distinct().ToArray()
        select distinct.Length < 2
            ? (ModelTarget)new NumberTarget(name, new Standardization([-mean], [scale]))
            : new ClassTarget(name, distinct)
            {
                Threshold = distinct.Length == 2 ? threshold : 0.5,
                TrainingCounts = known ? [.. distinct.Select(text => text.Length + 1)] : null,
            };

    private static readonly Gen<Model<T>> AnyModel =
        from names in Gen.NonEmptyListOf(Text)
        let features = names.Distinct().ToArray()
        from mean in Gen.ArrayOf(Statistic, features.Length)
        from scale in Gen.ArrayOf(Statistic, features.Length)
        from hidden in Gen.ListOf(Hidden).Resize(4)
        from target in Target
        from oneOutput in Gen.Elements(true, false)
        let outputs = target.Outputs == 2 && oneOutput ? 1 : target.Outputs
        from provenance in History
        select Build(
            features,
            new Standardization(mean, scale),
            [.. hidden, new DenseDescription(outputs)],
            target,
            provenance
        );

    [Test]
    public void What_was_written_is_read() =>
        Prop.ForAll(AnyModel.Resize(12).ToArbitrary(), AssertRoundTrip)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [TestCaseSource(nameof(ActivationTexts))]
    public void Every_activation_comes_back(string text)
    {
        Architecture architecture = Architecture
            .WithInputs(4)
            .Dense(5, Activation.Parse(text))
            .Dropout(0.3)
            .Dense(3, Activation.Parse(text));
        AssertRoundTrip(Examples.Model<T>(architecture, Examples.Classes(3)));
    }

    [TestCaseSource(typeof(LayerKinds), nameof(LayerKinds.Examples))]
    public void Every_kind_of_layer_comes_back(LayerDescription layer) =>
        AssertRoundTrip(
            Build(
                ["a", "b"],
                new Standardization([1, 2], [3, 4]),
                [new DenseDescription(5), layer, new DenseDescription(3)],
                Examples.Classes(3),
                Provenance.Unknown
            )
        );

    [Test]
    public void Every_initializer_comes_back()
    {
        foreach (Initializer initializer in Initializer.All)
        {
            Architecture architecture = Architecture.WithInputs(4).Dense(3, Activation.Softmax, initializer);
            AssertRoundTrip(Examples.Model<T>(architecture, Examples.Classes(3)));
        }
    }

    [Test]
    public void Linear_models_come_back()
    {
        Architecture inputs = Architecture.WithInputs(4);
        AssertRoundTrip(Examples.Model<T>(inputs.Dense(1, Activation.Identity), Examples.Number));
        AssertRoundTrip(Examples.Model<T>(inputs.Dense(1, Activation.Sigmoid), Examples.Classes(2)));
        AssertRoundTrip(Examples.Model<T>(inputs.Dense(2, Activation.Softmax), Examples.Classes(2)));
        AssertRoundTrip(Examples.Model<T>(inputs.Dense(7, Activation.Softmax), Examples.Classes(7)));
    }

    [Test]
    public void Finite_parameters_come_back_whatever_they_are()
    {
        Model<T> model = Examples.Model<T>(
            Architecture.WithInputs(9).Dense(7, Activation.Identity),
            Examples.Classes(7)
        );
        T[] awkward = [.. TestNumbers.Awkward<T>().Where(T.IsFinite)];
        Span<T> parameters = model.Network.Parameters.Values;
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = awkward[i % awkward.Length];
        }
        AssertRoundTrip(model);
    }

    [Test]
    public void A_file_on_the_disk_holds_the_same_bytes_as_a_stream()
    {
        string path = Path.GetTempFileName();
        try
        {
            Model<T> model = Examples.Model<T>(
                Architecture.WithInputs(3).Dense(1, Activation.Identity),
                Examples.Number
            );
            ModelFile.Save(model, path);
            Assert.That(File.ReadAllBytes(path), Is.EqualTo(Examples.Written(model)));
            AssertSame(ModelFile.Load<T>(path), model);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Model<T> Build(
        string[] features,
        Standardization preprocessing,
        LayerDescription[] layers,
        ModelTarget target,
        Provenance provenance
    )
    {
        Architecture architecture = Architecture.WithInputs(features.Length);
        architecture = layers.Aggregate(architecture, (soFar, layer) => soFar.Add(layer));
        SequentialNetwork<T> network = architecture.BuildUninitialized<T>();
        TestNumbers.Ordinary<T>(network.Parameters.Rows).CopyTo(network.Parameters.Values);
        TestNumbers.Uniform<T>(network.State.Rows, 0.1, 2, seed: 2).CopyTo(network.State.Values);
        return new Model<T>(features, preprocessing, network, target, provenance);
    }

    private static void AssertRoundTrip(Model<T> model)
    {
        byte[] bytes = Examples.Written(model);
        Model<T> read = Examples.Read<T>(bytes);
        AssertSame(read, model);
        Assert.That(Examples.Written(read), Is.EqualTo(bytes), "written again");
        Assert.That(Examples.Written(ModelFile.Read<T>(new Pipe(bytes), "pipe")), Is.EqualTo(bytes), "from a pipe");
    }

    private static void AssertSame(Model<T> actual, Model<T> expected)
    {
        Assert.That(actual.FeatureNames, Is.EqualTo(expected.FeatureNames));
        Assert.That(actual.Network.Architecture, Is.EqualTo(expected.Network.Architecture));
        Bits.AssertSame<T>(actual.Network.State.Values, expected.Network.State.Values, "state");
        EncodingAssert.Same(actual.Encoding, expected.Encoding);
        Assert.That(actual.Target.Name, Is.EqualTo(expected.Target.Name));
        Assert.That(actual.Target, Is.TypeOf(expected.Target.GetType()));
        Assert.That((actual.Target as ClassTarget)?.Classes, Is.EqualTo((expected.Target as ClassTarget)?.Classes));
        Assert.That((actual.Target as ClassTarget)?.Threshold, Is.EqualTo((expected.Target as ClassTarget)?.Threshold));
        Assert.That(
            (actual.Target as ClassTarget)?.TrainingCounts,
            Is.EqualTo((expected.Target as ClassTarget)?.TrainingCounts)
        );
        if (expected.Target is NumberTarget number)
        {
            AssertSame(((NumberTarget)actual.Target).Scaling, number.Scaling);
        }
        Assert.That(actual.Provenance.Version, Is.EqualTo(expected.Provenance.Version));
        Assert.That(actual.Provenance.Source, Is.EqualTo(expected.Provenance.Source));
        Assert.That(actual.Provenance.Rows, Is.EqualTo(expected.Provenance.Rows));
        Assert.That(actual.Provenance.Settings, Is.EquivalentTo(expected.Provenance.Settings));
        Assert.That(actual.Provenance.Epochs, Is.EqualTo(expected.Provenance.Epochs));
        Bits.AssertSame<T>(actual.Network.Parameters.Values, expected.Network.Parameters.Values, "parameters");
        var inputs = Examples.Inputs(expected, 5);
        Bits.AssertSame<double>(actual.Predict(inputs).Values, expected.Predict(inputs).Values, "predictions");
    }

    private static void AssertSame(Standardization actual, Standardization expected)
    {
        Bits.AssertSame<double>([.. actual.Mean], [.. expected.Mean], "mean");
        Bits.AssertSame<double>([.. actual.Scale], [.. expected.Scale], "scale");
    }
}
