using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Results;

/// <summary>The words of results in Japanese: names, and sentences with a place for each number or name in them. What has none stays English.</summary>
internal static class JapaneseWords
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["accuracy"] = "正解率",
        ["balanced accuracy"] = "均衡正解率",
        ["macro F1"] = "マクロ F1",
        ["Matthews"] = "マシューズ相関係数",
        ["kappa"] = "カッパ係数",
        ["log-loss"] = "対数損失",
        ["Brier"] = "ブライアスコア",
        ["calibration error"] = "較正誤差",
        ["average precision"] = "平均適合率",
        ["median error"] = "誤差の中央値",
        ["maximum error"] = "最大誤差",
        ["measure"] = "指標",
        ["model"] = "モデル",
        ["95 % interval"] = "95 % 区間",
        ["majority class"] = "最多クラス",
        ["majority"] = "最多",
        ["training mean"] = "訓練行の平均",
        ["linear model"] = "線形モデル",
        ["linear"] = "線形",
        ["bags"] = "バッグ",
        ["mean"] = "平均",
        ["spread"] = "ばらつき",
        ["difference"] = "差",
        ["class"] = "クラス",
        ["precision"] = "適合率",
        ["recall"] = "再現率",
        ["support"] = "行数",
        ["macro average"] = "マクロ平均",
        ["weighted average"] = "加重平均",
        ["actual"] = "実際",
        ["predicted"] = "予測",
        ["rows"] = "行",
        ["Confusion matrix"] = "混同行列",
        ["McNemar's test"] = "マクネマー検定",
        ["both are, or neither"] = "両方、またはどちらも外れ",
        ["layer"] = "層",
        ["layers of each network"] = "各ネットワークの層",
        ["inputs"] = "入力",
        ["outputs"] = "出力",
        ["parameters"] = "パラメータ",
        ["all"] = "合計",
        ["target"] = "目標値",
        ["task"] = "課題",
        ["network"] = "ネットワーク",
        ["networks"] = "ネットワーク",
        ["loss"] = "損失関数",
        ["version"] = "バージョン",
        ["learned from"] = "学習したデータ",
        ["classes"] = "クラス",
        ["positive class"] = "正例のクラス",
        ["threshold of it"] = "そのしきい値",
        ["target mean"] = "目標値の平均",
        ["target deviation"] = "目標値の標準偏差",
        ["target unit"] = "目標値の単位",
        ["inverse temperature"] = "温度の逆数",
        ["uniform share"] = "一様な分の割合",
        ["feature"] = "特徴量",
        ["input"] = "入力",
        ["deviation"] = "標準偏差",
        ["minimum"] = "最小",
        ["range"] = "幅",
        ["median"] = "中央値",
        ["center"] = "中心",
        ["setting"] = "設定",
        ["history"] = "経過",
        ["epoch"] = "エポック",
        ["training loss"] = "訓練損失",
        ["validation loss"] = "検証損失",
        ["validation accuracy"] = "検証の正解率",
        ["validation R²"] = "検証の R²",
        ["column"] = "列",
        ["kind"] = "種類",
        ["levels"] = "値",
        ["finding"] = "所見",
        ["evidence"] = "根拠",
        ["note"] = "備考",
        ["plan"] = "計画",
        ["training rows"] = "訓練行",
        ["validation rows"] = "検証行",
        ["test rows"] = "テスト行",
        ["Result"] = "結果",
        ["Classes"] = "クラス",
        ["Cross-validation"] = "交差検証",
        ["The spread is that of the folds, not the error of the mean."] =
            "ばらつきは分割ごとのもので、平均の誤差ではありません。",
        ["No rows were set aside, so nothing is known of how good it is."] =
            "取り分けた行がないので、どれくらい良いかは分かりません。",
        [
            "No test rows were set aside: each row was judged by the networks that had not learned from it. All networks together usually do a little better."
        ] =
            "テスト行は取り分けていません。どの行も、それから学んでいないネットワークが判定しました。全ネットワークを合わせると、ふつうは少し良くなります。",
    };

    /// <summary>Sentences, {0} and so on for what is put in; what is put in is said in Japanese too where it is a name.</summary>
    private static readonly (Regex English, string Japanese)[] Sentences =
    [
        Row("{0} test rows", "テスト行 {0}"),
        Row("{0} out-of-fold rows", "分割外の行 {0}"),
        Row("{0} rows out of fold", "分割外の行 {0}"),
        Row("{0} rows", "行 {0}"),
        Row("{0} folds", "{0}分割"),
        Row("only {0} is right", "{0} だけが正解"),
        Row("The model beats the {0}: {1}", "モデルは{0}に勝ります：{1}"),
        Row("The model is worse than the {0}: {1}", "モデルは{0}に劣ります：{1}"),
        Row("The model is not shown to beat the {0}: {1}", "モデルが{0}に勝るとは示されていません：{1}"),
        Row("The model beats the {0}.", "モデルは{0}に勝ります。"),
        Row("The model is worse than the {0}.", "モデルは{0}に劣ります。"),
        Row("The model is not shown to beat the {0}.", "モデルが{0}に勝るとは示されていません。"),
        Row("Neither is shown to be better: {0}", "どちらが良いとも示されていません：{0}"),
        Row("{0} is better than {1}: {2}", "{0} は {1} より良いです：{2}"),
        Row(
            "{0} {1} against {2}, difference {3} to {4} (95 % interval, p {5}).",
            "{0} {1} 対 {2}、差は {3} から {4}（95 % 区間、p {5}）。"
        ),
        Row(
            "{0} {1} against {2}, difference {3} to {4} (95 % interval).",
            "{0} {1} 対 {2}、差は {3} から {4}（95 % 区間）。"
        ),
        Row(
            "Calibration: mean confidence {0}, accuracy {1}, expected calibration error {2}.",
            "較正：平均の確信度 {0}、正解率 {1}、較正誤差 {2}。"
        ),
        Row("{0} and {1}: of \"{2}\", the positive class.", "{0}と{1}は、正例のクラス「{2}」についてのものです。"),
        Row(
            "{0} and {1}: of \"{2}\", the positive class of {3}.",
            "{0}と{1}は、{3} の正例のクラス「{2}」についてのものです。"
        ),
        Row("{0}, {1}: in the unit of the target, {2}.", "{0}、{1}は目標値の単位（{2}）で表しています。"),
        Row(
            "A row is taken for {0} where that has a probability above {1}.",
            "{0} の確率が {1} を超える行を {0} とします。"
        ),
        Row("Nothing odd was found in {0} rows.", "{0}行におかしなところは見つかりませんでした。"),
        Row(
            "{0} of {1} rows that judge have the same features as a row that the model learned from, {2} the same target too: it may have memorized them, and the report may be too good.",
            "判定に使う {1}行のうち {0}行は、学習した行と特徴量が同じで、{2}行は目標値も同じです。暗記しているかもしれず、結果は良すぎるかもしれません。"
        ),
    ];

    /// <summary>The words for some, or these themselves.</summary>
    internal static string Of(string english)
    {
        if (Names.TryGetValue(english, out string? name))
        {
            return name;
        }
        foreach ((Regex pattern, string japanese) in Sentences)
        {
            if (pattern.Match(english) is { Success: true } match)
            {
                object[] parts = [.. match.Groups.Values.Skip(1).Select(group => Of(group.Value))];
                return string.Format(System.Globalization.CultureInfo.InvariantCulture, japanese, parts);
            }
        }
        return english;
    }

    private static (Regex, string) Row(string english, string japanese)
    {
        string[] fixedParts = Regex.Split(english, @"\{[0-9]\}");
        return (new Regex($"^{string.Join("(.+?)", fixedParts.Select(Regex.Escape))}$"), japanese);
    }
}
