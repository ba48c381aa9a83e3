namespace Tiny.Nn.Teaching.Drawing.Results;

/// <summary>Sentences of results in Japanese; the first that fits is said.</summary>
internal static class ResultSentences
{
    internal static IReadOnlyList<SpokenSentence> Japanese { get; } =
    [
        new(
            "{0} has {1} MB; a page has room for {2} MB.",
            "{0} は {1} MB です。このページで扱えるのは {2} MB までです。"
        ),
        new("Train it with the command: {0}", "コマンドで学習してください：{0}"),
        new("There is nothing to draw yet.", "まだ描くものがありません。"),
        new("Train an epoch first.", "まず 1 エポック学習してください。"),
        new(
            "A step of {0} weights and biases is too much to be read; the limit is {1}.",
            "重みとバイアスが {0}個のステップは多すぎて読めません。上限は {1}個です。"
        ),
        new("Choose fewer units.", "ユニットを減らしてください。"),
        new(
            "A step is shown of dense layers and activations, and this network has others.",
            "ステップを示せるのは全結合層と活性化関数だけで、このネットワークには他の層があります。"
        ),
        new("Choose no normalization.", "正規化をなしにしてください。"),
        new("Charts cannot begin and end there.", "グラフをその範囲では描けません。"),
        new(
            "Give two numbers from {0} to {1}, the smaller one first.",
            "{0} から {1} までの数を、小さい方から 2 つ指定してください。"
        ),
        new(
            "A picture of a plane is drawn where both of its axes are inputs.",
            "平面の図は、両方の軸が入力のときに描けます。"
        ),
        new("Choose two columns that go into the network.", "ネットワークに入る列を 2 つ選んでください。"),
        new(
            "The model is of several networks, and a page shows one.",
            "このモデルは複数のネットワークからできていますが、ページで示せるのは 1 つです。"
        ),
        new(
            "Open a model of one network: train it with hidden layers of your own.",
            "隠れ層を指定して学習した、1 つのネットワークのモデルを開いてください。"
        ),
        new("There is no such weight, or this is no number for it.", "その重みがないか、数ではありません。"),
        new("Give a number.", "数を指定してください。"),
        new("Classification of {0}", "{0} の分類"),
        new("Regression of {0}", "{0} の回帰"),
        new(
            "{0} epochs on {1} rows, lowest loss {2} in epoch {3}",
            "{1}行で {0}エポック、最小の損失は第{3}エポックの {2}"
        ),
        new("{0} epochs on {1} rows", "{1}行で {0}エポック"),
        new("Loss of {0} epochs, lowest in epoch {1}", "{0}エポックの損失、最小は第{1}エポック"),
        new("lowest loss in epoch {0}", "最小の損失は第{0}エポック"),
        new("{0} rows from {1} to {2}", "{1} から {2} までの行 {0}"),
        new("{0} of {1} recognised, mean probability {2}", "{1}のうち {0}が正解、平均の確率 {2}"),
        new("actual ({0})", "実際（{0}）"),
        new("predicted ({0})", "予測（{0}）"),
        new("predicted less actual ({0})", "予測 − 実際（{0}）"),
        new(
            "{0} folds: each row was judged by a model that had not seen it. The model that was saved is another one, which learned from all rows.",
            "{0}分割：どの行も、それを見ていないモデルが判定しました。保存したモデルは別のもので、すべての行から学習しました。"
        ),
        new(
            "With tinynn {0}, the same data and this seed it gives the same model, bit for bit.",
            "tinynn {0} では、同じデータとこのシードから、ビット単位で同じモデルができます。"
        ),
        new(
            "The {0} most frequent mistakes: a confusion matrix of {1} classes would be too large.",
            "最も多い間違い {0}：{1}クラスの混同行列は大きすぎます。"
        ),
        new(
            "The {0} classes with the most mistakes; {1} others are not shown: {2} has all.",
            "間違いの最も多い {0}クラス。他の {1}は省きました：{2} にはすべてあります。"
        ),
        new(
            "The table is too large to look for rows that it was both trained on and tested with.",
            "表が大きすぎるため、学習とテストの両方にある行は調べていません。"
        ),
        new("There is no linear model to compare with: {0}.", "比べる線形モデルがありません：{0}"),
        new(
            "Training diverged: the loss is {0} at step {1}. <2>",
            "第{1}ステップで損失が {0} になり、学習が発散しました。<2>"
        ),
        new(
            "No update was made yet, so it is not the learning rate: the numbers are too large. <0>",
            "まだ一度も更新していないので、学習率のせいではありません。数値が大きすぎます。<0>"
        ),
        new("Try standardized inputs and targets.", "入力と目標値を標準化してみましょう。"),
        new("Try standardized inputs, or a larger L2 penalty.", "入力を標準化するか、L2 罰則を大きくしてみましょう。"),
        new(
            "Try a learning rate below {0}, standardized inputs, or gradient clipping.",
            "学習率を {0} より小さくするか、入力を標準化するか、勾配をクリップしてみましょう。"
        ),
        new("{0} test rows", "テスト行 {0}"),
        new("{0} out-of-fold rows", "分割外の行 {0}"),
        new("{0} rows out of fold", "分割外の行 {0}"),
        new("{0} rows", "行 {0}"),
        new("{0} folds", "{0}分割"),
        new("only {0} is right", "{0} だけが正解"),
        new("The model beats the <0>: <1>", "モデルは<0>に勝ります：<1>"),
        new("The model is worse than the <0>: <1>", "モデルは<0>に劣ります：<1>"),
        new("The model is not shown to beat the <0>: <1>", "モデルが<0>に勝るとは示されていません：<1>"),
        new("The model beats the <0>.", "モデルは<0>に勝ります。"),
        new("The model is worse than the <0>.", "モデルは<0>に劣ります。"),
        new("The model is not shown to beat the <0>.", "モデルが<0>に勝るとは示されていません。"),
        new("Neither is shown to be better: <0>", "どちらが良いとも示されていません：<0>"),
        new("{0} is better than {1}: <2>", "{0} は {1} より良いです：<2>"),
        new(
            "<0> {1} against {2}, difference {3} to {4} (95 % interval, p {5}).",
            "<0> {1} 対 {2}、差は {3} から {4}（95 % 区間、p {5}）。"
        ),
        new(
            "<0> {1} against {2}, difference {3} to {4} (95 % interval).",
            "<0> {1} 対 {2}、差は {3} から {4}（95 % 区間）。"
        ),
        new(
            "Calibration: mean confidence {0}, accuracy {1}, expected calibration error {2}.",
            "較正：平均の確信度 {0}、正解率 {1}、較正誤差 {2}。"
        ),
        new("<0> and <1>: of \"{2}\", the positive class.", "<0>と<1>は、正例のクラス「{2}」についてのものです。"),
        new(
            "<0> and <1>: of \"{2}\", the positive class of {3}.",
            "<0>と<1>は、{3} の正例のクラス「{2}」についてのものです。"
        ),
        new("<0>, <1>: in the unit of the target, {2}.", "<0>、<1>は目標値の単位（{2}）で表しています。"),
        new(
            "A row is taken for {0} where that has a probability above {1}.",
            "{0} の確率が {1} を超える行を {0} とします。"
        ),
        new("Nothing odd was found in {0} rows.", "{0}行におかしなところは見つかりませんでした。"),
        new(
            "{0} of {1} rows that judge have the same features as a row that the model learned from, {2} the same target too: it may have memorized them, and the report may be too good.",
            "判定に使う {1}行のうち {0}行は、学習した行と特徴量が同じで、{2}行は目標値も同じです。暗記しているかもしれず、結果は良すぎるかもしれません。"
        ),
    ];
}
