using Tiny.Nn.Activations;

namespace Tiny.Nn.Tests.Activations;

/// <summary>Values and derivatives against numbers computed elsewhere, in higher precision.</summary>
public sealed class ActivationValueTests
{
    private static readonly (string Name, bool Derivative)[] Columns =
    [
        ("selu", false),
        ("selu", true),
        ("mish", false),
        ("mish", true),
        ("gelu", false),
        ("gelu", true),
        ("gelu-tanh", false),
        ("gelu-tanh", true),
        ("elu", false),
        ("sigmoid", false),
        ("sigmoid", true),
        ("tanh", true),
    ];

    private const string Table = """
        -10 -1.758019523261 0.000079817587 -0.000453988992 -0.000408579787 -0.000000000000 -0.000000000000 -0.000000000000 0.000000000000 -0.999954600070 0.000045397869 0.000045395808 0.000000008245
        -3 -1.670568728767 0.087530612080 -0.145647461276 -0.093393114532 -0.004049694095 -0.011945647204 -0.003637392082 -0.011584166631 -0.950212931632 0.047425873178 0.045176659731 0.009866037165
        -1 -1.111330737813 0.646768603035 -0.303401461374 0.059216755877 -0.158655253931 -0.083315470588 -0.158808009392 -0.082964083846 -0.632120558829 0.268941421370 0.196611933241 0.419974341614
        -0.5 -0.691758187803 1.066341153045 -0.220743774652 0.289510677914 -0.154268769363 0.132504875344 -0.154285990175 0.132630096465 -0.393469340287 0.377540668798 0.235003712202 0.786447732966
        0 0.000000000000 1.758099340847 0.000000000000 0.600000000000 0.000000000000 0.500000000000 0.000000000000 0.500000000000 0.000000000000 0.500000000000 0.250000000000 1.000000000000
        0.5 0.525350493678 1.050700987355 0.375245211305 0.886424375358 0.345731230637 0.867495124656 0.345714009825 0.867369903535 0.500000000000 0.622459331202 0.235003712202 0.786447732966
        1 1.050700987355 1.050700987355 0.865098388267 1.049036220100 0.841344746069 1.083315470588 0.841191990608 1.082964083846 1.000000000000 0.731058578630 0.196611933241 0.419974341614
        2 2.101401974711 1.050700987355 1.943958959534 1.069317934279 1.954499736104 1.085231801078 1.954597694088 1.086099256624 2.000000000000 0.880797077978 0.104993585404 0.070650824853
        3 3.152102962066 1.050700987355 2.986535004968 1.021106910929 2.995950305905 1.011945647204 2.996362607918 1.011584166631 3.000000000000 0.952574126822 0.045176659731 0.009866037165
        10 10.507009873555 1.050700987355 9.999999958781 1.000000078313 10.000000000000 1.000000000000 10.000000000000 1.000000000000 10.000000000000 0.999954602131 0.000045395808 0.000000008245
        """;

    /// <summary>Those that can be worked out with a pencil: name, z, value, derivative.</summary>
    private static readonly object[] ByHand =
    [
        new object[] { "identity", -2.5, -2.5, 1.0 },
        new object[] { "tanh", Math.Log(2), 0.6, 0.64 },
        new object[] { "relu", -2.0, 0.0, 0.0 },
        new object[] { "relu", 0.0, 0.0, 0.0 },
        new object[] { "relu", 2.0, 2.0, 1.0 },
        new object[] { "leaky-relu", -2.0, -0.02, 0.01 },
        new object[] { "leaky-relu:0.3", -2.0, -0.6, 0.3 },
        new object[] { "leaky-relu:0.3", 2.0, 2.0, 1.0 },
        new object[] { "elu:0.5", -Math.Log(4), -0.375, 0.125 },
        new object[] { "elu", 2.0, 2.0, 1.0 },
        new object[] { "softplus", 0.0, Math.Log(2), 0.5 },
        new object[] { "softplus", Math.Log(3), Math.Log(4), 0.75 },
        new object[] { "silu", Math.Log(3), 0.75 * Math.Log(3), 0.75 + 0.1875 * Math.Log(3) },
        new object[] { "hard-sigmoid", 1.5, 0.75, 1.0 / 6 },
        new object[] { "hard-sigmoid", -3.5, 0.0, 0.0 },
        new object[] { "hard-sigmoid", 3.5, 1.0, 0.0 },
    ];

    private static IEnumerable<TestCaseData> Entries() =>
        from line in Table.Split('\n')
        let numbers = line.Split(' ').Select(double.Parse).ToArray()
        from column in Columns.Index()
        select new TestCaseData(column.Item.Name, column.Item.Derivative, numbers[0], numbers[column.Index + 1]);

    [TestCaseSource(nameof(Entries))]
    public void Equals_the_table(string name, bool derivative, double z, double expected)
    {
        Activation activation = Activation.Parse(name);
        double actual = (derivative ? activation.SlopeAt<double>(z) : activation.At<double>(z))[0];
        Assert.That(actual, Is.EqualTo(expected).Within(1e-12));
    }

    [TestCaseSource(nameof(ByHand))]
    public void Equals_what_a_pencil_gives(string name, double z, double value, double derivative)
    {
        Activation activation = Activation.Parse(name);
        Assert.That(activation.At<double>(z)[0], Is.EqualTo(value).Within(1e-15));
        Assert.That(activation.SlopeAt<double>(z)[0], Is.EqualTo(derivative).Within(1e-15));
    }

    [Test]
    public void Sigmoid_is_steepest_at_0_where_its_slope_is_a_quarter()
    {
        double[] z = [.. Enumerable.Range(-1000, 2001).Select(i => i / 100.0)];
        double[] slopes = Activation.Sigmoid.SlopeAt<double>(z);
        Assert.That(slopes.Max(), Is.EqualTo(0.25));
        Assert.That(z[slopes.Index().MaxBy(slope => slope.Item).Index], Is.Zero);
    }

    [Test]
    public void The_two_forms_of_gelu_differ_most_near_2_7()
    {
        double[] z = [.. Enumerable.Range(-1000, 2001).Select(i => i / 200.0)];
        double[] exact = Activation.Gelu.At<double>(z);
        double[] approximate = Activation.GeluTanh.At<double>(z);
        (int place, double error) = exact
            .Zip(approximate, (e, a) => Math.Abs(e - a))
            .Index()
            .MaxBy(entry => entry.Item);
        Assert.That(error, Is.EqualTo(4.73e-4).Within(0.005e-4));
        Assert.That(Math.Abs(z[place]), Is.EqualTo(2.70).Within(0.02));
    }

    [Test]
    public void Float_agrees_with_double([ValueSource(typeof(Evaluation), nameof(Evaluation.Elementwise))] Activation f)
    {
        double[] z = [.. Enumerable.Range(-160, 321).Select(i => i / 16.0)];
        Assert.That(f.At<float>(z), Is.EqualTo(f.At<double>(z)).Within(2e-6));
        Assert.That(f.SlopeAt<float>(z), Is.EqualTo(f.SlopeAt<double>(z)).Within(2e-6));
    }

    [Test]
    public void Stays_finite_far_out(
        [ValueSource(typeof(Evaluation), nameof(Evaluation.Elementwise))] Activation f,
        [Values(100, 1e4, 1e13, 1e20, 1e38)] double z
    )
    {
        Assert.That(f.At<float>(-z, z), Has.All.Matches<double>(double.IsFinite));
        Assert.That(f.SlopeAt<float>(-z, z), Has.All.InRange(-1e-40, 1.06));
        Assert.That(f.SlopeAt<double>(-z * z * z * z, z * z * z * z), Has.All.InRange(-1e-40, 1.06));
    }

    [Test]
    public void Not_a_number_stays_visible(
        [ValueSource(typeof(Evaluation), nameof(Evaluation.Elementwise))] Activation f
    ) => Assert.That(f.At<double>(double.NaN)[0], Is.NaN);

    [Test]
    public void Sizes_must_fit([ValueSource(typeof(Evaluation), nameof(Evaluation.Elementwise))] Activation f)
    {
        var two = Matrices.Column<double>(1, 2);
        var three = Matrices.Column<double>(1, 2, 3);
        Assert.That(() => f.Forward(two, three), Throws.ArgumentException);
        Assert.That(() => f.Backward(two, two, three, two), Throws.ArgumentException);
        Assert.That(() => f.Backward(two, two, two, three), Throws.ArgumentException);
    }
}
