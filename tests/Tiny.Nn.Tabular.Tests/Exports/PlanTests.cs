using System.Runtime.CompilerServices;
using System.Text;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Exports.Writers;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Exports;

/// <summary>What a plan tells, and what it refuses.</summary>
public sealed class PlanTests
{
    [Test]
    public void Every_kind_of_layer_travels()
    {
        foreach (LayerDescription layer in LayerKinds.Examples)
        {
            Assert.That(ModelPlan.Of(Model(layer)).Steps, Is.Not.Empty, layer.Kind);
        }
    }

    [Test]
    public void An_activation_of_ones_own_travels_by_its_formula()
    {
        Model<float> model = Model(new ActivationDescription(Activation.Elementwise(default(Halved))));
        CompiledCSharp compiled = new([
            Encoding.UTF8.GetString(ExportLanguage.CSharp.Write(model, "own").Files[0].Content.Span),
        ]);
        Assert.That(compiled.SelfTest("Own"), Is.Zero);
    }

    [Test]
    public void An_activation_that_is_no_formula_is_refused_with_a_way_out()
    {
        ExportException refused = Assert.Throws<ExportException>(() =>
            ModelPlan.Of(Model(new ActivationDescription(new Sorted())))
        );
        Assert.That(refused.What, Does.Contain("'Sorted'"));
        Assert.That(refused.Where, Is.EqualTo("layer 1 of the network"));
        Assert.That(refused.Advice, Does.Contain(nameof(IActivationFormula)));
    }

    [Test]
    public void Categories_that_are_embedded_travel_with_their_bits()
    {
        string[] lines =
        [
            .. Enumerable.Range(0, 60).Select(i => $"{i % 7 / 4.0},{(char)('a' + i % 12)},{(i % 3 == 0 ? "p" : "q")}"),
        ];
        Recipe recipe = new()
        {
            Hidden = [4],
            Epochs = 2,
            CategoryEmbedding = 3,
        };
        Nn.Tabular.Tables.Table table = CsvText.Read($"x,c,y\n{string.Join('\n', lines)}\n", "y");
        Model<float> model = Experiment.Run<float>(table, recipe).Model;
        Assert.That(model.Network.Architecture.Layers.OfType<CategoryEmbeddingDescription>(), Is.Not.Empty);
        CompiledCSharp compiled = new([
            Encoding.UTF8.GetString(ExportLanguage.CSharp.Write(model, "own").Files[0].Content.Span),
        ]);
        Assert.That(compiled.SelfTest("Own"), Is.Zero);
    }

    /// <summary>Equal landmarks, numbers on them, between them and beyond them, a constant column, and one that is no amount.</summary>
    [Test]
    public void Scaling_by_quantiles_gives_the_bits_of_the_engine()
    {
        double[] numbers = [0, 0, 0, 1, 1.5, 2, 2, 9, 30, double.NaN];
        Nn.Tabular.Tables.Table table = new Nn.Tabular.Tables.TableBuilder()
            .Numbers("a", numbers)
            .Numbers("b", numbers.Select(number => -number * number))
            .Categories("c", numbers.Select(number => number > 1 ? "x" : "y"))
            .Numbers("d", numbers.Select(_ => 4.0))
            .Build();
        TableEncoding encoding = TableEncoding.Fit(
            table.Schema,
            table.Features,
            new EncodingOptions { Scaling = ScalingKind.Quantile }
        );
        SequentialNetwork<float> network = Architecture
            .WithInputs(encoding.Outputs)
            .Add(new DenseDescription(1))
            .Build<float>(new Generator(1));
        NumberTarget target = new("y", new Standardization([0], [1]));
        Model<float> model = new(encoding, network, target, Provenance.Unknown);
        Plan plan = ModelPlan.Of(model);
        Probe[] probes =
        [
            .. new double?[] { -1, 0, 0.5, 1, 1.2, 2, 2.5, 30, 31, 1e300, double.NegativeInfinity, null }.Select(
                number => ModelProbes.Ask(model, "a number", [number, -number, number > 1 ? "x" : "y", number])
            ),
        ];
        CompiledCSharp compiled = new([
            Encoding.UTF8.GetString(
                ExportLanguage.CSharp.Write(plan with { Probes = probes }, "ranks").Files[0].Content.Span
            ),
        ]);
        Assert.That(plan.Steps.OfType<Rank>().Select(rank => rank.Count), Is.Not.Empty.And.All.EqualTo(10));
        Assert.That(compiled.SelfTest("Ranks"), Is.Zero);
    }

    [Test]
    public void Vectors_that_live_at_the_same_time_lie_apart()
    {
        Plan plan = ModelPlan.Of(Model(new DenseDescription(7)));
        Multiply[] products = [.. plan.Steps.OfType<Multiply>()];
        Assert.That(products, Is.Not.Empty);
        foreach (Multiply product in products)
        {
            (Slice x, Slice y) = (product.Source, product.Target);
            Assert.That(x.Begin + x.Length <= y.Begin || y.Begin + y.Length <= x.Begin, $"{x} and {y}");
        }
    }

    [Test]
    public void Probes_are_no_rows_of_the_training_data_and_have_finite_answers()
    {
        Plan plan = ModelPlan.Of(Model(new DenseDescription(3)));
        Assert.That(plan.Probes, Has.Count.AtLeast(7));
        Assert.That(plan.Probes.SelectMany(probe => probe.Answer).All(double.IsFinite));
        Assert.That(plan.Probes[1].Cells, Is.All.Null);
    }

    [TestCase("naïve Größe", "naive_grosse", "NaiveGrosse")]
    [TestCase("2nd", "_2nd", "_2nd")]
    [TestCase("東京", "other", "Other")]
    [TestCase("a  b", "a_b", "AB")]
    [TestCase("class", "class", "Class")]
    public void Identifiers_are_made_of_letters_and_digits(string name, string snake, string pascal)
    {
        Assert.That(Identifiers.Snake(name, "other"), Is.EqualTo(snake));
        Assert.That(Identifiers.Pascal(name, "other"), Is.EqualTo(pascal));
    }

    [Test]
    public void No_two_identifiers_are_alike_and_none_is_a_keyword()
    {
        Identifiers identifiers = new(["class"]);
        Assert.That(
            $"{identifiers.Unique("class")} {identifiers.Unique("a_b")} {identifiers.Unique("a_b")}",
            Is.EqualTo("class_2 a_b a_b_2")
        );
    }

    [Test]
    public void A_language_that_is_none_is_refused_with_those_that_are() =>
        Assert.That(
            () => ExportLanguage.Parse("cobol"),
            Throws.TypeOf<FormatException>().With.Message.Contains("c, csharp, js, python, onnx")
        );

    private static Model<float> Model(LayerDescription layer)
    {
        TableEncoding encoding = TableEncoding.Standardized(["a", "b", "c"], new Standardization([1, 2, 3], [1, 1, 2]));
        SequentialNetwork<float> network = Architecture
            .WithInputs(3)
            .Add(new DenseDescription(4))
            .Add(layer)
            .Add(new DenseDescription(1))
            .Build<float>(new Generator(1));
        return new Model<float>(
            encoding,
            network,
            new NumberTarget("y", new Standardization([0], [1])),
            Provenance.Unknown
        );
    }

    private readonly record struct Halved : IActivationFormula
    {
        public IReadOnlyList<double> Kinks => [];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V z)
            where V : struct, ILanes<V> => V.MultiplyAdd(z, V.Constant(0.5), V.Sqrt(V.Abs(z)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V> => V.Constant(0.5);
    }

    private sealed record Sorted : Activation
    {
        public override Initializers.Initializer DefaultInitializer => Initializers.Initializer.HeNormal;

        public override IReadOnlyList<double> Kinks => [];

        public override void Forward<T>(Matrix<T> z, Matrix<T> a) => z.CopyTo(a);

        public override void Backward<T>(Matrix<T> z, Matrix<T> a, Matrix<T> da, Matrix<T> dz) => da.CopyTo(dz);
    }
}
