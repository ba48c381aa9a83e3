using Tiny.Nn.Activations;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>What a lesson says of an activation.</summary>
/// <param name="Value">f(z) as a formula.</param>
/// <param name="Derivative">f′(z) as a formula.</param>
/// <param name="Remark">What it is for, and what to watch for.</param>
internal sealed record FunctionCaption(string Value, Caption Derivative, Caption Remark)
{
    private const string LeakyRelu = "leaky-relu";
    private const string Elu = "elu";

    internal static Caption JacobianRemark { get; } =
        new("They sum to 0: what one class wins the others lose.", "和は 0。一つのクラスが得た分を他のクラスが失う。");

    private static readonly Caption VanishingSlope = new(
        "Output of two classes, gates; its gradient vanishes far from 0.",
        "2 クラスの出力やゲートに。0 から離れると勾配が消える。"
    );

    private static readonly Dictionary<string, FunctionCaption> Known = new(StringComparer.Ordinal)
    {
        ["identity"] = new(
            "f(z) = z",
            Same("f′(z) = 1"),
            new("Output of a regression; without it no layer is non-linear.", "回帰の出力に。非線形性はない。")
        ),
        ["sigmoid"] = new(
            "f(z) = 1/(1 + e⁻ᶻ), range (0, 1)",
            new("f′(z) = f(1 − f), at most 0.25, at 0", "f′(z) = f(1 − f)、最大は z = 0 で 0.25"),
            VanishingSlope
        ),
        ["tanh"] = new(
            "f(z) = (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ), range (−1, 1)",
            Same("f′(z) = 1 − f²"),
            new(
                "Small hidden layers; its gradient vanishes far from 0.",
                "小さな隠れ層に。0 から離れると勾配が消える。"
            )
        ),
        ["relu"] = new(
            "f(z) = max(0, z), range [0, ∞)",
            new("f′(z) = 1 for z > 0, else 0", "f′(z) = 1（z > 0）、他は 0"),
            new(
                "Hidden layers; a unit that is never above 0 learns no more.",
                "隠れ層に。常に 0 以下のユニットは学習しない。"
            )
        ),
        [LeakyRelu] = new(
            "f(z) = z for z > 0, else αz",
            new("f′(z) = 1 for z > 0, else α", "f′(z) = 1（z > 0）、他は α"),
            new("Against dead units; a small gradient below 0.", "死んだユニットの対策に。0 以下でも勾配が少し残る。")
        ),
        [Elu] = new(
            "f(z) = z for z > 0, else α(eᶻ − 1)",
            new("f′(z) = 1 for z > 0, else αeᶻ", "f′(z) = 1（z > 0）、他は αeᶻ"),
            new("Smoother training; exponentials cost time.", "学習が滑らか。指数関数の計算に時間がかかる。")
        ),
        ["gelu"] = new(
            "f(z) = z·Φ(z), range ≈ [−0.17, ∞)",
            Same("f′(z) = Φ(z) + z·φ(z)"),
            new("Transformers; the error function costs time.", "Transformer に。誤差関数の計算に時間がかかる。")
        ),
        ["gelu-tanh"] = new(
            "f(z) = ½z(1 + tanh(√(2/π)(z + 0.044715z³)))",
            new("f′(z) by the product rule", "f′(z) は積の微分による"),
            new(
                "GELU without the error function, off by at most 4.73e-4.",
                "誤差関数を使わない GELU。誤差は最大 4.73e-4。"
            )
        ),
        ["softmax"] = new(
            "pᵢ = e^(xᵢ − m)/Σⱼ e^(xⱼ − m), m = max x",
            Same("∂pᵢ/∂xⱼ = pᵢ(δᵢⱼ − pⱼ)"),
            new("Output of several classes; only differences count.", "多クラスの出力に。差だけで決まる。")
        ),
        ["softplus"] = new(
            "f(z) = ln(1 + eᶻ), range (0, ∞)",
            Same("f′(z) = σ(z)"),
            new("A smooth ReLU; an output that must be above 0.", "滑らかな ReLU。正の値の出力に。")
        ),
        ["selu"] = new(
            "f(z) = λz for z > 0, else λα(eᶻ − 1)",
            new("f′(z) = λ for z > 0, else λαeᶻ", "f′(z) = λ（z > 0）、他は λαeᶻ"),
            new("Keeps means and variances; λ ≈ 1.0507, α ≈ 1.6733.", "平均と分散を保つ。λ ≈ 1.0507、α ≈ 1.6733。")
        ),
        ["silu"] = new(
            "f(z) = z·σ(z), range ≈ [−0.28, ∞)",
            Same("f′(z) = σ(z)(1 + z(1 − σ(z)))"),
            new("Also called swish; smooth, and dips below 0.", "swish とも呼ぶ。滑らかで、0 の左で少し負になる。")
        ),
        ["mish"] = new(
            "f(z) = z·tanh(ln(1 + eᶻ)), range ≈ [−0.31, ∞)",
            Same("f′(z) = t + z·σ(z)(1 − t²), t = f/z"),
            new("Smooth; costs an exponential and more.", "滑らか。計算にやや時間がかかる。")
        ),
        ["hard-sigmoid"] = new(
            "f(z) = min(1, max(0, z/6 + ½))",
            new("f′(z) = 1/6 for |z| < 3, else 0", "f′(z) = 1/6（|z| < 3）、他は 0"),
            new("A cheap sigmoid; beyond ±3 nothing is learned.", "安価なシグモイド。±3 の外では学習しない。")
        ),
    };

    internal static FunctionCaption Of(Activation activation)
    {
        string[] name = activation.ToString().Split(':');
        FunctionCaption about = Known[name[0]];
        string usual =
            name[0] == LeakyRelu ? "0.01"
            : name[0] == Elu ? "1"
            : "";
        return usual.Length == 0
            ? about
            : about with
            {
                Value = $"{about.Value}, α = {(name.Length > 1 ? name[1] : usual)}",
            };
    }

    internal IEnumerable<string> Lines(Language language) =>
        [ValueIn(language), Derivative.In(language), Remark.In(language)];

    private string ValueIn(Language language) => new Caption(Value, Translated(Value)).In(language);

    /// <summary>Formulas have few words, always the same.</summary>
    private static string Translated(string formula) =>
        formula
            .Replace(", range ", "、値域 ", StringComparison.Ordinal)
            .Replace(" for z > 0, else ", "（z > 0）、他は ", StringComparison.Ordinal);

    private static Caption Same(string formula) => new(formula, formula);
}
