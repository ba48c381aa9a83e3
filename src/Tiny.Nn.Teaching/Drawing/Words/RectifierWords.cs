using System.Globalization;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>The words of activations that grow with z above 0, and flatten out below.</summary>
internal static class RectifierWords
{
    internal static ActivationWords? Find(Activation activation) =>
        activation switch
        {
            ElementwiseActivation<Relu> => new()
            {
                Symbol = "relu",
                Value = "relu(z) = max(0, z)",
                Derivative = (z, _) => $"1 ({z} > 0), 0 ({z} ≤ 0)",
                DerivativeInNumbers = (z, _, numbers) => Either(z, numbers, "1", "0"),
                ChartValue = BoundedWords.Range("f(z) = max(0, z)", "[0, ∞)"),
                ChartDerivative = Piecewise("f′(z) = 1", "0"),
                Remark = new(
                    "Hidden layers; a unit that is never above 0 learns no more.",
                    "隠れ層に。常に 0 以下のユニットは学習しない。"
                ),
            },
            ElementwiseActivation<LeakyRelu> { Formula.Alpha: double alpha } => new()
            {
                Symbol = "leaky-relu",
                Value = $"f(z) = z (z > 0), α·z (z ≤ 0), α = {Text(alpha)}",
                Derivative = (z, _) => $"1 ({z} > 0), α ({z} ≤ 0)",
                DerivativeInNumbers = (z, _, numbers) => Either(z, numbers, "1", Text(alpha)),
                ChartValue = Piecewise("f(z) = z", $"αz, α = {Text(alpha)}"),
                ChartDerivative = Piecewise("f′(z) = 1", "α"),
                Remark = new(
                    "Against dead units; a small gradient below 0.",
                    "死んだユニットの対策に。0 以下でも勾配が少し残る。"
                ),
            },
            ElementwiseActivation<Elu> { Formula.Alpha: double alpha } => new()
            {
                Symbol = "elu",
                Value = $"f(z) = z (z > 0), α·(e^z − 1) (z ≤ 0), α = {Text(alpha)}",
                Derivative = (z, a) => $"1 ({z} > 0), {a} + α ({z} ≤ 0)",
                DerivativeInNumbers = (z, a, numbers) => Either(z, numbers, "1", $"{numbers.Of(a)} + {Text(alpha)}"),
                ChartValue = Piecewise("f(z) = z", $"α(eᶻ − 1), α = {Text(alpha)}"),
                ChartDerivative = Piecewise("f′(z) = 1", "αeᶻ"),
                Remark = new(
                    "Smoother training; exponentials cost time.",
                    "学習が滑らか。指数関数の計算に時間がかかる。"
                ),
            },
            ElementwiseActivation<Selu> => new()
            {
                Symbol = "selu",
                Value = "f(z) = λ·z (z > 0), λα·(e^z − 1) (z ≤ 0), λ = 1.0507, λα = 1.7581",
                Derivative = (z, a) => $"λ ({z} > 0), {a} + λα ({z} ≤ 0)",
                DerivativeInNumbers = (z, a, numbers) => Either(z, numbers, "1.0507", $"{numbers.Of(a)} + 1.7581"),
                ChartValue = Piecewise("f(z) = λz", "λα(eᶻ − 1)"),
                ChartDerivative = Piecewise("f′(z) = λ", "λαeᶻ"),
                Remark = new(
                    "Keeps means and variances; λ ≈ 1.0507, α ≈ 1.6733.",
                    "平均と分散を保つ。λ ≈ 1.0507、α ≈ 1.6733。"
                ),
            },
            ElementwiseActivation<Softplus> => new()
            {
                Symbol = "softplus",
                Value = "f(z) = ln(1 + e^z)",
                Derivative = (z, _) => $"σ({z})",
                DerivativeInNumbers = (z, _, numbers) => $"σ({numbers.Of(z)})",
                ChartValue = BoundedWords.Range("f(z) = ln(1 + eᶻ)", "(0, ∞)"),
                ChartDerivative = Caption.Same("f′(z) = σ(z)"),
                Remark = new("A smooth ReLU; an output that must be above 0.", "滑らかな ReLU。正の値の出力に。"),
            },
            ElementwiseActivation<Silu> => new()
            {
                Symbol = "silu",
                Value = "f(z) = z·σ(z)",
                Derivative = (z, _) => $"σ({z})·(1 + {z}·(1 − σ({z})))",
                DerivativeInNumbers = (z, _, numbers) =>
                    $"σ({numbers.Of(z)})·(1 + {numbers.In(z)}·(1 − σ({numbers.Of(z)})))",
                ChartValue = BoundedWords.Range("f(z) = z·σ(z)", "≈ [−0.28, ∞)"),
                ChartDerivative = Caption.Same("f′(z) = σ(z)(1 + z(1 − σ(z)))"),
                Remark = new(
                    "Also called swish; smooth, and dips below 0.",
                    "swish とも呼ぶ。滑らかで、0 の左で少し負になる。"
                ),
            },
            ElementwiseActivation<Gelu> => new()
            {
                Symbol = "gelu",
                Value = "f(z) = z·Φ(z)",
                Derivative = (z, _) => $"Φ({z}) + {z}·φ({z})",
                DerivativeInNumbers = (z, _, numbers) => $"Φ({numbers.Of(z)}) + {numbers.In(z)}·φ({numbers.Of(z)})",
                ChartValue = BoundedWords.Range("f(z) = z·Φ(z)", "≈ [−0.17, ∞)"),
                ChartDerivative = Caption.Same("f′(z) = Φ(z) + z·φ(z)"),
                Remark = new(
                    "Transformers; the error function costs time.",
                    "Transformer に。誤差関数の計算に時間がかかる。"
                ),
            },
            ElementwiseActivation<GeluTanh> => new()
            {
                Symbol = "gelu-tanh",
                Value = "f(z) = ½z·(1 + tanh(√(2/π)·(z + 0.044715·z³)))",
                Derivative = (z, _) => $"½·(1 + ω) + ½·{z}·(1 − ω²)·√(2/π)·(1 + 0.134145·{Notation.Squared(z)})",
                Where = "ω = tanh(√(2/π)·(z + 0.044715·z³))",
                DerivativeInNumbers = (z, _, numbers) =>
                {
                    string omega = numbers.In(Math.Tanh(Math.Sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
                    string sum = numbers.In(z);
                    return $"½·(1 + {omega}) + ½·{sum}·(1 − {omega}²)·√(2/π)·(1 + 0.134145·{sum}²)";
                },
                ChartValue = Caption.Same("f(z) = ½z(1 + tanh(√(2/π)(z + 0.044715z³)))"),
                ChartDerivative = new("f′(z) by the product rule", "f′(z) は積の微分による"),
                Remark = new(
                    "GELU without the error function, off by at most 4.73e-4.",
                    "誤差関数を使わない GELU。誤差は最大 4.73e-4。"
                ),
            },
            ElementwiseActivation<Mish> => new()
            {
                Symbol = "mish",
                Value = "f(z) = z·tanh(ln(1 + e^z))",
                Derivative = (z, _) => $"ω + {z}·σ({z})·(1 − ω²)",
                Where = "ω = tanh(ln(1 + e^z))",
                DerivativeInNumbers = (z, _, numbers) =>
                {
                    string omega = numbers.Of(Math.Tanh(Math.Log(1 + Math.Exp(z))));
                    return $"{omega} + {numbers.In(z)}·σ({numbers.Of(z)})·(1 − {omega}²)";
                },
                ChartValue = BoundedWords.Range("f(z) = z·tanh(ln(1 + eᶻ))", "≈ [−0.31, ∞)"),
                ChartDerivative = Caption.Same("f′(z) = t + z·σ(z)(1 − t²), t = f/z"),
                Remark = new("Smooth; costs an exponential and more.", "滑らか。計算にやや時間がかかる。"),
            },
            _ => null,
        };

    private static Caption Piecewise(string above, string below) =>
        new($"{above} for z > 0, else {below}", $"{above}（z > 0）、他は {below}");

    private static string Either(double z, TraceNumbers numbers, string above, string below) =>
        z > 0 ? $"{above} ({numbers.Of(z)} > 0)" : $"{below} ({numbers.Of(z)} ≤ 0)";

    private static string Text(double alpha) => alpha.ToString("R", CultureInfo.InvariantCulture);
}
