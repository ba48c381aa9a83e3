using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Gradcheck;

/// <summary>What a gradient check says beside its numbers.</summary>
internal static class GradientCaptions
{
    internal static readonly Caption Parameter = new("parameter", "パラメータ");
    internal static readonly Caption Analytic = new("back-propagation", "逆伝播");
    internal static readonly Caption Numeric = new("difference", "差分");
    internal static readonly Caption Error = new("relative error", "相対誤差");
    internal static readonly Caption Note = new("note", "備考");
    internal static readonly Caption Kink = new("kink inside ±h", "±h 内に折れ点");
    internal static readonly Caption Wrong = new("DIFFERS", "不一致");

    internal static readonly Caption Explanation = new(
        "Every derivative by back-propagation beside a central difference of the loss, (L(w + h) − L(w − h))/2h, with h = 0.00001·max(1, |w|). At a kink, of ReLU at 0 say, the difference is no derivative: such parameters do not count.",
        "逆伝播で求めた各微分を、損失の中心差分 (L(w + h) − L(w − h))/2h（h = 0.00001·max(1, |w|)）と比べます。ReLU の 0 のような折れ点をまたぐと差分は微分になりません。そのパラメータは数えません。"
    );

    internal static readonly Caption More = new(
        "{0} more agree better; --all shows them.",
        "ほかの{0}個の誤差はこれより小さいものです。--all ですべて表示します。"
    );

    internal static readonly Caption Agree = new(
        "They agree: {0} parameters, {1} at kinks, largest relative error {2}, allowed {3}.",
        "一致しました：パラメータ{0}個、うち折れ点{1}個、相対誤差の最大 {2}、許容 {3}。"
    );

    internal static readonly Caption Disagree = new(
        "They do not agree: {0} parameters, {1} at kinks, largest relative error {2}, allowed {3}.",
        "一致しません：パラメータ{0}個、うち折れ点{1}個、相対誤差の最大 {2}、許容 {3}。"
    );
}
