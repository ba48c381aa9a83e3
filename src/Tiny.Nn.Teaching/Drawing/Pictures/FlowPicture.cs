using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>What reached each layer, epoch by epoch.</summary>
internal static class FlowPicture
{
    private static readonly Caption Title = new("Gradient flow by layer and epoch", "層とエポックごとの勾配の流れ");
    private static readonly Caption Epoch = new("epoch", "エポック");
    private static readonly Caption Delta = new("Size of δ = ∂ℓ/∂z", "δ = ∂ℓ/∂z の大きさ");
    private static readonly Caption DeltaUnit = new("root mean square", "二乗平均平方根");
    private static readonly Caption DeltaNote = new(
        "Layer 1 is the first. Lines far below the others learn slowly.",
        "第1層が最初の層。他よりずっと下の層は学習が遅い。"
    );
    private static readonly Caption Weights = new("Size of dW", "dW の大きさ");
    private static readonly Caption Ratio = new("Update beside weight, ‖ΔW‖/‖W‖", "重みに対する更新の比 ‖ΔW‖/‖W‖");
    private static readonly Caption RatioUnit = new("ratio, per step", "比（1ステップあたり）");
    private static readonly Caption RatioNote = new(
        "About 10⁻³ is usual; much more jumps, much less stands still.",
        "10⁻³ くらいが普通。ずっと大きいと不安定、ずっと小さいと進まない。"
    );
    private static readonly Caption Saturated = new("Saturated share", "飽和の割合");
    private static readonly Caption SaturatedUnit = new("share of activations", "活性の割合");
    private static readonly Caption SaturatedNote = new(
        "Slope below a tenth of the activation's largest; of ReLU: the share that is off.",
        "傾きが最大の 1/10 未満の割合。ReLU では 0 の割合。"
    );
    private static readonly Caption Dead = new("Dead units", "死んだユニット");
    private static readonly Caption DeadUnit = new("units", "ユニット数");
    private static readonly Caption DeadNote = new(
        "Slope below a thousandth of the largest for every sample of the epoch.",
        "エポックの全サンプルで傾きが最大の 1/1000 未満のユニット。"
    );

    internal static Picture Create(
        IReadOnlyList<FlowEpoch> epochs,
        IReadOnlyList<Chart> more,
        IReadOnlyList<string> notes,
        Language language
    )
    {
        Axis x = Axis.Counting(Epoch.In(language), epochs[0].Epoch, Math.Max(epochs[^1].Epoch, epochs[0].Epoch + 1));
        Chart Of(Caption name, Axis y, string id, Func<LayerReading, double?> number, params string[] lines) =>
            new(name.In(language), x, y, [.. Curves(epochs, id, number, language)]) { Notes = lines };
        Chart Powers(
            Caption name,
            Caption unit,
            string id,
            Func<LayerReading, double?> number,
            params string[] lines
        ) => Of(name, Axis.Powers(unit.In(language), All(epochs, number)), id, number, lines);
        List<Chart> charts =
        [
            Powers(Delta, DeltaUnit, "delta", layer => layer.DeltaSize, DeltaNote.In(language)),
            Powers(Weights, DeltaUnit, "gradient", layer => layer.GradientSize),
            Powers(Ratio, RatioUnit, "update_ratio", layer => layer.UpdateRatio, RatioNote.In(language)),
        ];
        if (epochs[0].Layers.Any(layer => layer.FlatShare is not null))
        {
            int most = epochs.Max(epoch => epoch.Layers.Max(layer => layer.ShutUnits?.Count ?? 0));
            charts.Add(
                Of(
                    Saturated,
                    Axis.Between(SaturatedUnit.In(language), 0, 1),
                    "saturated",
                    layer => layer.FlatShare,
                    SaturatedNote.In(language)
                )
            );
            charts.Add(
                Of(
                    Dead,
                    Axis.Counts(DeadUnit.In(language), most),
                    "dead",
                    layer => layer.ShutUnits?.Count,
                    DeadNote.In(language)
                )
            );
        }
        return new Picture(Title.In(language), [.. charts, .. more]) { Notes = notes, Columns = 2 };
    }

    private static IEnumerable<Curve> Curves(
        IReadOnlyList<FlowEpoch> epochs,
        string id,
        Func<LayerReading, double?> number,
        Language language
    )
    {
        for (int layer = 0; layer < epochs[0].Layers.Count; layer++)
        {
            if (number(epochs[0].Layers[layer]) is not null)
            {
                int place = layer;
                yield return new Curve(
                    $"{id}.{layer + 1}",
                    Layer(epochs[0].Layers[layer]).In(language),
                    layer,
                    [.. epochs.Select(epoch => ((double)epoch.Epoch, number(epoch.Layers[place]) ?? double.NaN))]
                )
                {
                    MarkEvery = Math.Max(1, epochs.Count / 6),
                };
            }
        }
    }

    private static IEnumerable<double> All(IReadOnlyList<FlowEpoch> epochs, Func<LayerReading, double?> number) =>
        epochs.SelectMany(epoch => epoch.Layers).Select(layer => number(layer) ?? double.NaN);

    private static Caption Layer(LayerReading layer) =>
        new($"layer {layer.Layer}: {layer.Name}", $"第{layer.Layer}層：{layer.Name}");
}
