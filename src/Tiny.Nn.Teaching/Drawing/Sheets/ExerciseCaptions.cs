using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>What exercises say, but for their questions.</summary>
internal static class ExerciseCaptions
{
    internal static readonly Caption Title = new("Exercises on one training step", "学習1ステップの練習問題");
    internal static readonly Caption KeyTitle = new("Answer key", "解答");
    internal static readonly Caption Given = new("Given", "与えられた値");
    internal static readonly Caption Answer = new("Answer", "答え");
    internal static readonly Caption Solution = new("Solution", "解き方");
    internal static readonly Caption YourAnswer = new("Your answer", "解答欄");
    internal static readonly Caption Hint = new("The formula", "使う式");
    internal static readonly Caption OnceMore = new("Once more", "もう一度");
    internal static readonly Caption Points = new("points", "配点");
    internal static readonly Caption Total = new("Total", "合計");
    internal static readonly Caption Rows = new("batch", "バッチ");
    internal static readonly Caption Seed = new("seed", "シード");
    internal static readonly Caption Right = new("right", "正解です");
    internal static readonly Caption WrongSign = new(
        "the size is right, the sign is not",
        "大きさは合っていますが、符号が逆です"
    );
    internal static readonly Caption Close = new(
        "close: rounded too early, perhaps",
        "近い値です。途中で丸めすぎたのかもしれません"
    );
    internal static readonly Caption Wrong = new("not right", "ちがいます");
    internal static readonly Caption Unreadable = new("that cannot be read as an answer", "答えとして読み取れません");
    internal static readonly Caption Spelling = new(
        "Write a number, such as 0.25, or the letter of a choice.",
        "0.25 のような数値か、選択肢の記号を書いてください。"
    );
    internal static readonly Caption Missing = new("no answer", "答えがありません");
    internal static readonly Caption Off = new("off by", "ずれ");
    internal static readonly Caption HowTo = new(
        "Numbers with four significant digits are precise enough; 0.25, 0,25, 2.5e-1, 1/4 and 25 % are the same. An empty line passes on, q ends.",
        "数値は有効数字4桁で十分です。0.25、0,25、2.5e-1、1/4、25 % は同じです。空行で次へ、q で終わります。"
    );
    internal static readonly Caption SheetNote = new(
        "Symbols: x input, w weight, b bias, z sum, a output, t target, ℓ loss, δ = ∂ℓ/∂z, η learning rate. The layer stands above, the unit and its input below.",
        "記号：x 入力、w 重み、b バイアス、z 重み付き和、a 出力、t 目標値、ℓ 損失、δ = ∂ℓ/∂z、η 学習率。上に層、下にユニットと入力の番号を書きます。"
    );

    internal static Caption Verdict(AnswerVerdict verdict) =>
        verdict switch
        {
            AnswerVerdict.Right => Right,
            AnswerVerdict.WrongSign => WrongSign,
            AnswerVerdict.Close => Close,
            AnswerVerdict.Wrong => Wrong,
            AnswerVerdict.Unreadable => Unreadable,
            _ => Missing,
        };

    /// <param name="right">How many answers are right.</param>
    /// <param name="hinted">How many of them were not at the first try.</param>
    /// <param name="all">How many questions there are.</param>
    internal static Caption Score(int right, int hinted, int all) =>
        hinted == 0
            ? new($"{right} of {all} right", $"{all}問中{right}問正解")
            : new(
                $"{right} of {all} right, {hinted} of them with a hint",
                $"{all}問中{right}問正解（うち{hinted}問はヒントあり）"
            );

    internal static Caption CopyNumber(int copy) => new($" · copy {copy}", $"（用紙{copy}）");

    internal static Caption PointsOf(int points) =>
        new($"{points} {(points == 1 ? "point" : "points")}", $"{points}点");

    /// <summary>Where a row stands: its number among those with a target, and its line in the file.</summary>
    internal static Caption RowOfFile(int row, long line) =>
        new($"row {row} (line {line} of the file)", $"{row}行目（ファイルの{line}行目）");

    internal static Caption Choice(ExerciseChoice choice) =>
        choice switch
        {
            ExerciseChoice.WeightShrinks => new(
                "It gets smaller: the loss would rise with it.",
                "小さくなる。大きくすると損失が増えるから。"
            ),
            ExerciseChoice.WeightGrows => new(
                "It gets larger: the loss would fall with it.",
                "大きくなる。大きくすると損失が減るから。"
            ),
            ExerciseChoice.WeightStays => new(
                "It stays: here the loss does not depend on it.",
                "変わらない。ここでは損失がこの重みに依存しないから。"
            ),
            ExerciseChoice.IdentityAndSquaredError => new("identity and squared error", "恒等関数と二乗誤差"),
            ExerciseChoice.SigmoidAndBinaryCrossEntropy => new(
                "sigmoid and binary cross-entropy",
                "シグモイドと二値交差エントロピー"
            ),
            ExerciseChoice.SoftmaxAndCrossEntropy => new(
                "softmax and cross-entropy",
                "ソフトマックスと交差エントロピー"
            ),
            ExerciseChoice.ReluAndSquaredError => new("ReLU and squared error", "ReLU と二乗誤差"),
            _ => throw new ArgumentOutOfRangeException(nameof(choice)),
        };

    /// <summary>Why a choice is right.</summary>
    internal static Caption Reason(ExerciseChoice choice) =>
        choice switch
        {
            ExerciseChoice.WeightShrinks or ExerciseChoice.WeightGrows => new(
                "The gradient points to where the loss grows; descent takes w − η·g, so a positive g makes w smaller and a negative one larger.",
                "勾配は損失が増える向きを指します。降下法は w − η·g とするので、g が正なら w は小さく、負なら大きくなります。"
            ),
            ExerciseChoice.WeightStays => new(
                "The gradient is 0, because the input or δ is 0: w − η·0 = w.",
                "入力か δ が 0 なので勾配も 0 です。w − η·0 = w。"
            ),
            ExerciseChoice.IdentityAndSquaredError => new(
                "A number can be anything, so the output must not be bent or bounded; with squared error δ is a − t.",
                "数値はどんな値にもなりうるので、出力を曲げたり限ったりしません。二乗誤差なら δ = a − t です。"
            ),
            ExerciseChoice.SigmoidAndBinaryCrossEntropy => new(
                "One output between 0 and 1 is the probability of the second class, the first has the rest; with binary cross-entropy the slope of the sigmoid cancels and δ is a − t.",
                "0 と 1 の間の出力1つが2番目のクラスの確率で、残りが1番目です。二値交差エントロピーならシグモイドの傾きが消えて δ = a − t です。"
            ),
            ExerciseChoice.SoftmaxAndCrossEntropy => new(
                "One output per class, all positive and 1 together: probabilities; with cross-entropy the Jacobian of softmax collapses and δ is a − t.",
                "クラスごとに出力が1つ、すべて正で合計 1、つまり確率です。交差エントロピーならソフトマックスのヤコビ行列がまとまって δ = a − t です。"
            ),
            _ => new("", ""),
        };
}
