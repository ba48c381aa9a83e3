namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>The words of a trace, explained.</summary>
internal static class Glossary
{
    internal static IReadOnlyList<(Caption Term, Caption Meaning)> Entries { get; } =
    [
        Entry(
            "weight w, bias b",
            "重み w、バイアス b",
            "The parameters: the numbers that training changes. w with i and j leads from input j to unit i.",
            "パラメータ、つまり学習で変わる数値です。添字 i, j の w は入力 j からユニット i への重みです。"
        ),
        Entry(
            "sum z",
            "重み付き和 z",
            "What a unit adds up: weights times inputs, plus bias.",
            "ユニットが足し合わせた値。重み×入力の和にバイアスを加えたものです。"
        ),
        Entry(
            "activation a = f(z)",
            "活性化関数 a = f(z)",
            "What the sum goes through. Without a bend in it, many layers would be no more than one.",
            "和を通す関数です。これが曲がっていなければ、層を重ねても1層と変わりません。"
        ),
        Entry(
            "target t",
            "目標値 t",
            "What the network should have answered.",
            "ネットワークが答えるべきだった値です。"
        ),
        Entry(
            "loss ℓ, L",
            "損失 ℓ、L",
            "How wrong the answer is: ℓ of one sample, L the mean over the batch.",
            "答えがどれだけ外れているか。ℓ は1サンプル、L はバッチの平均です。"
        ),
        Entry(
            "derivative ∂ℓ/∂w",
            "微分 ∂ℓ/∂w",
            "How much ℓ grows for each bit that w grows. Above 0: w should shrink.",
            "w を少し増やしたとき ℓ がどれだけ増えるか。正なら w を減らすべきです。"
        ),
        Entry(
            "gradient",
            "勾配",
            "The derivatives by all parameters, in one list.",
            "すべてのパラメータについての微分を並べたものです。"
        ),
        Entry(
            "δ",
            "δ（デルタ）",
            "∂ℓ/∂z: how much of the error a unit's sum is to blame for.",
            "∂ℓ/∂z のこと。誤差のうち、そのユニットの和が負う分です。"
        ),
        Entry(
            "chain rule",
            "連鎖律",
            "Where one number acts on another by way of a third, the slopes multiply; where there are several ways, the products add up.",
            "ある数が別の数を通して影響するとき、傾きは掛け算になります。経路が複数あれば、その積を足します。"
        ),
        Entry(
            "back-propagation",
            "誤差逆伝播法",
            "The chain rule from the loss backwards, layer by layer, so that nothing is computed twice.",
            "損失から層を逆にたどる連鎖律の計算です。同じ計算を二度しません。"
        ),
        Entry(
            "Jacobian",
            "ヤコビ行列",
            "All derivatives of several outputs by several inputs, as a table.",
            "複数の出力を複数の入力で微分したものを表にした行列です。"
        ),
        Entry("learning rate η", "学習率 η", "How long a step is.", "1歩の大きさです。"),
        Entry("optimizer", "最適化手法", "The rule that makes a step of a gradient.", "勾配から1歩を作る規則です。"),
        Entry(
            "moment",
            "モーメント",
            "What an optimizer remembers of earlier gradients, for each parameter.",
            "最適化手法がパラメータごとに覚えている、過去の勾配の要約です。"
        ),
        Entry(
            "batch, step",
            "バッチ、ステップ",
            "The samples that one update is made from; one such update.",
            "1回の更新に使うサンプルの集まりと、その1回の更新です。"
        ),
    ];

    private static (Caption, Caption) Entry(string term, string termJapanese, string meaning, string meaningJapanese) =>
        (new Caption(term, termJapanese), new Caption(meaning, meaningJapanese));
}
