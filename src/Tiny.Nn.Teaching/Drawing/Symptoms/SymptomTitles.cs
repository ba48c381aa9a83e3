using Tiny.Nn.Teaching.Diagnostics;

namespace Tiny.Nn.Teaching.Drawing.Symptoms;

/// <summary>What each symptom is called, and what to try against it.</summary>
internal static class SymptomTitles
{
    internal static Caption Title(SymptomKind kind) =>
        kind switch
        {
            SymptomKind.UnscaledInputs => new("The inputs are not scaled.", "入力の大きさがそろっていません。"),
            SymptomKind.SymmetricStart => new(
                "Hidden units started alike and stayed alike.",
                "隠れ層のユニットが同じ重みから始まり、同じままです（対称な初期値）。"
            ),
            SymptomKind.InitialLoss => new(
                "The first loss is not what an untrained network should have.",
                "最初の損失が、未学習のネットワークの値から離れています。"
            ),
            SymptomKind.LearningRateTooHigh => new("The learning rate is too high.", "学習率が高すぎます。"),
            SymptomKind.LearningRateTooLow => new("The learning rate is too low.", "学習率が低すぎます。"),
            SymptomKind.DeadUnits => new("Units are dead.", "死んだユニットがあります。"),
            SymptomKind.Saturation => new("Units are saturated.", "ユニットが飽和しています。"),
            SymptomKind.VanishingGradients => new("The gradient vanishes.", "勾配が消失しています。"),
            SymptomKind.ExplodingGradients => new("The gradient explodes.", "勾配が爆発しています。"),
            SymptomKind.Underfitting => new("The network underfits.", "学習不足（適合不足）です。"),
            SymptomKind.Overfitting => new("The network overfits.", "過学習（過剰適合）が起きています。"),
            SymptomKind.SuspectLabels => new("Some labels look wrong.", "誤っていそうなラベルがあります。"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    internal static Caption Advice(SymptomKind kind) =>
        kind switch
        {
            SymptomKind.UnscaledInputs => new(
                "--scale standard, which takes the mean from each input and divides it by its standard deviation",
                "--scale standard（平均を引き、標準偏差で割る）"
            ),
            SymptomKind.SymmetricStart => new(
                "random starting weights: leave out an --initializer that gives all units the same, or weights of your own",
                "乱数による初期値。すべてのユニットを同じ値にする --initializer や自分で書いた重みは使わない"
            ),
            SymptomKind.InitialLoss => new(
                "--scale standard; smaller starting weights where you chose them yourself",
                "--scale standard。初期値を自分で選んだ場合はより小さくする"
            ),
            SymptomKind.LearningRateTooHigh => new(
                "a --learning-rate a third or a tenth as large; --clip-norm 1",
                "--learning-rate を 1/3 か 1/10 に下げる。または --clip-norm 1"
            ),
            SymptomKind.LearningRateTooLow => new(
                "a --learning-rate three or ten times as large; --optimizer adam; more --epochs",
                "--learning-rate を3倍か10倍に上げる。--optimizer adam。または --epochs を増やす"
            ),
            SymptomKind.DeadUnits => new(
                "--activation leaky-relu or gelu; a smaller --learning-rate; --scale standard",
                "--activation leaky-relu または gelu。--learning-rate を下げる。--scale standard"
            ),
            SymptomKind.Saturation => new(
                "--scale standard; a smaller --learning-rate; --l2 0.001; --activation relu",
                "--scale standard。--learning-rate を下げる。--l2 0.001。--activation relu"
            ),
            SymptomKind.VanishingGradients => new(
                "--activation relu; fewer --hidden layers",
                "--activation relu。または --hidden の層を減らす"
            ),
            SymptomKind.ExplodingGradients => new(
                "--clip-norm 1; fewer --hidden layers; smaller starting weights",
                "--clip-norm 1。--hidden の層を減らす。初期値を小さくする"
            ),
            SymptomKind.Underfitting => new(
                "larger --hidden layers, or one more, with a bend between them: --activation tanh or relu; more --epochs; another --learning-rate; less --l2 and --dropout",
                "--hidden を大きくする、または層を増やす（間には --activation tanh や relu の曲がりを入れる）。--epochs を増やす。--learning-rate を変える。--l2 と --dropout を小さくする"
            ),
            SymptomKind.Overfitting => new(
                "smaller --hidden layers; --l2 0.001; --dropout 0.3; more rows; the model that is kept is that of the best epoch",
                "--hidden を小さくする。--l2 0.001。--dropout 0.3。データを増やす。保存されるのは最良のエポックのモデルです"
            ),
            SymptomKind.SuspectLabels => new(
                "look at these rows in the file: either the label is wrong, or the row is one of a kind",
                "これらの行を元のファイルで確かめる。ラベルの誤りか、めずらしい行のどちらか"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
