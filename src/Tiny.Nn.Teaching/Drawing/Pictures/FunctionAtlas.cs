using Tiny.Nn.Activations;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>Activations with their derivatives, each on a chart of its own.</summary>
internal static class FunctionAtlas
{
    /// <summary>Where charts begin and end unless something else is asked for.</summary>
    internal const double Low = -5;
    internal const double High = 5;

    /// <summary>Beyond it all that there is to be seen is one line.</summary>
    internal const double Farthest = 1000;

    private const int Count = 401;

    private static readonly Caption Title = new("Activation functions and their derivatives", "活性化関数とその導関数");
    private static readonly Caption Source = new(
        "Computed by the engine that trains, in double; the derivatives by its backward pass. z and f(z) are numbers without a unit.",
        "学習に使うエンジンそのもので倍精度で計算。導関数は逆伝播による。z と f(z) は単位のない数。"
    );
    private static readonly Caption Value = new("f(z)", "f(z)");
    private static readonly Caption Derivative = new("f′(z), the derivative", "f′(z)（導関数）");
    private static readonly Caption Sum = new("z, the weighted sum", "z（重み付き和）");
    private static readonly Caption SoftmaxName = new(
        "softmax, x₀ swept, x₁ = 1 and x₂ = 0 fixed",
        "softmax（x₀ を動かし、x₁ = 1、x₂ = 0 は固定）"
    );
    private static readonly Caption JacobianName = new("softmax, derivatives by x₀", "softmax の x₀ による偏導関数");
    private static readonly Caption Probability = new("probability", "確率");

    private static readonly Caption Sigmoid = new("σ(x₀), the sigmoid beside it", "σ(x₀)（比べるためのシグモイド）");
    private static readonly Caption SigmoidSlope = new("σ′(x₀), the sigmoid's", "σ′(x₀)（シグモイドの導関数）");
    private static readonly Caption Shifted = new(
        "p₀ = σ(x₀ − ln(e + 1)): the sigmoid, 1.31 further right.",
        "p₀ = σ(x₀ − ln(e + 1))：シグモイドを右へ 1.31 ずらしたもの。"
    );

    private static readonly Caption JacobianRemark = new(
        "They sum to 0: what one class wins the others lose.",
        "和は 0。一つのクラスが得た分を他のクラスが失う。"
    );

    /// <param name="activations">Which ones.</param>
    /// <param name="low">Where the charts begin.</param>
    /// <param name="high">Where they end, above that.</param>
    /// <param name="language">The language of what is explained.</param>
    /// <param name="columns">How many charts stand side by side.</param>
    internal static Picture Create(
        IReadOnlyList<Activation> activations,
        double low,
        double high,
        Language language,
        int columns
    ) =>
        new(Title.In(language), [.. activations.SelectMany(activation => Charts(activation, low, high, language))])
        {
            Notes = [Source.In(language)],
            Columns = columns,
        };

    private static IEnumerable<Chart> Charts(Activation activation, double low, double high, Language language) =>
        activation is Softmax ? Sweep(low, high, language) : [Curves(activation, low, high, language)];

    private static Chart Curves(Activation activation, double low, double high, Language language)
    {
        FunctionCurve curve = FunctionCurve.Sample(activation, low, high, Count);
        (double, double)[] values = [.. curve.Z.Zip(curve.Values)];
        List<(double, double)> slopes = [];
        for (int i = 0; i < curve.Z.Count; i++)
        {
            // Where the two sides of a kink differ the derivative jumps: no line joins them.
            bool isJump =
                i > 0
                && activation.Kinks.Any(kink => curve.Z[i - 1] < kink && kink < curve.Z[i])
                && Math.Abs(curve.Slopes[i] - curve.Slopes[i - 1]) > 1e-6;
            if (isJump)
            {
                slopes.Add((curve.Z[i], double.NaN));
            }
            slopes.Add((curve.Z[i], curve.Slopes[i]));
        }
        ActivationWords words = FunctionWords.Of(activation);
        return new Chart(
            activation.ToString(),
            Axis.Between(Sum.In(language), low, high),
            Axis.Around("f(z), f′(z)", curve.Values.Concat(curve.Slopes).Append(0)),
            [
                new Curve("value", Value.In(language), 0, values),
                new Curve("derivative", Derivative.In(language), 1, slopes),
            ]
        )
        {
            Notes = Lines(words, language),
        };
    }

    private static IEnumerable<Chart> Sweep(double low, double high, Language language)
    {
        SoftmaxSweep sweep = SoftmaxSweep.Run(low, high, Count, 1, 0);
        FunctionCurve sigmoid = FunctionCurve.Sample(Activation.Sigmoid, low, high, Count);
        Axis x = Axis.Between("x₀", low, high);
        ActivationWords words = FunctionWords.Of(Activation.Softmax);
        yield return new Chart(
            SoftmaxName.In(language),
            x,
            Axis.Between(Probability.In(language), 0, 1),
            [
                .. Enumerable.Range(0, 3).Select(i => Of(sweep, i, $"p{i}", $"p{Subscript(i)}", sweep.Probabilities)),
                new Curve("sigmoid", Sigmoid.In(language), 3, [.. sigmoid.Z.Zip(sigmoid.Values)]),
            ]
        )
        {
            Notes = [.. Lines(words, language), Shifted.In(language)],
        };
        yield return new Chart(
            JacobianName.In(language),
            x,
            Axis.Between("∂pᵢ/∂x₀", -0.2, 0.3),
            [
                .. Enumerable.Range(0, 3).Select(i => Of(sweep, i, $"dp{i}", $"∂p{Subscript(i)}/∂x₀", sweep.Slopes)),
                new Curve("sigmoid_slope", SigmoidSlope.In(language), 3, [.. sigmoid.Z.Zip(sigmoid.Slopes)]),
            ]
        )
        {
            Notes = ["∂pᵢ/∂x₀ = pᵢ(δᵢ₀ − p₀)", JacobianRemark.In(language)],
        };
    }

    private static Curve Of(
        SoftmaxSweep sweep,
        int output,
        string id,
        string label,
        Tiny.Nn.Numerics.Matrix<double> numbers
    ) => new(id, label, output, [.. sweep.First.Select((x, i) => (x, numbers[output, i]))]) { MarkEvery = 50 };

    private static string[] Lines(ActivationWords words, Language language) =>
        [words.ChartValue.In(language), words.ChartDerivative.In(language), words.Remark.In(language)];

    private static char Subscript(int i) => (char)('₀' + i);
}
