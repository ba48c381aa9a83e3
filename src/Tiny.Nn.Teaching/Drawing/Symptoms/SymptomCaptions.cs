using System.Globalization;
using Tiny.Nn.Teaching.Diagnostics;

namespace Tiny.Nn.Teaching.Drawing.Symptoms;

/// <summary>The evidence of each symptom, as a sentence with its numbers in it.</summary>
/// <param name="names">What inputs, rows and classes are called.</param>
internal sealed class SymptomCaptions(SymptomNames names)
{
    private const int MostListed = 8;

    /// <summary>A symptom in words.</summary>
    internal SymptomText Text(Symptom symptom, Language language) =>
        new(
            SymptomTitles.Title(symptom.Kind).In(language),
            Evidence(symptom).In(language),
            SymptomTitles.Advice(symptom.Kind).In(language)
        );

    private Caption Evidence(Symptom symptom) =>
        symptom.Kind switch
        {
            SymptomKind.UnscaledInputs => Unscaled(symptom),
            SymptomKind.SymmetricStart => Symmetric(symptom),
            SymptomKind.InitialLoss => Initial(symptom),
            SymptomKind.LearningRateTooHigh => High(symptom),
            SymptomKind.LearningRateTooLow => new(
                $"In the last {N(symptom["epochs"])} epochs the loss fell from {F(symptom["loss_before"])} to {F(symptom["loss_after"])}, lower in {P(symptom["falling_share"])} of them, and had not arrived; no layer's weights moved by more than {P(symptom["update_ratio"])} an epoch.",
                $"最後の{N(symptom["epochs"])}エポックで損失は {F(symptom["loss_before"])} から {F(symptom["loss_after"])} へ、{Falling(symptom["falling_share"])}で下がり続けていました。どの層の重みも1エポックに {P(symptom["update_ratio"])} しか動いていません。"
            ),
            SymptomKind.DeadUnits => new(
                $"Units that pass no gradient for any row that was looked at: {Shares(symptom, "layer ")}. At the start {P(symptom["dead_share_at_start"])}.",
                $"調べたどの行でも勾配を通さないユニット：{Shares(symptom, "第", "層")}。学習前は {P(symptom["dead_share_at_start"])}。"
            ),
            SymptomKind.Saturation => new(
                $"Outputs that lie where the activation is nearly flat: {Shares(symptom, "layer ")}. At the start {P(symptom["saturated_share_at_start"])}.",
                $"活性化関数がほとんど平らなところにある出力：{Shares(symptom, "第", "層")}。学習前は {P(symptom["saturated_share_at_start"])}。"
            ),
            SymptomKind.VanishingGradients or SymptomKind.ExplodingGradients => new(
                $"δ of the first layer is {F(symptom["first_to_last"])} times that of the last: a factor of {F(symptom["per_layer"])} for each layer on the way back. At the start: {Sizes(symptom, "layer ")}.",
                $"第1層の δ は最後の層の {F(symptom["first_to_last"])} 倍、つまり1層さかのぼるごとに {F(symptom["per_layer"])} 倍です。学習前の δ：{Sizes(symptom, "第", "層")}。"
            ),
            SymptomKind.Underfitting => new(
                $"Of {N(symptom["looked_at"])} rows that it learned from, the network leaves {P(symptom["unexplained"])} of the differences unexplained; the mean of the five nearest other rows leaves {P(symptom["unexplained_by_neighbours"])}.",
                $"学習に使った{N(symptom["looked_at"])}行について、ネットワークは違いの {P(symptom["unexplained"])} を説明できていません。最も近い5行の平均なら {P(symptom["unexplained_by_neighbours"])} です。"
            ),
            SymptomKind.Overfitting => new(
                $"After epoch {N(symptom["best_epoch"])} the validation loss rose from {F(symptom["best_validation_loss"])} to {F(symptom["last_validation_loss"])} in epoch {N(symptom["last_epoch"])}, while the training loss fell from {F(symptom["training_loss_at_best"])} to {F(symptom["last_training_loss"])}: the gap grew from {F(symptom["gap_at_best"])} to {F(symptom["last_gap"])}.",
                $"エポック{N(symptom["best_epoch"])}のあと、検証損失は {F(symptom["best_validation_loss"])} から {F(symptom["last_validation_loss"])}（エポック{N(symptom["last_epoch"])}）に上がり、訓練損失は {F(symptom["training_loss_at_best"])} から {F(symptom["last_training_loss"])} に下がりました。差は {F(symptom["gap_at_best"])} から {F(symptom["last_gap"])} に広がりました。"
            ),
            SymptomKind.SuspectLabels => Labels(symptom),
            _ => throw new ArgumentOutOfRangeException(nameof(symptom)),
        };

    private static string Falling(double share) => share == 1 ? "そのすべてのエポック" : $"その {P(share)} のエポック";

    private Caption Unscaled(Symptom symptom)
    {
        string listed = List(
            symptom.Places.OfType<InputPlace>(),
            place => $"{names.Input(place)} {F(place.Mean)} ± {F(place.Deviation)}"
        );
        return new(
            $"{N(symptom["unscaled"])} of {N(symptom["inputs"])} inputs are far from the size of 1 (mean ± standard deviation): {listed}.",
            $"{N(symptom["inputs"])}個の入力のうち{N(symptom["unscaled"])}個が 1 の大きさから離れています（平均 ± 標準偏差）：{listed}。"
        );
    }

    private static Caption Symmetric(Symptom symptom)
    {
        string listed(string before, string after) =>
            List(symptom.Places.OfType<LayerPlace>(), place => $"{before}{place.Layer}{after} {N(place.Value)}");
        return new(
            $"{N(symptom["units"])} hidden units have only {N(symptom["distinct_units"])} different {(symptom["distinct_units"] == 1 ? "set" : "sets")} of incoming weights, at the start and after {N(symptom["epochs"])} epochs ({listed("layer ", ":")}). Equal units get equal gradients.",
            $"{N(symptom["units"])}個のユニットのうち入力の重みが異なるのは{N(symptom["distinct_units"])}個だけで、{N(symptom["epochs"])}エポック後も変わりません：{listed("第", "層")}。同じユニットには同じ勾配しか届きません。"
        );
    }

    private static Caption Initial(Symptom symptom)
    {
        string first = F(symptom["initial_loss"]);
        string expected = F(symptom["expected_loss"]);
        string ratio = F(symptom["ratio"]);
        return symptom["classes"] > 0
            ? new(
                $"Before the first step the loss was {first}; for {N(symptom["classes"])} classes it should be near ln {N(symptom["classes"])} = {expected}. It is {ratio} times that.",
                $"学習前の損失は {first} でした。{N(symptom["classes"])}クラスなら ln {N(symptom["classes"])} = {expected} に近いはずで、その {ratio} 倍です。"
            )
            : new(
                $"Before the first step the loss was {first}; that of always answering the mean is {expected}. It is {ratio} times that.",
                $"学習前の損失は {first} でした。つねに平均を答えるときの損失 {expected} の {ratio} 倍です。"
            );
    }

    private static Caption High(Symptom symptom) =>
        symptom["diverged_at_step"] > 0
            ? new(
                $"The loss left the range of numbers at step {N(symptom["diverged_at_step"])}; before the first step it was {F(symptom["initial_loss"])}.",
                $"ステップ {N(symptom["diverged_at_step"])} で損失が数の範囲を超えました（発散）。学習前は {F(symptom["initial_loss"])} でした。"
            )
            : new(
                $"The loss rose in {N(symptom["rises"])} of {N(symptom["epochs"])} epochs; the rises add up to {F(symptom["sum_of_rises"])} times the loss of knowing nothing. Highest {F(symptom["highest_loss"])}, before the first step {F(symptom["initial_loss"])}.",
                $"{N(symptom["epochs"])}エポック中{N(symptom["rises"])}エポックで損失が上がり、その合計は何も知らないときの損失の {F(symptom["sum_of_rises"])} 倍です。最大 {F(symptom["highest_loss"])}、学習前 {F(symptom["initial_loss"])}。"
            );

    private Caption Labels(Symptom symptom)
    {
        SamplePlace[] places = [.. symptom.Places.OfType<SamplePlace>()];
        string english = List(
            places,
            place =>
                $"row {names.Row(place)} ({names.Class(place.Label)}, looks like {names.Class(place.Predicted)}; its own class got {P(place.Probability)})"
        );
        string japanese = List(
            places,
            place =>
                $"{names.Row(place)}行目（ラベル {names.Class(place.Label)}、予測 {names.Class(place.Predicted)}、ラベルの確率 {P(place.Probability)}）"
        );
        return new(
            $"Of {N(symptom["looked_at"])} training rows, {N(symptom["samples"])} were taken for another class with more than {P(symptom["sure"])} in most of {N(symptom["epochs"])} epochs: {english}. Rows count from 1, the header not counted.",
            $"訓練データ{N(symptom["looked_at"])}行のうち{N(symptom["samples"])}行が、{N(symptom["epochs"])}エポックの大半で {P(symptom["sure"])} を超える確率で別のクラスと判断されました：{japanese}。行番号は見出しを除いて 1 から数えます。"
        );
    }

    private static string Shares(Symptom symptom, string before, string after = "") =>
        List(symptom.Places.OfType<LayerPlace>(), place => $"{before}{place.Layer}{after} {P(place.Value)}");

    private static string Sizes(Symptom symptom, string before, string after = "") =>
        List(symptom.Places.OfType<LayerPlace>(), place => $"{before}{place.Layer}{after} {F(place.Value)}");

    private static string List<TPlace>(IEnumerable<TPlace> places, Func<TPlace, string> write)
    {
        string[] texts = [.. places.Select(write)];
        string listed = string.Join(", ", texts.Take(MostListed));
        return texts.Length > MostListed ? $"{listed}, … ({texts.Length})" : listed;
    }

    private static string F(double number) =>
        number.ToString(Math.Abs(number) is >= 1000 and < 1e6 ? "F0" : "g3", CultureInfo.InvariantCulture);

    private static string N(double number) => number.ToString("F0", CultureInfo.InvariantCulture);

    private static string P(double share) => (100 * share).ToString("G3", CultureInfo.InvariantCulture) + " %";
}
