using Tiny.Nn.Activations;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>The words of the identity, and of activations whose values stay inside an interval.</summary>
internal static class BoundedWords
{
    internal static ActivationWords? Find(Activation activation) =>
        activation switch
        {
            ElementwiseActivation<Identity> => new()
            {
                Symbol = "",
                Value = "f(z) = z",
                Derivative = (_, _) => "1",
                ChartValue = Caption.Same("f(z) = z"),
                ChartDerivative = Caption.Same("f′(z) = 1"),
                Remark = new(
                    "Output of a regression; without it no layer is non-linear.",
                    "回帰の出力に。非線形性はない。"
                ),
            },
            ElementwiseActivation<Sigmoid> => new()
            {
                Symbol = "σ",
                Value = "σ(z) = 1/(1 + e^(−z))",
                Derivative = (_, a) => $"{a}·(1 − {a})",
                DerivativeInNumbers = (_, a, numbers) => $"{numbers.In(a)}·(1 − {numbers.In(a)})",
                ChartValue = Range("f(z) = 1/(1 + e⁻ᶻ)", "(0, 1)"),
                ChartDerivative = new("f′(z) = f(1 − f), at most 0.25, at 0", "f′(z) = f(1 − f)、最大は z = 0 で 0.25"),
                Remark = new(
                    "Output of two classes, gates; its gradient vanishes far from 0.",
                    "2クラスの出力やゲートに。0 から離れると勾配が消える。"
                ),
            },
            ElementwiseActivation<Tanh> => new()
            {
                Symbol = "tanh",
                Value = "tanh(z) = (e^z − e^(−z))/(e^z + e^(−z))",
                Derivative = (_, a) => $"1 − {Notation.Squared(a)}",
                DerivativeInNumbers = (_, a, numbers) => $"1 − {numbers.In(a)}·{numbers.In(a)}",
                ChartValue = Range("f(z) = (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)", "(−1, 1)"),
                ChartDerivative = Caption.Same("f′(z) = 1 − f²"),
                Remark = new(
                    "Small hidden layers; its gradient vanishes far from 0.",
                    "小さな隠れ層に。0 から離れると勾配が消える。"
                ),
            },
            ElementwiseActivation<HardSigmoid> => new()
            {
                Symbol = "hard-sigmoid",
                Value = "f(z) = max(0, min(1, z/6 + ½))",
                Derivative = (z, _) => $"1/6 (|{z}| < 3), 0 (|{z}| ≥ 3)",
                DerivativeInNumbers = (z, _, numbers) =>
                    Math.Abs(z) < 3 ? $"1/6 (|{numbers.Of(z)}| < 3)" : $"0 (|{numbers.Of(z)}| ≥ 3)",
                ChartValue = Caption.Same("f(z) = min(1, max(0, z/6 + ½))"),
                ChartDerivative = new("f′(z) = 1/6 for |z| < 3, else 0", "f′(z) = 1/6（|z| < 3）、他は 0"),
                Remark = new(
                    "A cheap sigmoid; beyond ±3 nothing is learned.",
                    "安価なシグモイド。±3 の外では学習しない。"
                ),
            },
            Softmax => new()
            {
                Symbol = "softmax",
                Value = "aᵢ = e^(zᵢ)/Σⱼ e^(zⱼ)",
                Derivative = (_, _) => "aᵢ·(δᵢⱼ − aⱼ)",
                ChartValue = Caption.Same("pᵢ = e^(xᵢ − m)/Σⱼ e^(xⱼ − m), m = max x"),
                ChartDerivative = Caption.Same("∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)"),
                Remark = new(
                    "Output of several classes; only differences count.",
                    "多クラスの出力に。差だけで決まる。"
                ),
            },
            _ => null,
        };

    /// <summary>A formula with the range of its values.</summary>
    internal static Caption Range(string formula, string range) =>
        new($"{formula}, range {range}", $"{formula}、値域 {range}");
}
