namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What a trace says beside its formulas.</summary>
internal static class TraceCaptions
{
    internal static readonly Caption Title = new("One training step, number by number", "学習の1ステップを数値で追う");
    internal static readonly Caption Network = new("Network", "ネットワーク");
    internal static readonly Caption Data = new("data", "データ");
    internal static readonly Caption Typed = new("typed on the command line", "コマンドラインで入力");
    internal static readonly Caption Sizes = new("sizes", "層の大きさ");
    internal static readonly Caption Loss = new("loss", "損失関数");
    internal static readonly Caption Optimizer = new("optimizer", "最適化手法");
    internal static readonly Caption StepNumber = new("step", "ステップ");
    internal static readonly Caption Inputs = new("inputs", "入力");
    internal static readonly Caption Outputs = new("outputs", "出力");
    internal static readonly Caption Scaling = new("scaling", "尺度");
    internal static readonly Caption Forward = new("Forward", "順伝播");
    internal static readonly Caption Backward = new("Backward", "逆伝播");
    internal static readonly Caption Target = new("target", "目標値");
    internal static readonly Caption Name = new("Name", "名前");
    internal static readonly Caption Date = new("Date", "日付");
    internal static readonly Caption Input = new("input", "入力");

    internal static readonly Caption ScalingTitle = new(
        "From the file to the network: scaling",
        "ファイルの値からネットワークの入力へ（尺度をそろえる）"
    );

    internal static readonly Caption ScalingNote = new(
        "Mean, deviation and the like are those of all rows of the file.",
        "平均や標準偏差などは、ファイルの全行から求めたものです。"
    );

    internal static readonly Caption ForwardNote = new(
        "Each unit multiplies every input by a weight, adds the products and its bias, and sends the sum through its activation.",
        "各ユニットは入力に重みを掛け、その積とバイアスを足し合わせ、和を活性化関数に通します。"
    );

    internal static readonly Caption LossTitle = new(
        "Loss: how wrong the answer is",
        "損失：答えがどれだけ外れているか"
    );

    internal static readonly Caption OutputTitle = new("Output layer: δ = ∂ℓ/∂z", "出力層：δ = ∂ℓ/∂z");

    internal static readonly Caption OutputNote = new(
        "How the loss changes with the answer, times how the answer changes with its sum: the chain rule.",
        "答えが変わると損失がどう変わるか。それに、和が変わると答えがどう変わるかを掛けます。これが連鎖律です。"
    );

    internal static readonly Caption JacobianNote = new(
        "Softmax couples its outputs: each aᵢ depends on every zⱼ. This is the whole matrix ∂aᵢ/∂zⱼ = aᵢ(δᵢⱼ − aⱼ) (here δᵢⱼ is 1 where i = j, else 0); each row adds up to 0.",
        "ソフトマックスは出力どうしを結び付けます。各 aᵢ はすべての zⱼ に依存します。下は行列 ∂aᵢ/∂zⱼ = aᵢ(δᵢⱼ − aⱼ) の全体です（ここでの δᵢⱼ は i = j のとき 1、それ以外は 0）。各行の和は 0 になります。"
    );

    internal static readonly Caption CollapsedTitle = new(
        "The same in one step: δ = a − t",
        "同じことを1段で：δ = a − t"
    );

    internal static readonly Caption CollapsedNote = new(
        "Activation and loss together collapse to a − t. This is what the engine computes when it trains: equal on paper, and finite where the two steps are not.",
        "活性化関数と損失をまとめると a − t だけが残ります。学習の計算ではこちらを使います。紙の上では同じ値で、2段の計算が破綻するときも有限です。"
    );

    internal static readonly Caption AgreeNote = new(
        "Largest difference between the two ways",
        "2通りの計算の差の最大値"
    );

    internal static readonly Caption BreakNote = new(
        "In two steps a number leaves the range of what a machine can hold (∞), or is no number at all (NaN); in one step it does not.",
        "2段の計算では数値が計算機の範囲を超えたり（∞）、数でなくなったり（NaN）しますが、1段の計算ではそうなりません。"
    );

    internal static readonly Caption HiddenNote = new(
        "What comes back to a unit is the sum over all units behind it, weight times δ; times the slope of its own activation.",
        "ユニットに戻ってくるのは、後ろの層の全ユニットについての「重み×δ」の和です。それに自分の活性化関数の傾きを掛けます。"
    );

    internal static readonly Caption Gradients = new(
        "what each weight and bias has to do with the loss",
        "各重み・バイアスが損失に与える影響"
    );

    internal static readonly Caption MeanTitle = new(
        "The batch: the mean of the samples' gradients",
        "バッチ：サンプルごとの勾配の平均"
    );

    internal static readonly Caption MeanNote = new(
        "One update is made for the whole batch. L is the mean of the samples' losses, and its derivative the mean of theirs.",
        "更新はバッチ全体で1回です。L はサンプルの損失の平均、その微分は各サンプルの微分の平均です。"
    );

    internal static readonly Caption PenaltyTitle = new("Penalty of the weights", "重みへのペナルティ");

    internal static readonly Caption PenaltyNote = new(
        "Large weights cost λ₁·|w| + ½·λ₂·w² each, so that each weight's derivative has λ₁·sign(w) + λ₂·w more. Biases go free.",
        "大きな重みには λ₁·|w| + ½·λ₂·w² の罰が付き、各重みの微分に λ₁·sign(w) + λ₂·w が加わります。バイアスには付きません。"
    );

    internal static readonly Caption ClipTitle = new("Clipping", "勾配クリッピング");

    internal static readonly Caption BoundNote = new(
        "A derivative that lies outside [−c, c] is set to the nearer end; the direction may change.",
        "[−c, c] の外にある微分は近いほうの端に置き換えます。向きは変わることがあります。"
    );

    internal static readonly Caption ClipNote = new(
        "A gradient that is longer than the limit is shortened to it; its direction stays.",
        "上限より長い勾配は上限まで縮めます。向きは変わりません。"
    );

    internal static readonly Caption UpdateTitle = new("Update", "更新");

    internal static readonly Caption UpdateNote = new(
        "Each parameter moves against its derivative g.",
        "各パラメータは微分 g と逆の向きに動きます。"
    );

    internal static readonly Caption WorkedOut = new("Worked out for one parameter", "1つのパラメータについての計算");
    internal static readonly Caption Parameter = new("parameter", "パラメータ");
    internal static readonly Caption Before = new("before", "更新前");
    internal static readonly Caption After = new("after", "更新後");
    internal static readonly Caption ChainTitle = new("The chain rule for", "連鎖律：");
    internal static readonly Caption AllTitle = new("All parameters", "すべてのパラメータ");
    internal static readonly Caption GlossaryTitle = new("Glossary", "用語集");
    internal static readonly Caption PickTitle = new("Pick a weight", "重みを選ぶ");

    internal static readonly Caption PickNote = new(
        "Click a line of the drawing, or choose a parameter below: its chain rule shows factor by factor, and the ways to the loss light up.",
        "図の線をクリックするか、下のパラメータを選ぶと、その連鎖律が因子ごとに表示され、損失までの経路が強調されます。"
    );

    internal static readonly Caption DrawingNote = new(
        "Values of the first sample: a in the units, z below them. Solid lines are positive weights, dashed ones negative; the thicker, the larger.",
        "最初のサンプルの値。ユニットの中は a、その下は z です。実線は正の重み、破線は負の重みで、太いほど絶対値が大きいことを表します。"
    );

    /// <summary>A sample, by its number from 1 on.</summary>
    internal static Caption SampleNumber(int number) => new($"Sample {number}", $"サンプル{number}");

    /// <summary>A layer, by its number from 1 on.</summary>
    internal static Caption LayerNumber(int number) => new($"Layer {number}", $"第{number}層");

    /// <summary>Where a sample stands: its row among those with a target, and its line in the file.</summary>
    internal static Caption RowAndLine(int row, long line) =>
        new($" (row {row}, line {line})", $"（{row}行目、ファイルの{line}行目）");

    internal static readonly Caption RepeatTitle = new("The same once more", "もう一度同じものを作るには");
}
