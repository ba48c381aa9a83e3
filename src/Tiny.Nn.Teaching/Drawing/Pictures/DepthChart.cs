using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>How much of δ is left at the first layer, by depth, beside ¼ᴸ.</summary>
internal static class DepthChart
{
    private static readonly Caption Name = new("Depth sweep: what is left of δ", "深さによる δ の減衰");
    private static readonly Caption Depth = new("hidden layers L", "隠れ層の数 L");
    private static readonly Caption Left = new("δ first / δ output", "最初の層の δ / 出力の δ");
    private static readonly Caption Bound = new("0.25ᴸ, the slopes at their best", "0.25ᴸ（傾きが最大のとき）");
    private static readonly Caption Measured = new("measured", "実測");
    private static readonly Caption Note = new(
        "Fresh networks, not trained. The weights too make δ larger or smaller: so the measured line is not 0.25ᴸ itself.",
        "学習前のネットワーク。重みも δ の大きさを変えるので、実測は 0.25ᴸ そのものにはならない。"
    );

    /// <param name="sweeps">Of each activation, by its name, the sweep.</param>
    /// <param name="language">The language of its words.</param>
    internal static Chart Create(
        IReadOnlyList<(string Activation, IReadOnlyList<DepthSweep> Depths)> sweeps,
        Language language
    )
    {
        IReadOnlyList<DepthSweep> first = sweeps[0].Depths;
        List<ChartLayer> layers =
        [
            new Curve(
                "bound",
                Bound.In(language),
                6,
                [.. first.Select(sweep => ((double)sweep.Depth, sweep.SigmoidBound))]
            ),
            .. sweeps
                .Index()
                .Select(sweep => new Curve(
                    sweep.Item.Activation,
                    $"{sweep.Item.Activation}, {Measured.In(language)}",
                    sweep.Index,
                    [.. sweep.Item.Depths.Select(depth => ((double)depth.Depth, depth.Left))]
                )
                {
                    MarkEvery = 1,
                }),
        ];
        IEnumerable<double> values = sweeps.SelectMany(sweep =>
            sweep.Depths.SelectMany(depth => new[] { depth.Left, depth.SigmoidBound })
        );
        return new Chart(
            Name.In(language),
            Axis.Counting(Depth.In(language), first[0].Depth, Math.Max(first[^1].Depth, first[0].Depth + 1)),
            Axis.Powers(Left.In(language), values),
            layers
        )
        {
            Notes = [Note.In(language)],
        };
    }
}
