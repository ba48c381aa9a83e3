using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Tests.Drawing.Words;

public sealed partial class ActivationWordsTests
{
    private static readonly TraceNumbers Numbers = new(17);

    private static IEnumerable<Activation> All => Activation.All;

    private static IEnumerable<Activation> Elementwise => All.Where(activation => activation is not Softmax);

    [TestCaseSource(nameof(All))]
    public void Every_activation_has_words_in_both_languages(Activation activation)
    {
        ActivationWords? words = FunctionWords.Find(activation);
        Assert.That(words, Is.Not.Null, $"Give {activation} its words: a record in BoundedWords or RectifierWords.");
        foreach (Caption caption in new[] { words!.ChartValue, words.ChartDerivative, words.Remark })
        {
            Assert.That(caption.English, Is.Not.Empty);
            Assert.That(caption.Japanese, Is.Not.Empty);
        }
        Assert.That(words.Remark.Japanese, Is.Not.EqualTo(words.Remark.English));
        Assert.That(words.Slope, Does.StartWith("f′(z) = "));
    }

    [TestCaseSource(nameof(Elementwise))]
    public void A_derivative_with_numbers_put_in_has_the_value_of_the_derivative(Activation activation)
    {
        foreach (double z in new[] { -3.5, -0.75, 0.25, 2.5 })
        {
            Matrix<double> sum = new(1, 1, [z]);
            Matrix<double> a = new(1, 1);
            Matrix<double> slope = new(1, 1, [1]);
            activation.Forward(sum, a);
            activation.Backward(sum, a, slope, slope);
            string formula =
                FunctionWords.Of(activation).DerivativeInNumbers?.Invoke(z, a[0, 0], Numbers)
                ?? FunctionWords.Of(activation).Derivative!("", "");
            Assert.That(Arithmetic.Of(formula), Is.EqualTo(slope[0, 0]).Within(2e-5), formula);
        }
    }

    /// <summary>Those whose words say no more of f′ below the chart than how it is found.</summary>
    private static readonly string[] Unwritten = ["gelu-tanh"];

    [TestCaseSource(nameof(Elementwise))]
    public void Every_formula_in_words_has_the_value_of_the_function(Activation activation)
    {
        ActivationWords words = FunctionWords.Of(activation);
        IReadOnlyDictionary<char, double> symbols = WrittenFormula.Symbols(
            words.Value,
            words.ChartValue.English,
            words.Remark.English
        );
        string[] values = [words.Value, words.ChartValue.English];
        string[] derivatives = [words.Slope, words.ChartDerivative.English];
        foreach (double z in new[] { -9, -3.5, -0.75, 0.25, 2.5, 9 })
        {
            Matrix<double> sum = new(1, 1, [z]);
            Matrix<double> a = new(1, 1);
            Matrix<double> slope = new(1, 1, [1]);
            activation.Forward(sum, a);
            activation.Backward(sum, a, slope, slope);
            foreach (string text in values)
            {
                WrittenFormula formula = new(text, symbols);
                Assert.That(formula.Of(z, a[0, 0]), Is.EqualTo(a[0, 0]).Within(1e-4), $"{text}, z = {z}");
                if (formula.Range is { } range)
                {
                    Assert.That(a[0, 0], Is.InRange(range.Lower, range.Upper), text);
                }
            }
            foreach (string text in derivatives.Take(Unwritten.Contains(activation.Name) ? 1 : 2))
            {
                WrittenFormula formula = new(text, symbols);
                Assert.That(formula.Of(z, a[0, 0]), Is.EqualTo(slope[0, 0]).Within(1e-4), $"{text}, z = {z}");
            }
        }
    }

    [TestCase("f(z) = z for z > 0, else αz, α = 0.2", -2, -0.4)]
    [TestCase("f(z) = 2z³ (|z| < 3), 0 (|z| ≥ 3)", 2, 16)]
    [TestCase("f(z) = 2z³ (|z| < 3), 0 (|z| ≥ 3)", -4, 0)]
    [TestCase("f(z) = ½z(1 + t)/4 − e^(−z), t = max(z, −z)", 0, -1)]
    public void A_formula_is_read_as_it_is_meant(string text, double z, double value) =>
        Assert.That(new WrittenFormula(text, WrittenFormula.Symbols(text)).Of(z, 0), Is.EqualTo(value).Within(1e-12));

    [Test]
    public void A_parameter_stands_in_the_words_as_it_was_given()
    {
        ActivationWords words = FunctionWords.Of(Activation.Parse("leaky-relu:0.2"));
        Assert.That(words.Value, Does.EndWith("α = 0.2"));
        Assert.That(words.ChartValue.English, Is.EqualTo("f(z) = z for z > 0, else αz, α = 0.2"));
        Assert.That(words.ChartValue.Japanese, Is.EqualTo("f(z) = z（z > 0）、他は αz, α = 0.2"));
        Assert.That(words.DerivativeInNumbers!(-1, -0.2, Numbers), Is.EqualTo("0.2 (−1 ≤ 0)"));
    }

    [Test]
    public void Symbols_with_indices_are_not_squared_by_a_small_digit()
    {
        string derivative = FunctionWords.Of(Activation.Tanh).Derivative!(Notation.Z(1, 2), Notation.A(1, 2));
        Assert.That(Notation.ToText(derivative), Is.EqualTo("1 − a⁽¹⁾₂·a⁽¹⁾₂"));
        Assert.That(FunctionWords.Of(Activation.Tanh).Slope, Is.EqualTo("f′(z) = 1 − a²"));
    }

    [Test]
    public void A_formula_of_your_own_has_plain_words()
    {
        Activation own = Activation.Elementwise(new Doubled());
        Assert.That(FunctionWords.Find(own), Is.Null);
        ActivationWords words = FunctionWords.Of(own);
        Assert.That(words.Value, Is.EqualTo("f(z) = Doubled(z)"));
        Assert.That(words.Call("z"), Is.EqualTo("Doubled(z)"));
        Assert.That(words.Slope, Is.EqualTo("f′(z)"));
    }

    private readonly record struct Doubled : IActivationFormula
    {
        public IReadOnlyList<double> Kinks => [];

        public V Value<V>(V z)
            where V : struct, ILanes<V> => V.Constant(2) * z;

        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V> => V.Constant(2);
    }

    /// <summary>The value of a formula as it is printed: sums, products and powers, σ, Φ and φ; a case in brackets behind it does not count.</summary>
    private sealed partial class Arithmetic
    {
        private readonly string text;
        private int at;

        private Arithmetic(string text) => this.text = text;

        internal static double Of(string formula)
        {
            Arithmetic reader = new(Case().Replace(formula, "").Replace('−', '-').Replace(" ", ""));
            double value = reader.Sum();
            Assert.That(reader.at, Is.EqualTo(reader.text.Length), $"{formula}: read up to {reader.at}");
            return value;
        }

        [GeneratedRegex(@" \([^()]*[<>≤≥][^()]*\)")]
        private static partial Regex Case();

        private double Sum()
        {
            double value = Product();
            while (at < text.Length && text[at] is '+' or '-')
            {
                value += text[at++] == '+' ? Product() : -Product();
            }
            return value;
        }

        private double Product()
        {
            double value = Power();
            while (at < text.Length && text[at] is '·' or '/' or '√')
            {
                char sign = text[at];
                at += sign == '√' ? 0 : 1;
                value = sign == '/' ? value / Power() : value * Power();
            }
            return value;
        }

        private double Power()
        {
            double value = Factor();
            if (at < text.Length && text[at] == '²')
            {
                at++;
                return value * value;
            }
            return value;
        }

        private double Factor()
        {
            char first = text[at];
            switch (first)
            {
                case '½':
                    at++;
                    return 0.5;
                case '√':
                    at++;
                    return Math.Sqrt(Factor());
                case 'σ' or 'Φ' or 'φ':
                    at++;
                    double z = Factor();
                    return first switch
                    {
                        'σ' => 1 / (1 + Math.Exp(-z)),
                        'Φ' => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z),
                        _ => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI),
                    };
                case '(':
                    at++;
                    double inner = Sum();
                    at++;
                    return inner;
                case 'π':
                    at++;
                    return Math.PI;
                default:
                    Match number = Number().Match(text, at);
                    Assert.That(number.Success, $"{text}: {at}");
                    at += number.Length;
                    return double.Parse(number.Value, CultureInfo.InvariantCulture);
            }
        }

        [GeneratedRegex(@"\G-?[0-9.]+(e-?[0-9]+)?")]
        private static partial Regex Number();
    }
}
